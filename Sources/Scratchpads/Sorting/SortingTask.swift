package import NPIKit
import Support

extension TaskDefinition {
    /// Sorting an array of digits.
    package static let sort = TaskDefinition(SortingTask(.sort))
    /// Finding the largest value of an array of digits.
    package static let max = TaskDefinition(SortingTask(.max))
}

/// Sorting an array of digits, or finding its largest value by sorting it.
package struct SortingTask: ScratchpadTask {
    /// The longest array that is taken. Bubble sort is quadratic: this many values take 13 million events.
    static let countLimit = 1_000

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

    package func scriptsToLearnLater(_ library: ProgramLibrary) -> Set<AuxiliaryScript> {
        findsMax ? SortingExpert.scriptsToLearnLater(library) : []
    }

    package func makeWorld(_ input: [String]) throws -> SortingPad {
        let usage = TaskUsage(self)
        guard !input.isEmpty else { throw InputError.wrongCount(usage, found: 0) }
        guard input.count <= Self.countLimit else {
            throw InputError.tooMany(usage, found: input.count, limit: Self.countLimit)
        }
        var values: [UInt8] = []
        for (index, text) in input.enumerated() {
            guard !text.isEmpty else { throw InputError.empty(usage, position: index + 1) }
            guard text.utf8.count == 1, let value = UInt8(text) else { throw InputError.notASingleDigit(usage, text) }
            values.append(value)
        }
        return SortingPad(values)
    }

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
        SortingProblems.input(.random, length: length, using: &generator)
    }

    package func validationInput(
        length: Int, isHard: Bool, using generator: inout some RandomNumberGenerator
    ) -> [String] { SortingProblems.input(isHard ? .reversed : .random, length: length, using: &generator) }

    package let validationParts = ValidationParts(
        training: [(5, 20), (20, 10), (40, 4), (60, 4)], full: [(2, 50), (5, 50), (10, 20), (20, 10), (40, 2)],
        quick: [(3, 10)])

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
