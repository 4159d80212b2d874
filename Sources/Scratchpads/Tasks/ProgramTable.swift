package import NPIKit

/// Which program of a library plays which part for an expert. A part's raw value is its program's name.
package struct ProgramTable<Part: RawRepresentable<String> & CaseIterable & Hashable & Sendable>: Sendable {
    private var parts: [ProgramID: Part] = [:]
    private var programs: [Part: ProgramID] = [:]

    /// Finds the programs in `library`. Those of `required` must be there, and ACT; any others may be.
    package init(_ library: ProgramLibrary, requiring required: [Part]) throws(ProgramLibraryError) {
        _ = try library.require(ProgramLibrary.act)
        for part in required {
            _ = try library.require(part.rawValue)
        }
        for part in Part.allCases {
            guard let program = library.program(named: part.rawValue) else { continue }
            parts[program] = part
            programs[part] = program
        }
    }

    /// The part of `program`, or nil if it has none here.
    package subscript(program: ProgramID) -> Part? {
        parts[program]
    }

    /// A call of the program of `part`, or a return if the library lacks it.
    package func call(_ part: Part) -> Decision {
        programs[part].map { .call($0, .none) } ?? .end
    }
}
