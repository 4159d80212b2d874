import NPIKit
import Scratchpads
import Support

/// Writes events as lines of a recording.
///
///     {"n":2,"k":"call","program":"ADD1","args":[0,0,0],"depth":1,"end":0.0004,"top":[["ADD1",0.9991],["LSHIFT",0.0006]],
///      "values":[[0,0.999,1,0.001],[0,1],[0,1]],"expert":true}
///
/// `values` has the likeliest value of each argument with its probability, and the second unless it has none. It is left
/// out where the network was certain of `args` (zeros for a return). `forced` is there, and true, where a person decided.
/// Probabilities have five decimals at most, which is all that a session keeps, and programs of probability 0.00000 are left
/// out, so that a replay shows the same as the run. At a mistake `right` has the probability and the rank of what the expert
/// would have chosen.
struct EventLineWriter: Sendable {
    private let names: [[UInt8]]
    private var line = JSONLine()

    init(_ library: ProgramLibrary) {
        names = library.names.map(\.jsonBytes)
    }

    /// Appends the line of `record` to `bytes`.
    ///
    /// - Parameter world: Any state of the world: it knows the names of actions.
    /// - Parameter chance: At a mistake, what the network thought of the expert's choice.
    mutating func write(
        _ record: EventRecord, in world: AnyScratchpad, expertChance chance: ExpertChance?, to bytes: inout [UInt8]
    ) {
        line.removeAll()
        line.raw("{\"n\":")
        line.integer(record.number)
        writeDeed(record, in: world)
        line.raw(",\"depth\":")
        line.integer(record.depth)
        if let prediction = record.prediction { write(prediction, of: record) }
        switch record.judgement {
        case .unknown: break
        case .agrees: line.raw(",\"expert\":true")
        case .differs: line.raw(",\"expert\":false")
        }
        if let chance {
            line.raw(",\"right\":[")
            line.probability(chance.probability)
            line.raw(",")
            line.integer(chance.rank)
            line.raw("]")
        }
        if record.isForced { line.raw(",\"forced\":true") }
        line.raw("}")
        line.endLine()
        bytes += line.bytes
    }

    private mutating func writeDeed(_ record: EventRecord, in world: AnyScratchpad) {
        switch record.event {
        case .call(let program, let arguments):
            line.raw(",\"k\":\"call\",\"program\":")
            line.raw(names[program.rawValue])
            line.raw(",\"args\":")
            write(arguments)
        case .act(let arguments, _):
            line.raw(",\"k\":\"act\",\"args\":")
            write(arguments)
            line.raw(",\"say\":")
            line.string(world.actionName(arguments))
        case .return(let program):
            line.raw(",\"k\":\"return\",\"program\":")
            line.raw(names[program.rawValue])
        }
    }

    private mutating func write(_ arguments: Arguments) {
        line.raw("[")
        for index in 0..<Arguments.count {
            if index > 0 { line.raw(",") }
            line.integer(arguments[index])
        }
        line.raw("]")
    }

    private mutating func write(_ prediction: PredictionSummary, of record: EventRecord) {
        line.raw(",\"end\":")
        line.probability(prediction.end)
        line.raw(",\"top\":[")
        var isFirst = true
        for rank in 0..<PredictionSummary.programCount {
            guard let chance = prediction.program(rank: rank) else { continue }
            line.raw(isFirst ? "[" : ",[")
            isFirst = false
            line.raw(names[chance.program.rawValue])
            line.raw(",")
            line.probability(chance.probability)
            line.raw("]")
        }
        line.raw("]")
        guard !prediction.isCertain(of: record.arguments) else { return }
        line.raw(",\"values\":[")
        for index in 0..<Arguments.count {
            line.raw(index > 0 ? ",[" : "[")
            for rank in 0..<PredictionSummary.valueCount {
                guard let chance = prediction.value(ofArgument: index, rank: rank) else { continue }
                if rank > 0 { line.raw(",") }
                line.integer(chance.value)
                line.raw(",")
                line.probability(chance.probability)
            }
            line.raw("]")
        }
        line.raw("]")
    }
}

extension PredictionSummary {
    /// Whether each argument has the value in `arguments` with probability 1.
    fileprivate func isCertain(of arguments: Arguments) -> Bool {
        (0..<Arguments.count).allSatisfy { index in
            value(ofArgument: index, rank: 0) == ValueChance(value: arguments[index], probability: .one)
                && value(ofArgument: index, rank: 1) == nil
        }
    }
}
