import Support

/// The lines before the programs.
extension TokenReader {
    /// A task's name: words, numbers and hyphens without spaces, such as add-recursive.
    mutating func taskName(_ what: String) throws(LineError) -> TaskSyntax.Name {
        guard let first = next, first.kind == .word else { throw error("\(what) is missing here") }
        var text = ""
        var span = first.span
        while let token = next, token.kind != .string, token.span.column == span.column + text.count {
            text += token.text
            _ = advance()
        }
        span.length = text.count
        guard TaskCatalog.isName(text) else {
            throw LineError(
                span: span,
                message:
                    "\(text) cannot be \(what); it is a word of lower-case letters, digits and hyphens, such as subtract"
            )
        }
        return TaskSyntax.Name(text: text, span: span)
    }

    /// `A, B: number of 1..20 digits at most 100000 "two whole numbers"`
    mutating func input(_ start: SourceSpan) throws(LineError) -> TaskSyntax.Input {
        let names = try names("the input's name")
        expectColon("input A: number of 1..20 digits")
        let span = place
        let kind = attempt(skippingTo: "of") { (reader) throws(LineError) in try reader.inputKind() }
        var input = TaskSyntax.Input(
            names: names, kind: kind ?? .number, drawn: 1...1, limit: nil, description: nil, span: start.through(span))
        guard kind != nil || next != nil else { return input }
        if let drawn = attempt(skippingTo: "at", make: { (reader) throws(LineError) in try reader.lengths(input.kind) })
        {
            input.drawn = drawn
        }
        _ = take("digits") || take("symbols") || take("values") || take("bits")
        if take("at") {
            try expect("most", "at most 1000")
            input.limit = try number("the longest input")
        }
        if next?.kind == .string { input.description = try string("what the input is") }
        return input
    }

    private mutating func inputKind() throws(LineError) -> InputKind {
        let kinds: [(name: String, kind: InputKind)] = [
            ("number", .number), ("binary", .binary), ("list", .list), ("word", .word), ("count", .count),
        ]
        guard let word = next, let kind = kinds.first(where: { $0.name == word.text })?.kind else {
            throw error("an input is a number, a binary, a list, a word or a count; such as number of 1..20 digits")
        }
        _ = advance()
        return kind
    }

    /// `of 1..20`
    private mutating func lengths(_ kind: InputKind) throws(LineError) -> ClosedRange<Int> {
        try expect("of", "input A: number of 1..20 digits")
        let span = place
        let low = try number("the smallest length")
        try expect("..", "of \(low)..20")
        let high = try number("the largest length")
        guard low <= high, kind == .count || low >= 1 else {
            throw LineError(
                span: span, message: "lengths go from 1 or more to the same or more, not from \(low) to \(high)")
        }
        return low...high
    }

    /// `A, B`
    private mutating func names(_ what: String) throws(LineError) -> [TaskSyntax.Name] {
        var names: [TaskSyntax.Name] = []
        repeat { names.append(try name(what)) } while take(",")
        return names
    }

    /// The colon behind names; where there is none, the line is read on as though it stood there.
    private mutating func expectColon(_ use: String) {
        let hasOne = line.tokens[index...].contains { $0.kind == .sign && $0.text == ":" }
        let mistake = error("\":\" is missing here: \(use)")
        if take(":") { return }
        note(mistake)
        if hasOne {
            skip(to: [":"])
            _ = take(":")
        }
    }

    /// The words of an example, as they would be typed.
    mutating func example() -> [TaskSyntax.Name] {
        var words: [TaskSyntax.Name] = []
        var end = 0
        while let token = advance() {
            if let last = words.last, token.kind != .string, end == token.span.column {
                words[words.count - 1] = TaskSyntax.Name(text: last.text + token.text, span: last.span)
            } else {
                words.append(TaskSyntax.Name(text: token.text, span: token.span))
            }
            end = token.span.column + token.span.length
        }
        return words
    }

    /// `INP1, INP2: digits = A, aligned right, auxiliary`
    mutating func rows() throws(LineError) -> [TaskSyntax.Row] {
        let names = try names("the row's name")
        expectColon("row OUT: digits")
        let alphabet = attempt(skippingTo: "=", ",") { (reader) throws(LineError) in try reader.alphabet() }
        var row = TaskSyntax.Row(name: names[0], alphabet: alphabet ?? .digits)
        if take("=") {
            attempt(skippingTo: ",") { (reader) throws(LineError) in try reader.contents(of: &row) }
        }
        while take(",") {
            attempt(skippingTo: ",") { (reader) throws(LineError) in try reader.property(of: &row) }
        }
        if names.count > 1, row.input != nil, row.countdown == nil {
            note(LineError(span: names[1].span, message: "only one row can hold an input; give each row a line"))
        }
        return names.map { name in
            var copy = row
            copy.name = name
            return copy
        }
    }

