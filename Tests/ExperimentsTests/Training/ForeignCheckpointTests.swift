import Experiments
import Foundation
import NPIKit
import Scratchpads
import Support
import Testing

@Suite("Checkpoints from elsewhere are refused in one line")
struct ForeignCheckpointTests {
    /// Something that somebody, or something, has changed in a checkpoint, whose checksum was made anew.
    struct Change: CustomTestStringConvertible {
        var testDescription: String
        var words: String
        /// Texts in its metadata, and what stands there instead.
        var texts: [String: String]

        init(_ description: String, _ texts: [String: String], saying words: String) {
            testDescription = description
            self.texts = texts
            self.words = words
        }
    }

    static let changes = [
        Change("a program renamed", [#""ADD1""#: #""ADX1""#], saying: "its network has not the programs of its tasks"),
        Change("all programs exchanged", [#""ADD""#: #""ADD1""#, #""ADD1""#: #""ADD""#], saying: "cannot resume"),
        Change("units", [#"\"unitCount\":8"#: #"\"unitCount\":1000000000000"#], saying: "must be 1 to 1,024"),
        Change("no units", [#"\"unitCount\":8"#: #"\"unitCount\":-1"#], saying: "must be 1 to 1,024"),
        Change(
            "problems", [#"\"problemsPerLength\":2"#: #"\"problemsPerLength\":2147483648"#], saying: "1 to 100,000"),
        Change("no problems", [#"\"problemsPerLength\":2"#: #"\"problemsPerLength\":-5"#], saying: "1 to 100,000"),
        Change("lengths", [#"\"longestLength\":3"#: #"\"longestLength\":9223372036854775807"#], saying: "1 to 1,000"),
        Change(
            "problems and lengths",
            [
                #"\"problemsPerLength\":2"#: #"\"problemsPerLength\":100000"#,
                #"\"longestLength\":3"#: #"\"longestLength\":1000"#,
            ], saying: "too many and too long"),
        Change("practice", [#"\"programCount\":4"#: #"\"programCount\":2147483648"#], saying: "0 to 10,000"),
        Change("fewer than none", [#"\"programCount\":4"#: #"\"programCount\":-1"#], saying: "0 to 10,000"),
        Change("frames", [#"\"framesPerProgram\":8"#: #"\"framesPerProgram\":2147483648"#], saying: "1 to 1,000"),
        Change("loops", [#"\"longestLoop\":20"#: #"\"longestLoop\":-1"#], saying: "1 to 1,000"),
        Change("called", [#"\"calledCount\":4"#: #"\"calledCount\":-4"#], saying: "0 to 1,000"),
        Change(
            "all auxiliary numbers",
            [
                #"\"programCount\":4"#: #"\"programCount\":10000"#, #"\"longestLoop\":20"#: #"\"longestLoop\":1000"#,
                #"\"framesPerProgram\":8"#: #"\"framesPerProgram\":1000"#,
            ], saying: "too many"),
        Change("tasks", [#"\"tasks\":[\"add\",\"sort\"]"#: #"\"tasks\":[]"#], saying: "at least one"),
        Change("tasks twice", [#"\"tasks\":[\"add\",\"sort\"]"#: #"\"tasks\":[\"add\",\"add\"]"#], saying: "once"),
        Change("another task", [#"\"tasks\":[\"add\",\"sort\"]"#: #"\"tasks\":[\"add\"]"#], saying: "cannot resume"),
        Change("an unknown task", [#"[\"add\",\"sort\"]"#: #"[\"add\",\"cook\"]"#], saying: "does not say what"),
        Change("rows", [#""rowLimit":384"#: #""rowLimit":1048576"#], saying: "not a checkpoint"),
        Change("batches", [#""batchesPerUpdate":2"#: #""batchesPerUpdate":64"#], saying: "not a checkpoint"),
        Change("images", [#""imageLimit":48"#: #""imageLimit":65536"#], saying: "not a checkpoint"),
        Change("hidden units", [#""hiddenSize":8"#: #""hiddenSize":16384"#], saying: "has shape"),
    ]

    private static func checkpoint() throws -> (path: String, file: Safetensors) {
        var recipe = TrainingRecipe(tasks: [.add, .sort], seed: 3)
        recipe.longestLength = 3
        recipe.problemsPerLength = 2
        recipe.unitCount = 8
        recipe.auxiliary = AuxiliaryPrograms(programCount: 4)
        var options = TrainingOptions()
        options.updateCount = 4
        var run = try TrainingRun(recipe, options: options)
        run.advance()
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("npi-\(UUID().uuidString)").path
        try run.checkpoint(to: path)
        return (path, try Safetensors(Data(contentsOf: URL(fileURLWithPath: path))))
    }

    @Test("numbers that size memory, and programs that do not fit the tasks", arguments: changes)
    func refused(_ change: Change) throws {
        var (path, file) = try Self.checkpoint()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let before = file.metadata
        for (key, value) in file.metadata {
            // All at once, so that names can be exchanged.
            let places = change.texts.keys.sorted().flatMap { text in value.ranges(of: text).map { ($0, text) } }
            var changed = value
            for (range, text) in places.sorted(by: { $0.0.lowerBound > $1.0.lowerBound }) {
                changed.replaceSubrange(range, with: change.texts[text] ?? "")
            }
            file.metadata[key] = changed
        }
        #expect(file.metadata != before)
        file.metadata["npi.sha256"] = nil
        try file.withChecksum().write(to: URL(fileURLWithPath: path))
        do {
            _ = try TrainingRun(resuming: path)
            Issue.record("it was resumed")
        } catch {
            let line = "\(error)"
            #expect(line.contains(change.words) && !line.contains("\n"), "\(line)")
        }
    }

    @Test("one that nobody has touched is resumed")
    func untouched() throws {
        let (path, _) = try Self.checkpoint()
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try TrainingRun(resuming: path).trainer.updateCount == 1)
    }

    @Test("losses that no training keeps are refused")
    func losses() throws {
        var (path, file) = try Self.checkpoint()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let index = try #require(file.tensors.firstIndex { $0.name == "checkpoint.lesson.0" })
        file.tensors[index].values[0] = 1e30
        file.metadata["npi.sha256"] = nil
        try file.withChecksum().write(to: URL(fileURLWithPath: path))
        #expect(throws: ModelFileError.self) { _ = try TrainingRun(resuming: path) }
    }
}
