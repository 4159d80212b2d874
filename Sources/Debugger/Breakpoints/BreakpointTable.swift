public import NPIKit

/// The breakpoints of a session, in the order in which they were set.
public struct BreakpointTable: Hashable, Sendable {
    /// The breakpoints.
    public private(set) var all: [Breakpoint] = []
    /// Whether an event that the expert would not have made stops the run.
    public var stopsOnMistake = false

    private var nextID = 1

    /// No breakpoints.
    public init() {}

    /// The breakpoint `id`, or nil.
    public subscript(id: Breakpoint.ID) -> Breakpoint? {
        all.first { $0.id == id }
    }

    /// The breakpoint on the calls of `program`, or nil.
    public func breakpoint(onCallOf program: ProgramID) -> Breakpoint? {
        all.first { $0.trigger == .call(program) }
    }

    /// Sets a breakpoint and returns its number; one that is there already is enabled instead.
    @discardableResult
    public mutating func add(_ trigger: Breakpoint.Trigger) -> Breakpoint.ID {
        if let index = all.firstIndex(where: { $0.trigger == trigger }) {
            all[index].isEnabled = true
            return all[index].id
        }
        all.append(Breakpoint(id: nextID, trigger: trigger))
        nextID += 1
        return nextID - 1
    }

    /// Sets a breakpoint on the program called `name`, in any letter case.
    ///
    /// - Throws: ``BreakpointError`` if `library` has no such program, or if it is ACT.
    @discardableResult
    public mutating func add(
        onProgramNamed name: String, in library: ProgramLibrary
    ) throws(BreakpointError) -> Breakpoint.ID {
        let callable = library.names.filter { $0 != ProgramLibrary.act }
        let known = library.names.first { $0 == name } ?? library.names.first { $0.lowercased() == name.lowercased() }
        guard let known, let program = library.program(named: known) else {
            throw .unknownProgram(name, known: callable)
        }
        guard known != ProgramLibrary.act else { throw .actIsNoCall(known: callable) }
        return add(.call(program))
    }

    /// Removes the breakpoint on the calls of `program` if there is one, else sets one. Returns whether there is one now.
    @discardableResult
    public mutating func toggle(onCallOf program: ProgramID) -> Bool {
        if let present = breakpoint(onCallOf: program) {
            remove(present.id)
            return false
        }
        add(.call(program))
        return true
    }

    /// Removes breakpoint `id`, if it is there.
    public mutating func remove(_ id: Breakpoint.ID) {
        all.removeAll { $0.id == id }
    }

    /// Removes all breakpoints.
    public mutating func removeAll() {
        all = []
    }

    /// Lets breakpoint `id` stop the run, or not.
    public mutating func setEnabled(_ isEnabled: Bool, _ id: Breakpoint.ID) {
        guard let index = all.firstIndex(where: { $0.id == id }) else { return }
        all[index].isEnabled = isEnabled
    }

    mutating func countHit(_ id: Breakpoint.ID) {
        guard let index = all.firstIndex(where: { $0.id == id }) else { return }
        all[index].hitCount += 1
    }
}

/// Why a breakpoint could not be set.
public enum BreakpointError: Error, Hashable, CustomStringConvertible {
    /// No program of that name.
    case unknownProgram(String, known: [String])
    /// ACT is done, not called.
    case actIsNoCall(known: [String])

    /// One line for the user.
    public var description: String {
        switch self {
        case .unknownProgram(let name, let known):
            "there is no program \(name) to break on; there are \(known.joined(separator: ", "))"
        case .actIsNoCall(let known):
            "ACT is no program that is called; break on one of \(known.joined(separator: ", "))"
        }
    }
}
