/// Reads expressions: precedence climbing over one line.
extension TokenReader {
    /// The words that stand before what they are asked of.
    private static let functions: Set<String> = [
        "sorted", "largest", "smallest", "reversed", "place", "left", "right", "length", "compare", "palindrome",
        "balanced", "countdown", "worked", "digits", "quotient", "remainder",
    ]

    /// An expression with operators that bind at least so tightly.
    mutating func expression(_ strength: Int = 0) throws(LineError) -> ExpressionSyntax {
        guard index < 256 else { throw error("this expression is too long") }
        var left = try operand()
        while let token = next, let operation = Operator(token), operation.strength > strength {
            _ = advance()
            let right = try expression(operation.strength)
            left = ExpressionSyntax(kind: .binary(operation, left, right), span: left.span.through(right.span))
        }
        return left
    }

    private mutating func operand() throws(LineError) -> ExpressionSyntax {
        var value = try primary()
        while let token = next {
            if token.kind == .string {
                _ = advance()
                value = ExpressionSyntax(kind: .labelled(value, token.text), span: value.span.through(token.span))
            } else if take("at") {
                guard let way = next, way.text == "start" || way.text == "end" else {
                    throw error("\"start\" or \"end\" is missing here, such as PTR1 at end")
                }
                _ = advance()
                value = ExpressionSyntax(
                    kind: .at(value, isEnd: way.text == "end"), span: value.span.through(way.span))
            } else if take("is") {
                let isNot = take("not")
                guard let property = advance(), ["blank", "sorted", "falling"].contains(property.text) else {
                    throw LineError(
                        span: place,
                        message: "after \"is\" comes blank, sorted or falling; numbers are compared with == and >")
                }
                value = ExpressionSyntax(
                    kind: .isProperty(value, property.text), span: value.span.through(property.span))
                if isNot { value = ExpressionSyntax(kind: .not(value), span: value.span) }
            } else {
                break
            }
        }
        return value
    }

    private mutating func primary() throws(LineError) -> ExpressionSyntax {
        guard let token = next else { throw error("a value is missing here: a name, a number, blank, or (...)") }
        if take("(") {
            let inner = try expression()
            try expect(")", "it closes the ( before")
            return ExpressionSyntax(kind: inner.kind, span: token.span.through(inner.span))
        }
        if take("not") {
            let inner = try expression(Operator.and.strength)
            return ExpressionSyntax(kind: .not(inner), span: token.span.through(inner.span))
        }
        if take("blank") { return ExpressionSyntax(kind: .blank, span: token.span) }
        if token.kind == .number { return ExpressionSyntax(kind: .number(try number("a number")), span: token.span) }
        if token.kind == .string {
            _ = advance()
            return ExpressionSyntax(kind: .string(token.text), span: token.span)
        }
        if token.text == "-" { throw error("a number has no sign here; -1 is written 0 - 1") }
        guard token.kind == .word else { throw error("\"\(token.text)\" cannot stand here; a value is expected") }
        if Self.functions.contains(token.text) { return try function(token) }
        let name = try name("a value")
        return ExpressionSyntax(kind: .name(name.text), span: name.span)
    }

    /// `sorted V`, `place of PTR1`, `compare A with B`.
    private mutating func function(_ token: SourceLine.Token) throws(LineError) -> ExpressionSyntax {
        _ = advance()
        if token.text == "length", next?.text != "of" {
            return ExpressionSyntax(kind: .name(token.text), span: token.span)
        }
        _ = take("of")
        var inputs = [try primary()]
        if take("with") || take("by") { inputs.append(try primary()) }
        return ExpressionSyntax(
            kind: .function(token.text, inputs), span: token.span.through(inputs[inputs.count - 1].span))
    }
}
