import Assets
import Debugger
import NPIKit
import Scratchpads

extension ModelChoice {
    /// The network that looks at the recording with `header`: the one that is named, or the shipped one that made it.
    /// Warns on standard error of what a person should know.
    ///
    /// - Returns: Nil where none is named, and none that is shipped has the recorded digest.
    /// - Throws: As ``read(for:)``.
    func readRecorded(_ header: RecordingHeader, of task: TaskDefinition) throws -> ChosenModel? {
        guard model != nil else { return try Self.shippedModel(of: header) }
        let chosen = try readWarning(for: [task])
        if let recorded = header.model, recorded.sha256 != chosen.contents.sha256 {
            StandardError.warn(
                "\(chosen.identity.name) is not the network that was recorded, \(recorded.name); what is written is what it computes on the recorded run"
            )
        }
        return chosen
    }

    /// The shipped network that made a recording; nil where it was none.
    private static func shippedModel(of header: RecordingHeader) throws -> ChosenModel? {
        guard let recorded = header.model else { return nil }
        for (name, path) in Assets.models where name == recorded.name {
            let contents = try ModelFile.read(path)
            if contents.sha256 == recorded.sha256 { return ChosenModel(path: path, contents: contents, warnings: []) }
        }
        return nil
    }
}
