import NPIKit
import Support

// The grammar of expressions, loosest first:
//
//     either   := both ("or" both)*
//     both     := negation ("and" negation)*
//     negation := "not" negation | comparison
//     comparison := sum (("==" | "!=" | "<" | "<=" | ">" | ">=") sum | "in" sum ".." sum)?
//     sum      := product (("+" | "-") product)*
//     product  := factor ("*" factor)*
//     factor   := number | "blank" | PROGRAM | name | row "[" either "]" | "p(" PROGRAM ")" | "-" factor | "(" either ")"
extension SpecReader {
    /// Reads something that is so or is not.
    mutating func condition() throws(SpecError) -> Expression {
        let start = next
        let expression = try either()
        guard !expression.isProgram else {
            throw SpecError(
                "\(start.text) is a program: compare it, as in program == \(start.text)", column: start.column)
        }
        return expression
    }

    /// Reads something with a value.
    mutating func either() throws(SpecError) -> Expression {
        try nested { (reader) throws(SpecError) in
            var left = try reader.both()
            while reader.take("or") || reader.take("||") { left = .binary(.or, left, try reader.both()) }
            return left
        }
    }

    private mutating func both() throws(SpecError) -> Expression {
        var left = try negation()
        while take("and") || take("&&") { left = .binary(.and, left, try negation()) }
        return left
    }

    private mutating func negation() throws(SpecError) -> Expression {
        guard take("not") || take("!") else { return try comparison() }
        return try nested { (reader) throws(SpecError) in .not(try reader.negation()) }
    }

    private mutating func comparison() throws(SpecError) -> Expression {
        let left = try sum()
        if take("in") {
            let low = try sum()
            try require("..")
            return .within(left, low, try sum())
        }
        let symbols: [String: Expression.Operation] = [
            "==": .equal, "=": .equal, "!=": .unequal, "<": .less, "<=": .lessOrEqual, ">": .greater,
            ">=": .greaterOrEqual,
        ]
        guard case .symbol(let symbol) = next.kind, let operation = symbols[symbol] else { return left }
        take()
        let place = next
        let right = try sum()
        guard left.isProgram == right.isProgram || right == .blank else {
            let wanted = left.isProgram ? "a program" : "a number"
            throw SpecError("here should be \(wanted), not \(place.text)", column: place.column)
        }
        return .binary(operation, left, right)
    }

    private mutating func sum() throws(SpecError) -> Expression {
        var left = try product()
        while true {
            if take("+") {
                left = .binary(.plus, left, try product())
            } else if take("-") {
                left = .binary(.minus, left, try product())
            } else {
                return left
            }
        }
    }

    private mutating func product() throws(SpecError) -> Expression {
        var left = try factor()
        while take("*") { left = .binary(.times, left, try factor()) }
        return left
    }

    private mutating func factor() throws(SpecError) -> Expression {
        if take("(") {
            let inner = try either()
            try require(")")
            return inner
        }
        if take("-") { return try nested { (reader) throws(SpecError) in .minus(try reader.factor()) } }
        switch next.kind {
        case .number(let value):
            take()
            return .number(value)
        case .name(let name): return try named(name)
        default: throw error("here should be a value such as \(vocabulary.values.first ?? "depth"), not \(next.text)")
        }
    }

    private mutating func named(_ name: String) throws(SpecError) -> Expression {
        let word = name.lowercased()
        if following.kind == .symbol("["), let row = vocabulary.row(word) {
            take()
            take()
            let place = try either()
            try require("]")
            return .cell(row, place)
        }
        if word == "p", following.kind == .symbol("(") {
            take()
            take()
            let program = try requireProgram()
            try require(")")
            return .chance(program)
        }
        // A program's name as it is written; in other letter cases it is a value's, if there is one.
        if let program = vocabulary.library.program(named: name) {
            take()
            return .program(program)
        }
        guard let value = value(word) else {
            if vocabulary.row(word) != nil { throw error("\(name) is a row: name a cell of it, as in \(word)[0]") }
            if word == "p" { throw error("p asks for a program: p(\(vocabulary.programs.first ?? "ADD"))") }
            throw error("there is no value \(name)\(name.meaning(oneOf: vocabulary.valueNames))")
        }
        take()
        return value
    }

    private func value(_ word: String) -> Expression? {
        if let cell = vocabulary.value(word) { return .world(cell) }
        if let value = Expression.RunValue(rawValue: word) { return .run(value) }
        if let value = Expression.PredictionValue(rawValue: word) { return .prediction(value) }
        // As it was called before.
        if word == "sure" { return .prediction(.confidence) }
        if word == "blank" { return .blank }
        return vocabulary.program(word).map { .program($0) }
    }
}

extension Expression {
    /// Reads `text`, which a person wrote: a value such as `out[0]` or a condition.
    ///
    /// - Throws: ``SpecError`` with the column.
    package init(_ text: String, _ vocabulary: SpecVocabulary) throws(SpecError) {
        var reader = try SpecReader(text, vocabulary)
        self = try reader.either()
        guard reader.next.kind == .end else { throw reader.error("\(reader.next.text) has no meaning here") }
    }
}
