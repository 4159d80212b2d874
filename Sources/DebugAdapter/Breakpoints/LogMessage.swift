import Debugger

/// What a log point prints: text with expressions in braces, such as "carry is {carry}".
struct LogMessage: Hashable, Sendable {
    private enum Part: Hashable, Sendable {
        case text(String)
        case expression(String)
    }

    private var parts: [Part] = []

    /// Reads a message. A brace that nothing closes is text.
    init(_ text: String) {
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            parts.append(.text(String(rest[..<open])))
            parts.append(.expression(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        parts.append(.text(String(rest)))
    }

    /// Checks its expressions.
    ///
    /// - Throws: ``Refusal`` where one says nothing.
    func check(in session: Session) throws(Refusal) {
        for case .expression(let text) in parts {
            do throws(SpecError) {
                _ = try session.value(of: text)
            } catch {
                throw Refusal("{\(text.prefix(60))}: \(error.what)")
            }
        }
    }

    /// The line that it prints at the session's position.
    func line(at session: Session) -> String {
        parts.map { part in
            switch part {
            case .text(let text): return text
            case .expression(let text):
                guard let (expression, value) = try? session.value(of: text) else { return "{\(text)}" }
                return expression.words(value, session)
            }
        }.joined()
    }
}
