import NPIKit

/// An array to be sorted, or whose largest value is to be found.
struct SortingProblem: ProblemKind {
    /// The longest array that is taken. Bubble sort is quadratic: this many values take 13 million events.
    static let countLimit = 1_000

    let values: [UInt8]
    let findsMax: Bool

    init(_ input: [String], task: TaskDefinition) throws(ProblemError) {
        guard !input.isEmpty else { throw .wrongCount(task, found: 0) }
        guard input.count <= Self.countLimit else {
            throw .tooMany(task, found: input.count, limit: Self.countLimit)
        }
        var values: [UInt8] = []
        for (index, text) in input.enumerated() {
            guard !text.isEmpty else { throw .empty(task, position: index + 1) }
            guard text.utf8.count == 1, let value = UInt8(text) else { throw .notASingleDigit(task, text) }
            values.append(value)
        }
        self.values = values
        findsMax = task == .max
    }

    var expectedOutput: String {
        findsMax ? "\(values.max() ?? 0)" : text(of: values.sorted())
    }

    func makeWorld() -> AnyScratchpad { .sorting(SortingPad(values)) }

    /// The array; for MAX the value at pointer 1, once it stands at the end where RJMP brings it.
    func output(of world: AnyScratchpad) -> String {
        guard case .sorting(let pad) = world else { return "" }
        if findsMax {
            return pad.isAtEnd(.first) ? "\(pad.firstValue)" : ""
        }
        return text(of: pad.values)
    }

    /// The values that stand there now in order, or the largest of them.
    func answer(for world: AnyScratchpad) -> String? {
        guard case .sorting(let pad) = world else { return nil }
        return findsMax ? pad.values.max().map { "\($0)" } : text(of: pad.values.sorted())
    }

    /// A sweep takes 6 events, and for each of its pairs 13 if all are swapped: 9 for BSTEP and what it calls, 4 for
    /// LSHIFT.
    var expertEventBound: Int {
        let pairs = values.count - 1
        let sort = values.count * (6 + 13 * pairs) + 2
        return findsMax ? sort + 4 * pairs + 4 : sort
    }

    func formula(width: Int, ellipsis: String) -> String {
        shortened(to: width, ellipsis: ellipsis)
    }

    func goal(width: Int, ellipsis: String) -> String {
        let (opening, closing) =
            findsMax
            ? ("find the largest of ", ": sort, then go to the last")
            : ("sort ", " by sweeps that swap neighbours")
        let room = width == .max ? width : width - opening.count - closing.count
        return opening + shortened(to: room, ellipsis: ellipsis) + closing
    }

    private func text(of values: some Sequence<UInt8>) -> String {
        values.map { "\($0)" }.joined(separator: " ")
    }

    /// The values, or the first and last of them around `ellipsis`; whole values, one of each end at least.
    private func shortened(to width: Int, ellipsis: String) -> String {
        let whole = text(of: values)
        let kept = max(width == .max ? width : (width - ellipsis.count) / 2, 2)
        guard whole.utf8.count > width, kept < values.count else { return whole }
        return "\(text(of: values.prefix((kept + 1) / 2))) \(ellipsis) \(text(of: values.suffix(kept / 2)))"
    }
}
