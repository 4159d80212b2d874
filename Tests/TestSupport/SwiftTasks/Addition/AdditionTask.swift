package import NPIKit
package import Scratchpads
import Support

extension TaskDefinition {
    /// Adding two numbers, written in Swift: what the task file is compared with.
    package static let addInSwift = TaskDefinition(AdditionTask())
}

/// Adding two numbers, given as text.
package struct AdditionTask: ScratchpadTask {
    package let name = "add"
    package let summary = "add two numbers of any length"
    package let inputSyntax = "A B"
    package let inputDescription = "two whole numbers without signs"
    package let exampleInput = ["96", "125"]
    package let programs = AdditionProgram.allCases.map { ProgramDescription($0.rawValue, $0.purpose) }
    package var observationSpec: ObservationSpec { AdditionPad.spec }

    package func makeWorld(_ input: [String]) throws -> AdditionPad {
        AdditionPad(input[0].utf8.map { $0 - UInt8(ascii: "0") }, input[1].utf8.map { $0 - UInt8(ascii: "0") })
    }

    package func output(of world: AdditionPad) -> String { world.sum }

    /// The sum of the two numbers on the pad, unless one of them has gaps.
    package func answer(for world: AdditionPad) -> String? {
        guard let first = world.number(.input1), let second = world.number(.input2) else { return nil }
        return schoolbookSum(first, second)
    }

    /// A column takes at most 8 events for ADD1 with its carry and 6 for LSHIFT; there is one column more than digits,
    /// and ADD itself is called and returns.
    package func eventBound(for world: AdditionPad) -> Int { (world.columnCount - 1) * 14 + 2 }

    package func makeExpert(_ library: ProgramLibrary) throws(ProgramLibraryError) -> AdditionExpert {
        try AdditionExpert(library)
    }

    package func reason(
        _ expert: AdditionExpert, program: String, arguments: Arguments, step: Int, in world: AdditionPad
    ) -> String { expert.reason(program: program, step: step, in: world) }

    package func randomInput(length: Int, using generator: inout some RandomNumberGenerator) -> [String] {
        exampleInput
    }

    package func formula(_ input: [String], width: Int, ellipsis: String) -> String {
        joined(input, by: " + ", width: width, ellipsis: ellipsis)
    }

    package func goal(_ input: [String], width: Int, ellipsis: String) -> String {
        let (opening, closing) = ("add ", ", column by column from the right")
        let room = width == .max ? width : width - opening.count - closing.count
        return opening + joined(input, by: " and ", width: room, ellipsis: ellipsis) + closing
    }

    /// Both numbers; the shorter one keeps its digits where it can.
    private func joined(_ input: [String], by separator: String, width: Int, ellipsis: String) -> String {
        let (first, second) = (input[0], input[1])
        let counts = (first.utf8.count, second.utf8.count)
        let room = width - separator.count
        guard width < .max, counts.0 + counts.1 > room else { return first + separator + second }
        let half = max(room / 2, 0)
        let (left, right) =
            if counts.0 <= half {
                (counts.0, room - counts.0)
            } else if counts.1 <= half {
                (room - counts.1, counts.1)
            } else {
                (room - half, half)
            }
        return first.shortenedInMiddle(to: left, ellipsis: ellipsis) + separator
            + second.shortenedInMiddle(to: right, ellipsis: ellipsis)
    }
}
