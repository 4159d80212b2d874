import NPIKit
import Support

/// Fits the lines of a recording together.
struct RecordingBuilder {
    private let header: RecordingHeader
    private let hasFixedPrograms: Bool
    private var names: ProgramNameTable
    /// The run to which lines belong now.
    private var run: RecordedBranch
    /// The other runs.
    private var others: [RecordedBranch] = []

    /// How many runs a recording may hold; nobody changes one so often.
    static let branchLimit = 256

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
            run = RecordedBranch(id: 1, log: EventLog(programCount: library.count))
        } catch {
            throw RecordingError(.impossible(error.description), line: 1)
        }
    }

    func recording(cutLine: Int?) -> Recording {
        Recording(header: header, library: names.library, run: run, others: others, cutLine: cutLine)
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
            run.log.growPrograms(to: row + 1)
            return row
        } catch {
            throw scanner.error(error.description)
        }
    }

    /// Adds a line, the one of `number`, or says why it cannot follow those before.
    mutating func accept(_ line: RecordingLine, number: Int) -> String? {
        switch line {
        case .cut(let cut): return begin(cut)
        case .branch(let id): return goOn(with: id)
        case .event, .set, .end: break
        }
        guard run.end == nil else { return "nothing may follow the end line" }
        switch line {
        case .event(let event): return objection(to: event) ?? append(event)
        case .set(let position, let text):
            guard position == run.log.count else {
                return "a change after event \(position) stands where one after event \(run.log.count) should be"
            }
            run.changes.append(RecordedChange(position: position, text: text, line: number))
        case .end(let end): return finish(end)
        case .cut, .branch: break
        }
        return nil
    }

    private mutating func finish(_ end: RecordingEnd) -> String? {
        let log = run.log
        if end.eventCount != log.count {
            return "the end line tells \(end.eventCount) events; there are \(log.count)"
        }
        if end.isHalted != log.isHalted {
            return log.isHalted ? "the run has halted, but the end line denies it" : "the run has not halted yet"
        }
        run.end = end
        return nil
    }

    /// Begins another branch, to which the lines that follow belong.
    private mutating func begin(_ cut: CutLine) -> String? {
        guard var branch = cut.parent == run.id ? run : others.first(where: { $0.id == cut.parent }) else {
            return "there is no branch \(cut.parent) from which another could begin"
        }
        guard cut.id != run.id, !others.contains(where: { $0.id == cut.id }) else {
            return "there is a branch \(cut.id) already"
        }
        guard others.count + 1 < Self.branchLimit else { return "there are more than \(Self.branchLimit) branches" }
        guard cut.position <= branch.log.count else {
            return "branch \(cut.parent) has \(branch.log.count) events; it cannot be cut after \(cut.position)"
        }
        (branch.id, branch.parent, branch.start, branch.name) = (
            cut.id, cut.parent, cut.position, String(cut.name.prefix(200)).printable
        )
        branch.log.truncate(to: cut.position)
        branch.log.growPrograms(to: names.library.count)
        branch.changes.removeAll { $0.position > cut.position }
        branch.end = nil
        others.append(run)
        run = branch
        return nil
    }

    /// Lets the lines that follow belong to the branch `id`.
    private mutating func goOn(with id: Branch.ID) -> String? {
        guard id != run.id else { return nil }
        guard let index = others.firstIndex(where: { $0.id == id }) else { return "there is no branch \(id)" }
        swap(&run, &others[index])
        run.log.growPrograms(to: names.library.count)
        return nil
    }

    private func objection(to event: EventLine) -> String? {
        guard event.number == run.log.count + 1 else {
            return "event \(event.number) stands where event \(run.log.count + 1) should be"
        }
        guard !run.log.isHalted else { return "nothing may follow the return of \(header.program.onOneLine)" }
        let depth = run.log.depth(at: run.log.count)
        let expectedDepth = event.kind == .call ? depth : depth - 1
        guard run.log.count > 0 || event.kind == .call && fullName(event.program) == header.program else {
            return "the first event should be the call of \(header.program.onOneLine)"
        }
        if let depth = event.depth, depth != expectedDepth {
            return "the event has depth \(depth); here it should be \(expectedDepth)"
        }
        if event.kind == .return {
            let open = Int(run.log.events[run.log.openCall - 1].program)
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
        run.log.append(
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
