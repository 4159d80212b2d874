import Debugger
import NPIKit
import Scratchpads

/// What happened at each event, which frame decided it, and what the expert would have done.
struct DeedColumns {
    /// About how many bytes an event takes.
    static let bytesPerEvent = 256

    private var step: [Int64] = []
    private var depth: [Int64] = []
    private var kind: [String] = []
    private var program: [String] = []
    private var arguments: [UInt8] = []
    private var action: [String] = []
    private var isForced: [Bool] = []
    private var frame: [Int64] = []
    private var frameProgram: [String] = []
    private var frameArguments: [UInt8] = []
    private var frameStep: [Int64] = []
    private var isMistake: [Bool] = []
    private var expertKind: [String] = []
    private var expertProgram: [String] = []
    private var expertArguments: [UInt8] = []

    /// Adds the event after the session's position.
    mutating func add(_ record: EventRecord, in session: Session) {
        step.append(Int64(record.number))
        depth.append(Int64(record.depth))
        let decision = record.decision ?? .call(session.program, record.arguments)
        kind.append(decision.kind)
        program.append(decision.programName(in: session.library) ?? record.program.map { session.library[$0] } ?? "")
        arguments += decision.arguments.bytes
        action.append(record.kind == .act ? session.world.actionName(record.arguments) : "")
        isForced.append(record.isForced)
        frame.append(Int64(record.frame))
        let caller = record.frame > 0 ? session.log[record.frame] : nil
        frameProgram.append(caller?.program.map { session.library[$0] } ?? "")
        frameArguments += (caller?.arguments ?? .none).bytes
        frameStep.append(Int64(record.step))
        isMistake.append(record.judgement == .differs)
        let advice = record.frame > 0 ? session.advice : nil
        expertKind.append(advice?.kind ?? "")
        expertProgram.append(advice?.programName(in: session.library) ?? "")
        expertArguments += (advice?.arguments ?? .none).bytes
    }

    /// The columns, each with a row for each event.
    var columns: [DataColumn] {
        func triple(_ name: String, _ label: String, _ values: [UInt8]) -> DataColumn {
            let labels = (1...Arguments.count).map { "\(label)\($0)" }
            return DataColumn(name, shape: [Arguments.count], labels: labels, .bytes(values))
        }
        return [
            DataColumn("step", .integers(step)), DataColumn("depth", .integers(depth)),
            DataColumn("kind", .texts(kind)), DataColumn("program", .texts(program)),
            triple("arguments", "arg", arguments), DataColumn("action", .texts(action)),
            DataColumn("forced", .flags(isForced)), DataColumn("frame", .integers(frame)),
            DataColumn("frame_program", .texts(frameProgram)), triple("frame_arguments", "frame_arg", frameArguments),
            DataColumn("frame_step", .integers(frameStep)), DataColumn("mistake", .flags(isMistake)),
            DataColumn("expert_kind", .texts(expertKind)), DataColumn("expert_program", .texts(expertProgram)),
            triple("expert_arguments", "expert_arg", expertArguments),
        ]
    }
}

extension Decision {
    /// The word that recordings have for it.
    fileprivate var kind: String {
        switch self {
        case .call: "call"
        case .act: "act"
        case .end: "return"
        }
    }

    /// The name of the program that is called, ACT for an action; nil for a return.
    fileprivate func programName(in library: ProgramLibrary) -> String? {
        switch self {
        case .call(let program, _): library[program]
        case .act: ProgramLibrary.act
        case .end: nil
        }
    }
}

extension Arguments {
    fileprivate var bytes: [UInt8] { values.map(UInt8.init) }
}
