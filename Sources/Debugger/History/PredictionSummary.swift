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
            var ranked = Ranked()
            for row in chances.indices where chances[row] > Ranked.leastChance { ranked.offer(row, chances[row]) }
            (programRows, programChances) = ranked.result
        }
        prediction.arguments.withUnsafeBufferPointer { chances in
            for index in 0..<Arguments.count {
                var ranked = Ranked()
                let first = index * Arguments.valueCount
                for value in 0..<Arguments.valueCount where chances[first + value] > Ranked.leastChance {
                    ranked.offer(value, chances[first + value])
                }
                let (values, probabilities) = ranked.result
                (bestChances[index], secondChances[index]) = (probabilities[0], probabilities[1])
                bestValues |= values[0] << (4 * index)
                secondValues |= values[1] << (4 * index)
            }
        }
    }
}

/// The four likeliest of what was offered, in order, as far as they are worth a mention. One field for each: a vector whose lanes
/// are reached by number goes through memory.
private struct Ranked {
    /// Less is 0 as a ``Probability``. Most chances of a trained network are, and are to be passed over at one comparison each.
    static let leastChance: Float = 0.49 / 65535

    private var first = Entry()
    private var second = Entry()
    private var third = Entry()
    private var fourth = Entry()

    private struct Entry {
        var row: UInt16 = 0
        var chance = Ranked.leastChance
    }

    /// The rows and their probabilities; zeros where nothing more is worth a mention.
    var result: (rows: SIMD4<UInt16>, probabilities: SIMD4<UInt16>) {
        func probability(_ entry: Entry) -> UInt16 { Probability(entry.chance).rawValue }
        let probabilities = SIMD4(probability(first), probability(second), probability(third), probability(fourth))
        let rows = SIMD4(first.row, second.row, third.row, fourth.row)
        return (rows.replacing(with: 0, where: probabilities .== 0), probabilities)
    }

    mutating func offer(_ row: Int, _ chance: Float) {
        let entry = Entry(row: UInt16(row), chance: chance)
        if chance > first.chance {
            (first, second, third, fourth) = (entry, first, second, third)
        } else if chance > second.chance {
            (second, third, fourth) = (entry, second, third)
        } else if chance > third.chance {
            (third, fourth) = (entry, third)
        } else if chance > fourth.chance {
            fourth = entry
        }
    }
}
