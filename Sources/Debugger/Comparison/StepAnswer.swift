import NPIKit

/// What is known of a network's answer at one step: all of it where the network was asked, else as much as was recorded.
struct StepAnswer {
    private let recorded: PredictionSummary?
    private let recordedLibrary: ProgramLibrary
    private let computed: Prediction?
    private let computedLibrary: ProgramLibrary?

    /// - Parameters:
    ///   - recorded: What was recorded, with programs by `library`.
    ///   - computed: What a network says, with programs by its own library.
    init(
        recorded: PredictionSummary?, in library: ProgramLibrary, computed: Prediction? = nil,
        by network: ProgramLibrary? = nil
    ) {
        self.recorded = recorded
        recordedLibrary = library
        self.computed = computed
        computedLibrary = network
    }

    /// The probability of returning.
    var end: Double? { recorded?.end.value ?? computed.map { Double($0.end) } }

    /// The probability of the program `name`; nil where it is not known.
    func program(_ name: String) -> Double? {
        if let recorded, let program = recordedLibrary.program(named: name) {
            let chances = recorded.programs
            if let chance = chances.first(where: { $0.program == program }) { return chance.probability.value }
            // All that are likelier than 0.00001 are there.
            if computed == nil { return chances.count < PredictionSummary.programCount && !chances.isEmpty ? 0 : nil }
        }
        guard let computed, let row = computedLibrary?.program(named: name) else { return nil }
        return Double(computed.programs[row.rawValue])
    }

    /// The probability that argument `index` is `value`; nil where it is not known.
    func argument(_ index: Int, is value: Int) -> Double? {
        if let recorded {
            let chances = recorded.values(ofArgument: index)
            if let chance = chances.first(where: { $0.value == value }) { return chance.probability.value }
            if computed == nil { return chances.count < PredictionSummary.valueCount && !chances.isEmpty ? 0 : nil }
        }
        return computed.map { Double($0.argument(index, is: value)) }
    }

    /// The probability that `decision` is taken, all its parts together: that the frame returns, or that it goes on, with this
    /// program and these arguments; nil where a part is not known.
    func probability(of decision: NamedDecision) -> Double? {
        guard let end else { return nil }
        guard decision.kind != .return else { return end }
        guard var product = program(decision.program) else { return nil }
        for index in 0..<Arguments.count {
            guard let chance = argument(index, is: decision.arguments[index]) else { return nil }
            product *= chance
        }
        return product * (1 - end)
    }

    /// The probability in which both differ most, if by more than `tolerance`; nil where none does that both know.
    func difference(from other: StepAnswer, tolerance: Double) -> (what: String, first: Double, second: Double)? {
        var most: (what: String, first: Double, second: Double)?
        func compare(_ first: Double?, _ second: Double?, _ what: @autoclosure () -> String) {
            guard let first, let second else { return }
            let gap = abs(first - second)
            if gap > tolerance, gap > most.map({ abs($0.first - $0.second) }) ?? 0 { most = (what(), first, second) }
        }
        compare(end, other.end, "p(return)")
        for name in (computedLibrary ?? recordedLibrary).names {
            compare(program(name), other.program(name), "p(\(name))")
        }
        for index in 0..<Arguments.count {
            for value in 0..<Arguments.valueCount {
                compare(
                    argument(index, is: value), other.argument(index, is: value),
                    "p(argument \(index + 1) = \(value))")
            }
        }
        return most
    }
}
