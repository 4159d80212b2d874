import Debugger
import NPIKit

/// What the network said of each event before it happened, and the state in which it left the deciding frame.
struct AnswerColumns {
    private let library: ProgramLibrary
    private let memory: ProgramMemory?
    private let layerCount: Int
    private let unitCount: Int
    private var end: [Float] = []
    private var programs: [Float] = []
    private var arguments: [Float] = []
    private var query: [Float] = []
    private var hidden: [Float] = []
    private var cell: [Float] = []

    init(_ library: ProgramLibrary, _ network: (any StepPredictor)?) {
        self.library = library
        memory = network?.memory
        let layers = memory == nil ? [] : CoreState(Array(repeating: 0, count: network?.stateSize ?? 0)).layers
        layerCount = layers.count
        unitCount = layers.first?.hidden.count ?? 0
    }

    private var keySize: Int { memory?.keys.first?.count ?? 0 }
    private static var valueCount: Int { Arguments.count * Arguments.valueCount }

    /// How many bytes an event takes.
    var bytesPerEvent: Int { 4 * (1 + library.count + Self.valueCount + keySize + 2 * layerCount * unitCount) }

    /// Adds the event that a network was asked about last.
    mutating func add(_ path: ForcedPath) {
        end.append(path.prediction.end)
        programs += path.prediction.programs
        arguments += path.prediction.arguments
        guard let memory else { return }
        let layers = CoreState(path.state).layers
        for layer in layers {
            hidden += layer.hidden
            cell += layer.cell
        }
        query += layers.last.map { memory.keyAsked(by: $0.hidden) } ?? []
    }

    /// Adds an event of which only so much was recorded; nil where the network was not asked.
    mutating func add(_ summary: PredictionSummary?) {
        end.append(summary.map { Float($0.end.value) } ?? .nan)
        var chances = [Float](repeating: .nan, count: library.count)
        for chance in summary?.programs ?? [] { chances[chance.program.rawValue] = Float(chance.probability.value) }
        programs += chances
        var values = [Float](repeating: .nan, count: Self.valueCount)
        for index in 0..<Arguments.count {
            for chance in summary?.values(ofArgument: index) ?? [] {
                values[index * Arguments.valueCount + chance.value] = Float(chance.probability.value)
            }
        }
        arguments += values
        query += repeatElement(.nan, count: keySize)
        hidden += repeatElement(.nan, count: layerCount * unitCount)
        cell += repeatElement(.nan, count: layerCount * unitCount)
    }

    /// The columns, each with a row for each event.
    var columns: [DataColumn] {
        var columns = [
            DataColumn("end", shape: [], labels: ["p_return"], .floats(end)),
            DataColumn(
                "program_probabilities", shape: [library.count], labels: library.names.map { "p_\($0)" },
                .floats(programs)),
            DataColumn(
                "argument_probabilities", shape: [Arguments.count, Arguments.valueCount],
                labels: (1...Arguments.count).flatMap { index in
                    (0..<Arguments.valueCount).map { "p_arg\(index)_\($0)" }
                }, .floats(arguments)),
        ]
        guard memory != nil else { return columns }
        columns.append(
            DataColumn(
                "query", shape: [keySize], labels: (0..<keySize).map { "query_\($0)" }, .floats(query)))
        for (name, values) in [("hidden", hidden), ("cell", cell)] {
            let labels = (0..<layerCount).flatMap { layer in (0..<unitCount).map { "\(name)_\(layer)_\($0)" } }
            columns.append(DataColumn(name, shape: [layerCount, unitCount], labels: labels, .floats(values)))
        }
        return columns
    }
}
