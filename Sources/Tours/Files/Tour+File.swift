import Foundation
import NPIKit
import Support

extension Tour {
    /// Reads the tour at `path`.
    ///
    /// - Throws: ``TourError``, also where the file cannot be read.
    package init(path: String) throws(TourError) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw TourError(file: path, "there is no such file")
        }
        guard !isFolder.boolValue else { throw TourError(file: path, "this is a folder, not a tour") }
        let data: Data
        do {
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? handle.close() }
            // One byte more than is allowed tells that there is more: a device has no size and no end.
            data = try handle.read(upToCount: TourNode.largestSize + 1) ?? Data()
        } catch {
            throw TourError(file: path, "cannot be read: \(FileWriting.reason(of: error))")
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw TourError(file: path, "this is no text in UTF-8")
        }
        try self.init(reading: text, file: path)
    }

    /// Where the weights are that the tour wants; nil for the shipped network.
    ///
    /// A name without a folder is looked for beside the tour, and then among the shipped ones.
    ///
    /// - Parameter shipped: Finds a shipped weight file by its name; nil where there is none.
    package func modelPath(shipped: (String) -> String?) -> String? {
        guard let model else { return nil }
        if model.hasPrefix("/") { return model }
        let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
        let beside = folder + model
        if model.contains("/") || FileManager.default.fileExists(atPath: beside) { return beside }
        return shipped(model) ?? beside
    }
}
