package import NPIKit
import Scratchpads

// The grammar of decisions: "return" | ["act"] ACTION | ["call"] PROGRAM [N N N]
extension Decision {
    /// Reads what a person wants to happen next in `session`: `CARRY`, `WRITE OUT 5`, `return`.
    ///
    /// - Throws: ``SpecError`` with the column.
    package init(_ text: String, in session: Session) throws(SpecError) {
        let vocabulary = session.vocabulary
        var reader = try SpecReader(text, vocabulary)
        let start = reader.next
        if reader.take("return") {
            self = .end
        } else if reader.following.kind == .end || reader.following.isNumber || start.word == "call",
            case .name(let name) = start.kind, start.word == "call" || vocabulary.program(name) != nil,
            start.word != "act"
        {
            _ = reader.take("call")
            let program = try reader.requireProgram()
            var values: [Int] = []
            while reader.next.kind != .end, values.count < Arguments.count {
                let place = reader.next
                let value = try reader.requireWhole("an argument")
                guard (0..<Arguments.valueCount).contains(value) else {
                    throw SpecError("an argument is 0 to \(Arguments.valueCount - 1)", column: place.column)
                }
                values.append(value)
            }
            values += Array(repeating: 0, count: Arguments.count - values.count)
            self = .call(program, Arguments(values[0], values[1], values[2]))
        } else {
            self = .act(try reader.action())
        }
        guard reader.next.kind == .end else { throw reader.error("\(reader.next.text) has no meaning here") }
    }

    /// The words that may follow `words` where a decision is asked for.
    package static func completions(after words: [String], in session: Session) -> [String] {
        let vocabulary = session.vocabulary
        let typed = words.map { $0.uppercased() }.drop { $0 == "ACT" }
        let actions = vocabulary.actions.map { $0.name.split(separator: " ").map(String.init) }
        let following = actions.filter { $0.starts(with: typed) }.compactMap { $0.dropFirst(typed.count).first }
        let choices = following.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return words.isEmpty ? vocabulary.programs + ["return"] + choices : choices
    }
}

extension SpecReader {
    /// The one action whose name is, or begins with, the words that follow.
    fileprivate mutating func action() throws(SpecError) -> Arguments {
        _ = take("act")
        let start = next
        var words: [String] = []
        while next.kind != .end { words.append(take().text.uppercased()) }
        let wanted = words.joined(separator: " ")
        let found = vocabulary.actions.filter { $0.name == wanted || $0.name.hasPrefix(wanted + " ") }
        let names = vocabulary.actions.map(\.name)
        guard let first = found.first, !words.isEmpty else {
            // What is seen of an action is often its last word alone.
            let near = words.isEmpty ? [] : names.filter { $0.split(separator: " ").map(String.init).contains(words) }
            guard near.isEmpty else {
                let some = near.suffix(3).reversed().joined(separator: ", ")
                throw SpecError("\(wanted) what? \(some)\(near.count > 3 ? "..." : "")", column: next.column)
            }
            let meaning = vocabulary.meaning(of: wanted, or: ["return"] + names)
            throw SpecError("nothing is called \(start.text)\(meaning)", column: start.column)
        }
        guard found.count == 1 else {
            throw SpecError(
                "\(wanted) what? \(found.prefix(4).map(\.name).joined(separator: ", "))...", column: next.column)
        }
        return first.arguments
    }
}
