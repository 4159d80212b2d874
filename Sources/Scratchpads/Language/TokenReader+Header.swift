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
        var names: [TaskSyntax.Name] = []
        repeat { names.append(try name("the input's name")) } while take(",")
        try expect(":", "input A: number of 1..20 digits")
        let kinds: [(String, InputKind)] = [
            ("number", .number), ("binary", .binary), ("list", .list), ("word", .word), ("count", .count),
        ]
        guard let word = next, let kind = kinds.first(where: { $0.0 == word.text })?.1 else {
            throw error("an input is a number, a binary, a list, a word or a count; such as number of 1..20 digits")
        }
        _ = advance()
        try expect("of", "\(word.text) of 1..20")
        let low = try number("the smallest length")
        try expect("..", "\(word.text) of \(low)..20")
        let high = try number("the largest length")
        guard low <= high, kind == .count || low >= 1 else {
            throw error("lengths go from 1 or more to the same or more, not from \(low) to \(high)")
        }
        _ = take("digits") || take("symbols") || take("values") || take("bits")
        var limit: Int?
        if take("at") {
            try expect("most", "at most 1000")
            limit = try number("the longest input")
        }
        let description = next?.kind == .string ? try string("what the input is") : nil
        return TaskSyntax.Input(
            names: names, kind: kind, drawn: low...high, limit: limit, description: description,
            span: start.through(word.span))
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
        var names: [TaskSyntax.Name] = []
        repeat { names.append(try name("the row's name")) } while take(",")
        try expect(":", "row OUT: digits")
        var row = TaskSyntax.Row(name: names[0], alphabet: try alphabet())
        if take("=") {
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
        while take(",") {
            if take("never") {
                try expect("blank", "never blank")
                row.isNeverBlank = true
            } else if take("auxiliary") {
                row.isAuxiliary = true
            } else if take("aligned") {
                guard let side = next, side.text == "left" || side.text == "right" else {
                    throw error("a row is aligned left or aligned right")
                }
                _ = advance()
                row.side = side.text == "right" ? .right : .left
            } else if take("width") {
                row.width = try expression()
            } else {
                throw error("a row can be: aligned left, aligned right, never blank, auxiliary, width NUMBER")
            }
        }
        guard names.count == 1 || row.input == nil || row.countdown != nil else {
            throw LineError(span: names[1].span, message: "only one row can hold an input; give each row a line")
        }
        return names.map { name in
            var copy = row
            copy.name = name
            return copy
        }
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
        var names: [TaskSyntax.Name] = []
        repeat { names.append(try name("the pointer's name")) } while take(",")
        var row: TaskSyntax.Name?
        if take("on") { row = try name("a row's name") }
        var startsRight: Bool?
        if take("at") {
            guard let side = next, side.text == "left" || side.text == "right" else {
                throw error("a pointer begins at left or at right")
            }
            _ = advance()
            startsRight = side.text == "right"
        }
        return names.map { TaskSyntax.Pointer(name: $0, row: row ?? $0, startsRight: startsRight) }
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
            var entry = TaskSyntax.Seen(expression: try expression())
            if take("as") { entry.name = try name("the name of what is seen") }
            seen.append(entry)
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
