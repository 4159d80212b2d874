import Support

/// Statements that do something, and what is said of them.
extension TokenReader {
    /// `move CARRY left`, `write OUT sum mod 10`, `swap PTR1 PTR2`, `copy A to B`, `return`, or a call.
    mutating func action() throws(LineError) -> StatementSyntax {
        let start = place
        let kind = try actionKind()
        return StatementSyntax(kind: kind, span: start.through(lastSpan))
    }

    private static let statements = [
        "move", "write", "swap", "copy", "return", "if", "else", "while", "until", "repeat", "let", "say",
    ]

    private static func noStatement(_ word: String, _ span: SourceSpan) -> LineError {
        LineError(
            span: span,
            message:
                "no statement begins with \(word)\(word.meaning(oneOf: statements)); a call is a program's name alone")
    }

    /// Where a line begins with a word that begins none, reads it as the statement that was probably meant.
    mutating func correctFirstWord(pointers: [String]) {
        guard index == 0, let word = next, word.kind == .word, line.tokens.count > 1,
            !Self.statements.contains(word.text), !["(", "say"].contains(line.tokens[1].text)
        else { return }
        if line.tokens[1].kind == .sign, line.tokens[1].text == "=" {
            if pointers.contains(word.text) {
                let mistake = error("a symbol is written by: write \(word.text) VALUE")
                guess("write", word.text, insteadOf: 2, for: mistake)
            } else if !Self.reserved.contains(word.text) {
                guess("let", word.text, for: error("a value gets a name by: let \(word.text) = VALUE"))
            }
        } else if ["elif", "elsif", "elseif"].contains(word.text) {
            guess("else", "if", for: error("this is written else if"))
        } else if let meant = word.text.nearest(in: Self.statements) {
            guess(meant, for: Self.noStatement(word.text, word.span))
        }
    }

    private var lastSpan: SourceSpan { line.tokens[max(index - 1, 0)].span }

    private mutating func actionKind() throws(LineError) -> StatementSyntax.Kind {
        if take("move") {
            let pointer = try name("a pointer's name")
            if take("left") { return .move(pointer, .left) }
            if take("right") { return .move(pointer, .right) }
            if next?.text == "," {
                throw error("each pointer is moved by a line of its own: move \(pointer.text) left")
            }
            throw error("\"left\" or \"right\" is missing here: move \(pointer.text) left")
        }
        if take("write") {
            let pointer = try name("a pointer's name")
            return .write(pointer, try expression())
        }
        if take("swap") {
            let one = try name("a pointer's name")
            _ = take("and") || take("with")
            return .swap(one, try name("the other pointer's name"))
        }
        if take("copy") {
            let one = try name("a pointer's name")
            try expect("to", "copy FROM to TO")
            return .copy(from: one, to: try name("the other pointer's name"))
        }
        if take("return") { return .return }
        guard let word = next, word.kind == .word else {
            throw error(
                "a statement is missing here: move, write, swap, copy, return, if, while, until, or a program's name")
        }
        let program = try name("a program")
        guard isAtEnd || startsWith("(") || startsWith("say") else {
            throw Self.noStatement(program.text, program.span)
        }
        var arguments: [ExpressionSyntax] = []
        if take("(") {
            if !take(")") {
                repeat { arguments.append(try expression()) } while take(",")
                try expect(")", "it closes the arguments of \(program.text)")
            }
        }
        return .call(program, arguments)
    }

    /// Any number of `say "TEXT" if CONDITION`.
    mutating func says() throws(LineError) -> [SaySyntax] {
        var says: [SaySyntax] = []
        while take("say") {
            let span = place
            let text = try string("what is said")
            let condition = take("if") ? try expression() : nil
            says.append(SaySyntax(text: text, span: span, condition: condition))
        }
        return says
    }
}
