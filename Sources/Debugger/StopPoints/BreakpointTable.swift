package import NPIKit

/// The breakpoints of a session, in the order in which they were set.
package struct BreakpointTable: Hashable, Sendable {
    /// The breakpoints.
    package private(set) var all: [Breakpoint] = []

    private var nextID = 1

    /// No breakpoints.
    package init() {}

    /// The breakpoint `id`, or nil.
    package subscript(id: Breakpoint.ID) -> Breakpoint? {
        all.first { $0.id == id }
    }

    /// The breakpoint on the calls of `program`, or nil.
    package func breakpoint(onCallOf program: ProgramID) -> Breakpoint? {
        all.first { $0.spec.calledProgram == program }
    }

    /// The breakpoint with this spec, or nil.
    package func breakpoint(with spec: BreakpointSpec) -> Breakpoint? {
        all.first { $0.spec == spec }
    }

    /// Whether an event that the expert would not have made stops the run.
    package var stopsOnMistake: Bool {
        get { breakpoint(with: BreakpointSpec(.mistake))?.isEnabled ?? false }
        set {
            if newValue {
                add(BreakpointSpec(.mistake), text: "mistake")
            } else if let present = breakpoint(with: BreakpointSpec(.mistake)) {
                remove(present.id)
            }
        }
    }

    /// Sets a breakpoint and returns its number; one that is there already is enabled instead.
    ///
    /// - Parameter text: How a person says what `spec` is.
    @discardableResult
    package mutating func add(_ spec: BreakpointSpec, text: String, isEnabled: Bool = true) -> Breakpoint.ID {
        if let index = all.firstIndex(where: { $0.spec == spec }) {
            all[index].isEnabled = isEnabled
            return all[index].id
        }
        var breakpoint = Breakpoint(id: nextID, spec: spec, text: text)
        breakpoint.isEnabled = isEnabled
        all.append(breakpoint)
        nextID += 1
        return breakpoint.id
    }

    /// Removes the breakpoint with this spec if there is one, else sets one. Returns whether there is one now.
    @discardableResult
    package mutating func toggle(_ spec: BreakpointSpec, text: String) -> Bool {
        if let present = breakpoint(with: spec) {
            remove(present.id)
            return false
        }
        add(spec, text: text)
        return true
    }

    /// Removes breakpoint `id`, if it is there.
    package mutating func remove(_ id: Breakpoint.ID) {
        all.removeAll { $0.id == id }
    }

    /// Removes all breakpoints.
    package mutating func removeAll() {
        all = []
    }

    /// Lets breakpoint `id` stop the run, or not.
    package mutating func setEnabled(_ isEnabled: Bool, _ id: Breakpoint.ID) {
        guard let index = all.firstIndex(where: { $0.id == id }) else { return }
        all[index].isEnabled = isEnabled
    }

    mutating func countHit(_ id: Breakpoint.ID) {
        guard let index = all.firstIndex(where: { $0.id == id }) else { return }
        all[index].hitCount += 1
        if all[index].spec.isTemporary { all.remove(at: index) }
    }
}

extension BreakpointSpec {
    /// The program's name for a spec that is a program alone, however it was typed.
    func plainText(_ library: ProgramLibrary) -> String? {
        guard let program = calledProgram, self == BreakpointSpec(.call(program)) else { return nil }
        return library[program]
    }
}
