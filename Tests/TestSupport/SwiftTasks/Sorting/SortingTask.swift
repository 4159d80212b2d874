package import NPIKit
package import Scratchpads
import Support

extension TaskDefinition {
    /// Sorting an array of digits, written in Swift: what the task file is compared with.
    package static let sortInSwift = TaskDefinition(SortingTask(.sort))
    /// Finding the largest value of an array of digits, written in Swift.
    package static let maxInSwift = TaskDefinition(SortingTask(.max))
}

/// Sorting an array of digits, or finding its largest value by sorting it.
package struct SortingTask: ScratchpadTask {
    /// What is wanted of the array.
    enum Wanted: String, Sendable {
        case sort, max
    }

    private let wanted: Wanted

    init(_ wanted: Wanted) {
        self.wanted = wanted
    }

    private var findsMax: Bool { wanted == .max }

    package var name: String { wanted.rawValue }
    package var summary: String { findsMax ? "find the largest of an array of digits" : "sort an array of digits" }
    package let inputSyntax = "V..."
    package let inputDescription = "one or more single digits"
    package var exampleInput: [String] { findsMax ? ["3", "1", "4"] : ["9", "2", "5"] }
    package var programs: [ProgramDescription] {
        (findsMax ? SortingProgram.ofMax : SortingProgram.ofSort).map { ProgramDescription($0.rawValue, $0.purpose) }
    }
    package var observationSpec: ObservationSpec { SortingPad.spec }
    package var foundation: String? { findsMax ? Wanted.sort.rawValue : nil }

    package func makeWorld(_ input: [String]) throws -> SortingPad { SortingPad(input.compactMap { UInt8($0) }) }

    /// The array; for MAX the value at pointer 1, once it stands at the end where RJMP brings it.
    package func output(of world: SortingPad) -> String {
        guard findsMax else { return text(of: world.values) }
        return world.isAtEnd(.first) ? "\(world.firstValue)" : ""
    }

    /// The values that stand there now in order, or the largest of them.
    package func answer(for world: SortingPad) -> String? {
        findsMax ? world.values.max().map { "\($0)" } : text(of: world.values.sorted())
    }

    /// A pass takes 6 events, and for each of its pairs 13 if all are swapped: 9 for BSTEP and what it calls, 4 for
    /// LSHIFT.
    package func eventBound(for world: SortingPad) -> Int {
        let pairs = world.values.count - 1
        let sort = world.values.count * (6 + 13 * pairs) + 2
        return findsMax ? sort + 4 * pairs + 4 : sort
    }

    package func makeExpert(_ library: ProgramLibrary) throws(ProgramLibraryError) -> SortingExpert {
        try SortingExpert(library, needsMax: findsMax)
    }

    package func reason(
        _ expert: SortingExpert, program: String, arguments: Arguments, step: Int, in world: SortingPad
    ) -> String { expert.reason(program: program, step: step, in: world) }

    package func randomInput(length: Int, using generator: inout some RandomNumberGenerator) -> [String] {
        exampleInput
    }

    package func formula(_ input: [String], width: Int, ellipsis: String) -> String {
        shortened(input, to: width, ellipsis: ellipsis)
    }

    package func goal(_ input: [String], width: Int, ellipsis: String) -> String {
        let (opening, closing) =
            findsMax
            ? ("find the largest of ", ": sort, then go to the last")
            : ("sort ", " by passes that swap neighbours")
        let room = width == .max ? width : width - opening.count - closing.count
        return opening + shortened(input, to: room, ellipsis: ellipsis) + closing
    }

    private func text(of values: some Sequence<UInt8>) -> String {
        values.map { "\($0)" }.joined(separator: " ")
    }

    /// The values, or the first and last of them around `ellipsis`; whole values, one of each end at least.
    private func shortened(_ values: [String], to width: Int, ellipsis: String) -> String {
        let whole = values.joined(separator: " ")
        let kept = Swift.max(width == .max ? width : (width - ellipsis.count) / 2, 2)
        guard whole.utf8.count > width, kept < values.count else { return whole }
        let (start, end) = (values.prefix((kept + 1) / 2), values.suffix(kept / 2))
        return "\(start.joined(separator: " ")) \(ellipsis) \(end.joined(separator: " "))"
    }
}