    /// What stands in a row at the beginning, behind `=`.
    private mutating func contents(of row: inout TaskSyntax.Row) throws(LineError) {
        if next?.kind == .string {
            row.filling = try string("a symbol")
        } else if next?.kind == .number {
            row.filling = "\(try number("a symbol"))"
        } else if take("countdown") {
            _ = take("of")
            row.countdown = try name("a count's name")
        } else {
            row.input = try name("an input's name")
        }
    }

    /// What is said of a row behind a comma.
    private mutating func property(of row: inout TaskSyntax.Row) throws(LineError) {
        if take("never") {
            try expect("blank", "never blank")
            row.isNeverBlank = true
        } else if take("auxiliary") {
            row.isAuxiliary = true
        } else if take("aligned") {
            row.side = try side("a row is aligned left or aligned right")
        } else if take("width") {
            row.width = try expression()
        } else {
            throw error("a row can be: aligned left, aligned right, never blank, auxiliary, width NUMBER")
        }
    }

    private mutating func side(_ use: String) throws(LineError) -> Drawing.Side {
        guard let side = next, side.text == "left" || side.text == "right" else { throw error(use) }
        _ = advance()
        return side.text == "right" ? .right : .left
    }

    private mutating func alphabet() throws(LineError) -> Alphabet {
        if take("digits") { return .digits }
        if take("bits") { return .bits }
        guard take("symbols") else {
            throw error("a row has digits, bits, or symbols with a text of them, such as symbols \"()\"")
        }
        let span = place
        let symbols = Array(try string("the symbols")).filter { $0 != " " }
        guard Set(symbols).count == symbols.count else {
            throw LineError(span: span, message: "a symbol stands twice here")
        }
        guard (2...64).contains(symbols.count) else {
            throw LineError(span: span, message: "there are \(symbols.count) symbols here; a row has 2 to 64")
        }
        guard symbols.allSatisfy({ $0.isPrintable && $0 != "{" && $0 != "}" }) else {
            throw LineError(span: span, message: "a symbol is a visible character other than { and }")
        }
        return Alphabet(symbols: symbols)
    }

    /// `PTR1, PTR2 on VALUES at left`, or `INP1, OUT at right`, each on the row of its name.
    mutating func pointers() throws(LineError) -> [TaskSyntax.Pointer] {
        let names = try names("the pointer's name")
        var row: TaskSyntax.Name?
        if take("on") {
            row = attempt(skippingTo: "at") { (reader) throws(LineError) in try reader.name("a row's name") }
        }
        var side: Drawing.Side?
        if take("at") {
            side = attempt { (reader) throws(LineError) in
                try reader.side("a pointer begins at left or at right")
            }
        }
        return names.map { TaskSyntax.Pointer(name: $0, row: row ?? $0, startsRight: side.map { $0 == .right }) }
    }

    /// `PTR3 to length as SWEEPS`
    mutating func counter() throws(LineError) -> TaskSyntax.Pointer {
        var pointer = TaskSyntax.Pointer(name: try name("the counter's name"))
        try expect("to", "counter PTR3 to length")
        pointer.limit = try expression()
        if take("as") { pointer.otherName = try name("another name") }
        return pointer
    }

    /// `INP1, PTR1 as VALUE1, PTR1 at end, VALUE1 > VALUE2`
    mutating func seen() throws(LineError) -> [TaskSyntax.Seen] {
        var seen: [TaskSyntax.Seen] = []
        repeat {
            let entry = attempt(skippingTo: ",") { (reader) throws(LineError) in
                var entry = TaskSyntax.Seen(expression: try reader.expression())
                if reader.take("as") { entry.name = try reader.name("the name of what is seen") }
                guard reader.isAtEnd || reader.next?.text == "," else {
                    throw reader.error("a comma is missing here, between two things that are seen")
                }
                return entry
            }
            if let entry { seen.append(entry) }
        } while take(",")
        return seen
    }

    /// `OUT as number`, `PTR1 when PTR1 at end`
    mutating func output() throws(LineError) -> TaskSyntax.Output {
        let name = try name("a row or a pointer")
        var output = TaskSyntax.Output(name: name, form: .symbol)
        if take("as") {
            let forms: [String: OutputForm] = ["number": .number, "list": .list, "word": .word, "symbol": .symbol]
            guard let token = next, let form = forms[token.text] else {
                throw error("an output is read as number, as list, as word or as symbol")
            }
            _ = advance()
            output.form = form
        }
        if take("when") { output.condition = try expression() }
        return output
    }
}
