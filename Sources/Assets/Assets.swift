public import Foundation

/// The files that are shipped with the program.
public enum Assets {
    /// The folder of weight files.
    public static var weights: URL {
        Bundle.module.bundleURL.appendingPathComponent("Weights")
    }
}
