/// Why a line could not be read further, or means nothing.
struct LineError: Error, Hashable {
    var span: SourceSpan
    var message: String
    /// The name that the mistake is about. Where it is not known what it means, the mistake may follow from that.
    var subject: String?
    /// The word of the lines that should say what is missed, such as "row". Where one of these could not be read, the mistake may
    /// follow from that.
    var saidBy: String?
    /// Further mistakes beside this one, which do not follow from it.
    var others: [LineError] = []

    /// This one and those beside it.
    var all: [LineError] {
        var alone = self
        alone.others = []
        return [alone] + others.flatMap(\.all)
    }
}

/// Mistakes that are found one after the other, so that each is told.
struct LineMistakes {
    private var found: [LineError] = []

    /// What both make.
    ///
    /// - Throws: The mistakes of both.
    static func both<One, Other>(
        _ one: () throws(LineError) -> One, _ other: () throws(LineError) -> Other
    ) throws(LineError) -> (One, Other) {
        var mistakes = LineMistakes()
        guard let first = mistakes.keep(one) else {
            _ = mistakes.keep(other)
            throw mistakes.joined
        }
        guard let second = mistakes.keep(other) else { throw mistakes.joined }
        return (first, second)
    }

    /// What `make` makes; nil where it throws, which is kept.
    mutating func keep<Result>(_ make: () throws(LineError) -> Result) -> Result? {
        do throws(LineError) {
            return try make()
        } catch {
            found.append(error)
            return nil
        }
    }

    var isEmpty: Bool { found.isEmpty }

    /// Keeps `mistake`.
    mutating func add(_ mistake: LineError) { found.append(mistake) }

    /// All that was kept as one error.
    ///
    /// - Precondition: Something was kept.
    var joined: LineError {
        var first = found[0]
        first.others += found.dropFirst()
        return first
    }
}
