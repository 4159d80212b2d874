import Assets
import Debugger
import Exporters
import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("Runs as data")
struct DataExporterTests {
    private let network: NetworkPredictor

    init() throws {
        network = NetworkPredictor(try ModelFile.read(try Assets.path(of: Assets.defaultModel)).network)
    }

    private func run(_ network: NetworkPredictor?, range: ClosedRange<Int>? = nil) throws -> ExportedRun {
        let session = try Session.known(.add, "96", "125", at: 7)
        var run = ExportedRun(session, range: range ?? 0...session.log.count, sourceName: "test", pictures: .debugger)
        run.network = network
        return run
    }

    private func file(_ run: ExportedRun, _ format: String) throws -> ExportedBytes {
        var file = ExportedBytes()
        try #require(ExporterCatalog.named(format)).export(run, to: &file)
        return file
    }

    private func arrays(_ run: ExportedRun) throws -> [String: NPZArray] {
        try NPZArray.all(in: try file(run, "npz").bytes)
    }

    @Test("each step has what the network saw, said and kept there")
    func states() throws {
        let arrays = try arrays(try run(network))
        let problem = try Problem(task: .add, input: ["96", "125"])
        // The run was made by the expert; the network goes the same way.
        var interpreter = try Interpreter(
            network, in: problem.makeWorld(), running: try network.library.require(problem.program))
        let count = try #require(arrays["step"]).shape[0]
        #expect(count == 39)
        _ = interpreter.step()
        for row in 1..<count {
            let depth = interpreter.frames.count
            let said = interpreter.predict()
            let prediction = try #require(said)
            #expect(arrays["end"]?.floats(row) == [prediction.end])
            #expect(arrays["program_probabilities"]?.floats(row) == prediction.programs)
            #expect(arrays["argument_probabilities"]?.floats(row) == prediction.arguments)
            var observation = Observation(for: interpreter.world.observationSpec)
            interpreter.world.observe(into: &observation)
            #expect(arrays["observation"]?.row(row) == observation.categories[...])
            _ = interpreter.step()
            // Of a frame that has returned the interpreter has no state any more.
            guard interpreter.frames.count >= depth else { continue }
            let layers = CoreState(interpreter.frames[depth - 1].state).layers
            #expect(arrays["hidden"]?.floats(row) == layers.flatMap(\.hidden))
            #expect(arrays["cell"]?.floats(row) == layers.flatMap(\.cell))
            #expect(arrays["query"]?.floats(row) == network.memory?.keyAsked(by: layers[1].hidden))
        }
        #expect(interpreter.isHalted)
    }

    @Test("arrays have the shapes, types and texts that are documented")
    func shapes() throws {
        let arrays = try arrays(try run(network))
        #expect(arrays["step"]?.type == "<i8" && arrays["end"]?.type == "<f4" && arrays["mistake"]?.type == "|b1")
        #expect(arrays["program_probabilities"]?.shape == [39, network.library.count])
        #expect(arrays["argument_probabilities"]?.shape == [39, 3, 10])
        #expect(arrays["hidden"]?.shape == [39, 2, 256] && arrays["query"]?.shape == [39, 32])
        #expect(arrays["programs"]?.texts == network.library.names)
        #expect(arrays["observation_fields"]?.texts == ["INP1", "INP2", "CARRY", "OUT"])
        #expect(arrays["observation_values"]?.shape == [4, 11])
        #expect(arrays["observation_values"]?.texts.first == "0123456789blank")
        #expect(arrays["task"]?.texts == ["add"] && arrays["input"]?.texts == ["96", "125"])
        #expect(arrays["kind"]?.texts.prefix(4) == ["call", "call", "act", "call"])
        #expect(arrays["action"]?.texts[2] == "WRITE OUT 1")
        #expect(arrays["expert_program"]?.texts.prefix(4) == ["", "ADD1", "ACT", "CARRY"])
    }

    @Test("without a network there is what the recording has, and the rest is not a number")
    func recordedOnly() throws {
        let arrays = try arrays(try run(nil))
        #expect(arrays["hidden"] == nil && arrays["query"] == nil)
        let session = try Session.known(.add, "96", "125", at: 0)
        let summary = try #require(session.log[2].prediction)
        let row = try #require(arrays["program_probabilities"]).floats(1)
        #expect(row.count { !$0.isNaN } == summary.programs.count)
        for chance in summary.programs { #expect(row[chance.program.rawValue] == Float(chance.probability.value)) }
    }

    @Test("a part of a run is the same rows of the whole")
    func ranges() throws {
        let whole = try arrays(try run(network))
        let part = try arrays(try run(network, range: 10...20))
        #expect(part["step"]?.shape == [10])
        for name in ["step", "hidden", "program_probabilities", "arguments", "observation", "expert_arguments"] {
            for row in 0..<10 { #expect(part[name]?.row(row) == whole[name]?.row(row + 10), "\(name)") }
        }
        #expect(try arrays(try run(network, range: 5...5))["hidden"]?.shape == [0, 2, 256])
    }

    @Test("the table has a line for each event, with as many fields as the first line names")
    func table() throws {
        let lines = try file(try run(network), "csv").text.split(separator: "\n")
        #expect(lines.count == 40)
        let names = lines[0].split(separator: ",")
        #expect(names.prefix(5) == ["step", "depth", "kind", "program", "arg1"])
        #expect(names.contains("p_ADD1") && names.contains("hidden_1_255") && names.last == "seen_OUT")
        #expect(Set(names).count == names.count)
        for line in lines {
            #expect(line.split(separator: ",", omittingEmptySubsequences: false).count == names.count)
        }
    }

    @Test("the same run gives the same file")
    func deterministic() throws {
        #expect(try file(try run(network), "npz").bytes == (try file(try run(network), "npz").bytes))
    }

    @Test("more than fits in a file is refused, with a way out")
    func refusal() throws {
        var session = try Session(
            Problem(task: .add, input: ["9", "9"]), predictor: RunawayPredictor(), stepLimit: 300_000)
        session.extend(events: .max)
        var run = ExportedRun(session, range: 0...session.log.count, sourceName: "test", pictures: .debugger)
        run.network = network
        #expect { _ = try file(run, "npz") } throws: { "\($0)".contains("choose a part of the run with --from") }
    }
}
