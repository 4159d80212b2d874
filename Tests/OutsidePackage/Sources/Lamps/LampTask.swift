import NPIKit
import Scratchpads

/// The algorithm: LIGHT calls FIX and NEXT in turn until the last lamp; FIX switches a lamp on; NEXT walks on.
package struct LampExpert: Expert {
    private let library: ProgramLibrary
    private let fix, next: ProgramID

    init(_ library: ProgramLibrary) throws(ProgramLibraryError) {
        self.library = library
        _ = try library.require("LIGHT")
        fix = try library.require("FIX")
        next = try library.require("NEXT")
    }

    package func decide(program: ProgramID, arguments: Arguments, step: Int, in world: LampRow) -> Decision {
        switch (library[program], step) {
        case ("LIGHT", _) where step.isMultiple(of: 2): .call(fix, .none)
        case ("LIGHT", _) where !world.isLast: .call(next, .none)
        case ("FIX", 0) where !world.isOn: .act(LampRow.switchOn)
        case ("NEXT", 0): .act(LampRow.right)
        default: .end
        }
    }
}

/// Switching every lamp of a row on: `lamps 0 1 0`.
package struct LampTask: ScratchpadTask {
    package init() {}

    package let name = "lamps"
    package let summary = "switch every lamp of a row on"
    package let inputSyntax = "0|1..."
    package let inputDescription = "a 0 or a 1 for each lamp"
    package let exampleInput = ["0", "1", "0"]
    package let programs = [
        ProgramDescription("LIGHT", "switches all lamps on, from left to right"),
        ProgramDescription("FIX", "switches the lamp here on, if it is off"),
        ProgramDescription("NEXT", "walks to the next lamp"),
    ]
    package var observationSpec: ObservationSpec { LampRow.spec }

    package func makeWorld(_ input: [String]) throws -> LampRow {
        guard !input.isEmpty, input.allSatisfy(["0", "1"].contains) else {
            throw LampError(description: "lamps takes \(inputDescription), such as: lamps 0 1 0")
        }
        return LampRow(input.map { $0 == "1" ? 1 : 0 })
    }

    package func output(of world: LampRow) -> String { world.lamps.map(String.init).joined(separator: " ") }
    package func answer(for world: LampRow) -> String? { world.lamps.map { _ in "1" }.joined(separator: " ") }
    package func eventBound(for world: LampRow) -> Int { 8 * world.lamps.count + 2 }

    package func makeExpert(_ library: ProgramLibrary) throws(ProgramLibraryError) -> LampExpert {
        try LampExpert(library)
    }

    package func reason(
        _ expert: LampExpert, program: String, arguments: Arguments, step: Int, in world: LampRow
    ) -> String {
        switch program {
        case "FIX": world.isOn ? "the lamp is on: return" : "the lamp is off: switch it on"
        case "NEXT": step == 0 ? "walk to the next lamp" : "the next lamp is reached: return"
        default: step.isMultiple(of: 2) ? "look after this lamp" : world.isLast ? "that was the last lamp" : "go on"
        }
    }

    package func randomInput(length: Int, using generator: inout some RandomNumberGenerator) -> [String] {
        (0..<length).map { _ in Bool.random(using: &generator) ? "1" : "0" }
    }
}

/// An input that is no row of lamps.
struct LampError: Error, CustomStringConvertible {
    let description: String
}
