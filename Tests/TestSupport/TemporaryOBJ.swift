package import CarModels
import Foundation
import Scratchpads

/// OBJ files for the time of a test.
package enum TemporaryOBJ {
    /// The car that `text` describes.
    package static func model(_ text: String) throws -> CarModel {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).obj").path
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try CarModel(path: path)
    }
}
