package import NPIKit

/// What the network said of a step before it happened, cut down to what a person looks at: the end probability, the
/// four likeliest programs and the two likeliest values of each argument. 38 bytes.
package struct PredictionSummary: Hashable, Sendable {
    /// How many programs are kept.
    package static let programCount = 4
    /// How many values of each argument are kept.
    package static let valueCount = 2

    // Ordered by alignment, so that nothing is lost between. Lane r holds the program of rank r and its probability; a probability of 0 means that there is none.
    private var programRows: SIMD4<UInt16> = .zero
    private var programChances: SIMD4<UInt16> = .zero
    // Lane i holds the probability of argument i's likeliest and second value; the values are four bits each.
    private var bestChances: SIMD4<UInt16> = .zero
    private var secondChances: SIMD4<UInt16> = .zero
    private var bestValues: UInt16 = 0
    private var secondValues: UInt16 = 0

    /// The probability that the frame returns.
    package var end: Probability

    /// A summary that knows only the return probability.
    package init(end: Probability) {
        self.end = end
    }

    /// A program and its probability.
    package struct ProgramChance: Hashable, Sendable {
        /// The program.
        package var program: ProgramID
        /// How likely it was to be called.
        package var probability: Probability

        /// Makes a pair.
        package init(program: ProgramID, probability: Probability) {
            self.program = program
            self.probability = probability
        }
    }

    /// A value of an argument and its probability.
    package struct ValueChance: Hashable, Sendable {
        /// The value, 0...9.
        package var value: Int
        /// How likely it was.
        package var probability: Probability
    }

    /// The program of `rank` 0..<4, the likeliest first, or nil if it has no probability worth a mention (under 1/131070).
    package func program(rank: Int) -> ProgramChance? {
        guard programChances[rank] != 0 else { return nil }
        return ProgramChance(
            program: ProgramID(rawValue: Int(programRows[rank])),
            probability: Probability(rawValue: programChances[rank]))
    }

    /// The likeliest programs, at most four, the likeliest first.
    package var programs: [ProgramChance] {
        (0..<Self.programCount).compactMap(program(rank:))
    }

    /// The value of `rank` 0 or 1 of argument `index` 0..<3, or nil if it has no probability worth a mention.
    package func value(ofArgument index: Int, rank: Int) -> ValueChance? {
        let chance = rank == 0 ? bestChances[index] : secondChances[index]
        guard chance != 0 else { return nil }
        let nibbles = rank == 0 ? bestValues : secondValues
        return ValueChance(value: Int(nibbles >> (4 * index) & 15), probability: Probability(rawValue: chance))
    }

    /// The likeliest values of argument `index` 0..<3, at most two, the likeliest first.
    package func values(ofArgument index: Int) -> [ValueChance] {
        (0..<Self.valueCount).compactMap { value(ofArgument: index, rank: $0) }
    }

    /// The likeliest arguments together.
    package var likeliestArguments: Arguments {
        func best(_ index: Int) -> Int { value(ofArgument: index, rank: 0)?.value ?? 0 }
        return Arguments(best(0), best(1), best(2))
    }

    mutating func setProgram(_ program: ProgramID, _ probability: Probability, rank: Int) {
        guard probability != .zero else { return }
        programRows[rank] = UInt16(program.rawValue)
        programChances[rank] = probability.rawValue
    }

    mutating func setValue(_ value: Int, _ probability: Probability, ofArgument index: Int, rank: Int) {
        guard probability != .zero else { return }
        if rank == 0 {
            bestChances[index] = probability.rawValue
            bestValues = bestValues & ~(15 << (4 * index)) | UInt16(value) << (4 * index)
        } else {
            secondChances[index] = probability.rawValue
            secondValues = secondValues & ~(15 << (4 * index)) | UInt16(value) << (4 * index)
        }
    }
}

extension PredictionSummary {
    /// Cuts `prediction` down. Among equals the lower row, or value, comes first.
    package init(_ prediction: Prediction) {
        self.init(end: Probability(prediction.end))
        prediction.programs.withUnsafeBufferPointer { chances in
            var ranked = Ranked(count: Self.programCount)
            for row in chances.indices { ranked.offer(row, chances[row]) }
            for rank in 0..<Self.programCount where ranked.rows[rank] >= 0 {
                let row = ProgramID(rawValue: ranked.rows[rank])
                setProgram(row, Probability(ranked.chances[rank]), rank: rank)
            }
        }
        prediction.arguments.withUnsafeBufferPointer { chances in
            for index in 0..<Arguments.count {
                var ranked = Ranked(count: Self.valueCount)
                for value in 0..<Arguments.valueCount {
                    ranked.offer(value, chances[index * Arguments.valueCount + value])
                }
                for rank in 0..<Self.valueCount where ranked.rows[rank] >= 0 {
                    setValue(ranked.rows[rank], Probability(ranked.chances[rank]), ofArgument: index, rank: rank)
                }
            }
        }
    }
}

/// The likeliest of what was offered, in order, as far as it is worth a mention.
private struct Ranked {
    var rows = SIMD4<Int>(repeating: -1)
    var chances = SIMD4<Float>(repeating: Self.leastChance)
    let count: Int
    /// What a chance must be above to be among them.
    private var bar = Self.leastChance

    /// Less is 0 as a ``Probability``. Most chances of a trained network are, and are passed over at one comparison each.
    private static let leastChance: Float = 0.49 / 65535

    init(count: Int) {
        self.count = count
    }

    mutating func offer(_ row: Int, _ chance: Float) {
        guard chance > bar else { return }
        var rank = count - 1
        while rank > 0, chance > chances[rank - 1] {
            chances[rank] = chances[rank - 1]
            rows[rank] = rows[rank - 1]
            rank -= 1
        }
        chances[rank] = chance
        rows[rank] = row
        bar = chances[count - 1]
    }
}
