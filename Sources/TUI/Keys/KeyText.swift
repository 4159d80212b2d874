/// A text that names keys: it says which commands it means, and the assignment of the keys gives their names.
///
///     let text: KeyText = "changed; \(key: .undoEdit) undoes it"
///     text.text(with: CommandTable.keys)   // "changed; U undoes it"
package struct KeyText: Sendable, ExpressibleByStringInterpolation {
    fileprivate enum Piece: Sendable {
        case text(String)
        case key(CommandID)
    }

    private var pieces: [Piece]

    /// A text without keys.
    package init(_ text: String) { pieces = [.text(text)] }

    package init(stringLiteral text: String) { self.init(text) }

    package init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

    /// The text, with the keys that `keys` has for the commands.
    package func text(with keys: KeyAssignment) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .key(let command): keys.name(of: command)
            }
        }.joined()
    }

    /// Collects the pieces of a text.
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var pieces: [Piece] = []

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ literal: String) { pieces.append(.text(literal)) }

        package mutating func appendInterpolation(_ value: some Any) { pieces.append(.text("\(value)")) }

        /// The key of a command.
        package mutating func appendInterpolation(key command: CommandID) { pieces.append(.key(command)) }
    }
}
