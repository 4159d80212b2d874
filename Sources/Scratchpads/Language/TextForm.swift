/// A text with values of the pad in it: "6 + 5 = {sum}".
struct TextForm: Hashable, Sendable {
    enum Piece: Hashable, Sendable {
        case text(String)
        /// A value, by the symbols of the row that it comes from.
        case value(Formula, row: Int?)
        /// The terms of a sum or difference, without those that are blank, and with what they come to: "6 + 5 = 11"; a single term
        /// alone.
        case worked(Formula, withTotal: Bool)
        /// The name of the pointer that an argument stands for.
        case pointer(Int)
    }

    var pieces: [Piece]

    func text(in pad: TaskPad, _ arguments: [Int]) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .value(let formula, let row):
                pad.form.text(of: formula.value(in: pad, arguments), row: row)
            case .pointer(let argument): pad.form.pointers[pad.form.pointer(.argument(argument), arguments)].label
            case .worked(let formula, let withTotal): formula.workedOut(withTotal: withTotal, in: pad, arguments)
            }
        }.joined()
    }
}

extension TaskForm {
    /// A symbol as a person reads it: a number, or the row's sign.
    func text(of value: Int?, row: Int?) -> String {
        guard let value else { return "blank" }
        guard let row, !rows[row].alphabet.isNumeric, rows[row].alphabet.symbols.indices.contains(value) else {
            return "\(value)"
        }
        return String(rows[row].alphabet.symbols[value])
    }
}

extension Formula {
    /// The terms of a sum or difference that are not blank, with their labels: "9 + 2 + 1 carried".
    fileprivate func terms(in pad: TaskPad, _ arguments: [Int]) -> [(text: String, isTakenAway: Bool)] {
        switch self {
        case .binary(.plus, let left, let right):
            return left.terms(in: pad, arguments) + right.terms(in: pad, arguments)
        case .binary(.minus, let left, let right):
            return left.terms(in: pad, arguments)
                + right.terms(in: pad, arguments).map { ($0.text, !$0.isTakenAway) }
        case .labelled(let inner, let label):
            return inner.terms(in: pad, arguments).map { ("\($0.text) \(label)", $0.isTakenAway) }
        default: return value(in: pad, arguments).map { [("\($0)", false)] } ?? []
        }
    }

    /// "9 - 2 - 1 borrowed = 6"; "nothing" if all terms are blank.
    fileprivate func workedOut(withTotal: Bool, in pad: TaskPad, _ arguments: [Int]) -> String {
        let terms = terms(in: pad, arguments)
        guard let first = terms.first else { return "nothing" }
        let rest = terms.dropFirst().map { ($0.isTakenAway ? " - " : " + ") + $0.text }
        let sum = (first.isTakenAway ? "-" : "") + first.text + rest.joined()
        return withTotal && terms.count > 1 ? "\(sum) = \(value(in: pad, arguments) ?? 0)" : sum
    }
}
