import Debugger
import Scratchpads
import Support

/// Values that a client asks for by name, or by where it has seen them.
struct ValueView {
    let session: Session

    /// The body of the response to `evaluate`: what an expression of the debugger is at the position.
    func evaluate(_ request: Request) throws -> JSON {
        let (expression, value) = try read(try request.string("expression"))
        return ["result": .string(expression.words(value, session)), "variablesReference": 0]
    }

    /// The body of the response to `completions`: the names that begin as the last word does.
    func completions(_ request: Request) throws(Refusal) -> JSON {
        let text = try request.string("text").prefix(max((request.arguments["column"].integer ?? .max) - 1, 0))
        let word = text.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }.reversed()
        let names = session.vocabulary.valueNames.filter { $0.hasPrefix(String(word).lowercased()) }
        return ["targets": .array(names.map { ["label": .string($0), "length": JSON(word.count)] })]
    }

    /// The body of the response to `dataBreakpointInfo`: the words of a watch.
    func dataBreakpointInfo(_ request: Request) throws(Refusal) -> JSON {
        let text = try request.arguments["variablesReference"].isNull ? request.string("name") : name(request)
        do throws(Refusal) {
            _ = try read(text)
        } catch {
            return ["dataId": .null, "description": .string(error.description)]
        }
        return [
            "dataId": .string(text), "description": .string("\(text) changes"), "accessTypes": ["write"],
            "canPersist": true,
        ]
    }

    /// What the debugger calls the variable that a request names by where it was seen: "carry", or of a row "carry[3]".
    func name(_ request: Request) throws(Refusal) -> String {
        let name = try request.string("name")
        switch VariableReference(try request.integer("variablesReference")) {
        case .pad:
            guard
                let row = session.world.cells.first(where: { ScopeView.name(ofRow: $0) == name && $0.placeCount != nil }
                )
            else { return name }
            throw Refusal("\(name) is a row; name a cell of it, such as \(row.name)[0]")
        case .row(let cell) where session.world.cells.indices.contains(cell):
            return "\(session.world.cells[cell].name)\(name)"
        default: throw Refusal("\(name.quotedShort) is no value of the scratchpad; only those can change")
        }
    }

    private func read(_ text: String) throws(Refusal) -> (expression: Expression, value: Double?) {
        do throws(SpecError) {
            return try session.value(of: text)
        } catch {
            throw Refusal(error.what)
        }
    }
}
