import NPIKit
import Scratchpads
import Support

// The grammar of expressions, loosest first:
//
//     either   := both ("or" both)*
//     both     := negation ("and" negation)*
//     negation := "not" negation | comparison
//     comparison := side (("==" | "!=" | "<" | "<=" | ">" | ">=") side | "in" sum ".." sum)?
//     side     := sum | "'" symbol "'"        where the other side is what stands in a row of such symbols
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
        let start = next
        if case .quoted(let symbol) = start.kind {
            take()
            guard let operation = comparisonSign else { throw unpaired(start) }
            take()
            let right = try sum()
            return .binary(operation, try number(of: symbol, comparedWith: right, start), right)
        }
        let left = try sum()
        if take("in") {
            let low = try sum()
            try require("..")
            return .within(left, low, try sum())
        }
        guard let operation = comparisonSign else { return left }
        take()
        let place = next
        if case .quoted(let symbol) = place.kind {
            take()
            return .binary(operation, left, try number(of: symbol, comparedWith: left, place))
        }
        let right = try sum()
        guard left.isProgram == right.isProgram || right == .blank else {
            let wanted = left.isProgram ? "a program" : "a number"
            throw SpecError("here should be \(wanted), not \(place.text)", column: place.column)
        }
        return .binary(operation, left, right)
    }

    private static let comparisonSigns: [String: Expression.Operation] = [
        "==": .equal, "=": .equal, "!=": .unequal, "<": .less, "<=": .lessOrEqual, ">": .greater, ">=": .greaterOrEqual,
    ]

    /// The comparison that comes next, if one does.
    private var comparisonSign: Expression.Operation? {
        if case .symbol(let sign) = next.kind { Self.comparisonSigns[sign] } else { nil }
    }

    /// The number that a symbol has in the row whose symbols `other` is one of.
    private func number(
        of symbol: String, comparedWith other: Expression, _ place: SpecToken
    ) throws(SpecError) -> Expression {
        let cell: Cell
        switch other {
        case .world(let index), .cell(let index, _): cell = vocabulary.cells[index]
        default: throw unpaired(place)
        }
        // A pointer's own value is its place.
        guard !cell.isPointer else { throw unpaired(place) }
        guard let number = cell.range.first(where: { cell.text(of: $0) == symbol }) else {
            let all = cell.range.prefix(70).map(cell.text).joined(separator: " ")
            throw SpecError("\(place.text) is none of the symbols of \(cell.name): \(all)", column: place.column)
        }
        return .number(Double(number))
    }

    private func unpaired(_ place: SpecToken) -> SpecError {
        let signs = vocabulary.cells.first { $0.symbols != nil && $0.placeCount == nil }
        let example = signs?.name ?? vocabulary.values.first ?? "out"
        return SpecError(
            "\(place.text) is compared with what stands in a row, as in \(example) == \(place.text)",
            column: place.column)
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
        case .quoted: throw unpaired(next)
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
            let value = try chance()
            try require(")")
            return value
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

    /// What stands within p( ): a program, or what else can come next.
    private mutating func chance() throws(SpecError) -> Expression {
        if take("return") || take("end") { return .prediction(.end) }
        if case .name(let name) = next.kind, vocabulary.program(name) == nil, vocabulary.isAction(name) {
            throw error("\(name) is an action; p takes a program, ACT for any action, or return")
        }
        return .chance(try requireProgram(or: [ProgramLibrary.act, "return"]))
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
    /// Reads `text`, whose value is to be shown: a program alone has none.
    ///
    /// - Throws: ``SpecError`` with the column.
    init(value text: String, _ vocabulary: SpecVocabulary) throws(SpecError) {
        self = try Expression(text, vocabulary)
        guard case .program(let program) = self else { return }
        let name = vocabulary.library[program]
        throw SpecError("\(name) is a program, and no value of this run; p(\(name)) is how likely it is", column: 1)
    }

    /// Reads `text`, which a person wrote: a value such as `out[0]` or a condition.
    ///
    /// - Throws: ``SpecError`` with the column.
    package init(_ text: String, _ vocabulary: SpecVocabulary) throws(SpecError) {
        var reader = try SpecReader(text, vocabulary)
        self = try reader.either()
        guard reader.next.kind == .end else { throw reader.error("\(reader.next.text) has no meaning here") }
    }
}
