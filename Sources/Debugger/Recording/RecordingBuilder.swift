import NPIKit
import Support

/// Fits the lines of a recording together.
struct RecordingBuilder {
    private let header: RecordingHeader
    private let hasFixedPrograms: Bool
    private var names: ProgramNameTable
    private var log: EventLog
    private var end: RecordingEnd?

    init(_ header: RecordingHeader) throws(RecordingError) {
        self.header = header
        hasFixedPrograms = !header.programs.isEmpty
        let programs = hasFixedPrograms ? header.programs : [header.program]
        guard programs.count <= Int(UInt16.max) else {
            throw RecordingError(.impossible("there are more than 65,535 programs"), line: 1)
        }
        do throws(ProgramLibraryError) {
            let library = try ProgramLibrary(names: programs)
            _ = try library.require(header.program)
            names = ProgramNameTable(library)
            log = EventLog(programCount: library.count)
        } catch {
            throw RecordingError(.impossible(error.description), line: 1)
        }
    }

    func recording(cutLine: Int?) -> Recording {
        Recording(header: header, library: names.library, log: log, end: end, cutLine: cutLine)
    }

    /// The row of the program whose name stands in `range`; a new one if the header does not list them.
    mutating func row(of range: Range<Int>, in scanner: JSONScanner) throws(JSONError) -> Int {
        if let row = names.row(at: range, of: scanner) { return row }
        let name = try scanner.text(of: range)
        if let program = names.library.program(named: name) { return program.rawValue }
        guard !hasFixedPrograms else {
            throw scanner.error("there is no program \(name.onOneLine); the first line lists them all")
        }
        guard names.library.count < Int(UInt16.max) else { throw scanner.error("there are more than 65,535 programs") }
        do throws(ProgramLibraryError) {
            let row = try names.add(name)
            log.growPrograms(to: row + 1)
            return row
        } catch {
            throw scanner.error(error.description)
        }
    }

    /// Adds a line, or says why it cannot follow those before.
    mutating func accept(_ line: RecordingLine) -> String? {
        guard end == nil else { return "nothing may follow the end line" }
        switch line {
        case .event(let event): return objection(to: event) ?? append(event)
        case .end(let end):
            if end.eventCount != log.count {
                return "the end line tells \(end.eventCount) events; there are \(log.count)"
            }
            if end.isHalted != log.isHalted {
                return log.isHalted ? "the run has halted, but the end line denies it" : "the run has not halted yet"
            }
            self.end = end
            return nil
        }
    }

    private func objection(to event: EventLine) -> String? {
        guard event.number == log.count + 1 else {
            return "event \(event.number) stands where event \(log.count + 1) should be"
        }
        guard !log.isHalted else { return "nothing may follow the return of \(header.program.onOneLine)" }
        let depth = log.depth(at: log.count)
        let expectedDepth = event.kind == .call ? depth : depth - 1
        guard log.count > 0 || event.kind == .call && fullName(event.program) == header.program else {
            return "the first event should be the call of \(header.program.onOneLine)"
        }
        if let depth = event.depth, depth != expectedDepth {
            return "the event has depth \(depth); here it should be \(expectedDepth)"
        }
        if event.kind == .return {
            let open = Int(log.events[log.openCall - 1].program)
            guard event.program == open else {
                return "\(name(event.program)) returns, but the innermost open call is \(name(open))"
            }
        }
        return nil
    }

    private mutating func append(_ line: EventLine) -> String? {
        let program = ProgramID(rawValue: line.program ?? 0)
        let arguments = line.arguments ?? .none
        let event: Event =
            switch line.kind {
            case .call: .call(program, arguments)
            case .act: .act(arguments, .none)
            case .return: .return(program)
            }
        log.append(
            event, prediction: line.prediction, judgement: line.judgement, isForced: line.isForced,
            expertChance: line.expertChance)
        return nil
    }

    private func fullName(_ row: Int?) -> String? { row.map { names.library.names[$0] } }

    private func name(_ row: Int?) -> String { fullName(row)?.onOneLine ?? "" }
}

extension String {
    /// The text without what would spoil a line of a terminal, and not too long.
    fileprivate var onOneLine: String { String(prefix(40)).printable }
}
