import Foundation
import NPIKit
import Support

extension Tour {
    /// Reads the tour at `path`.
    ///
    /// - Throws: ``TourError``, also where the file cannot be read.
    package init(path: String) throws(TourError) {
        let data: Data
        do throws(FileReadingError) {
            data = try FileContents.read(path, limit: TourNode.largestSize, .stream)
        } catch {
            switch error {
            case .system(SystemError(code: ENOENT)): throw TourError(file: path, "there is no such file")
            case .folder: throw TourError(file: path, "this is a folder, not a tour")
            case .tooLarge: throw TourError(file: path, TourNode.sizeProblem)
            default: throw TourError(file: path, "cannot be read: \(error)")
            }
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw TourError(file: path, "this is no text in UTF-8")
        }
        try self.init(reading: text, file: path)
    }

    /// An error about the network that the tour wants.
    package func modelError(_ what: String) -> TourError {
        TourError(file: file, line: modelPlace?.line ?? 0, column: modelPlace?.column ?? 1, what)
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
        if model.contains("/") || FileSystem.exists(beside) { return beside }
        return shipped(model) ?? beside
    }
}
