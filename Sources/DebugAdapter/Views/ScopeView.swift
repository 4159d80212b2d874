import Debugger
import NPIKit
import Scratchpads
import Support

/// What a client can see of a frame: its scopes, and what is in each.
struct ScopeView {
    let session: Session

    /// How many cells of a row are told to who does not say how many.
    private static let usualCount = 1_000
    private static let previewCount = 24

    /// The body of the response to `scopes`.
    ///
    /// - Throws: ``Refusal`` where no such frame is open.
    func scopes(of frame: Int) throws(Refusal) -> JSON {
        guard frame != StackView.endFrame else { return ["scopes": [scope("Scratchpad", .pad)]] }
        guard isOpen(frame) else { throw Refusal("no frame \(frame) is open at step \(session.position)") }
        let isInnermost = frame == session.log.frame(at: session.position)
        var scopes = [scope("Scratchpad", .pad)]
        if isInnermost {
            scopes += [scope("Seen", .seen), scope("Next step", .prediction(session.position))]
        } else if let callee = callee(of: frame) {
            scopes.append(scope("This call", .prediction(callee - 1)))
        }
        return ["scopes": .array(scopes + [scope("Frame", .frame(frame))])]
    }

    /// The body of the response to `variables`.
    ///
    /// - Throws: ``Refusal`` where there is nothing of that number.
    func variables(_ request: Request) throws(Refusal) -> JSON {
        let number = try request.integer("variablesReference")
        let range = (start: max(request.arguments["start"].integer ?? 0, 0), count: request.arguments["count"].integer)
        let reference = VariableReference(number)
        if let kind = request.arguments["filter"].string {
            // Rows have numbered cells and nothing else, all others have names.
            let isRow = if case .row = reference { true } else { false }
            guard (kind == "indexed") == isRow else { return ["variables": []] }
        }
        switch reference {
        case .seen: return ["variables": .array(session.seen.map { variable($0.name, $0.text) })]
        case .pad: return ["variables": .array(pad)]
        case .row(let cell) where session.world.cells.indices.contains(cell):
            return ["variables": .array(cells(ofRow: cell, range.start, range.count))]
        case .prediction(let position) where (0...session.log.count).contains(position):
            return ["variables": .array(PredictionView(session: session, position: position).variables)]
        case .frame(let call) where isOpen(call): return ["variables": .array(self.frame(call))]
        default: throw Refusal("there are no variables of the number \(number) at step \(session.position)")
        }
    }

    private func scope(_ name: String, _ reference: VariableReference) -> JSON {
        ["name": .string(name), "variablesReference": JSON(reference.number), "expensive": false]
    }

    private func variable(_ name: String, _ value: String) -> JSON {
        ["name": .string(name), "value": .string(value), "variablesReference": 0]
    }

    /// Whether the frame that call `number` opened is open at the position.
    func isOpen(_ number: Int) -> Bool {
        guard number > 0, number <= session.position, session.log[number].kind == .call else { return false }
        return session.log[number].returnNumber.map { $0 > session.position } ?? true
    }

    /// The call that the frame of call `number` waits for.
    private func callee(of number: Int) -> Int? {
        var call = session.log.frame(at: session.position)
        while call > 0, session.log.parent(of: call) != number { call = session.log.parent(of: call) }
        return call > 0 ? call : nil
    }

    private var pad: [JSON] {
        session.world.cells.enumerated().filter { $1.alias == nil }.map { index, cell in
            guard let count = cell.placeCount else {
                return ScopeView.cell(
                    cell, named: cell.name, evaluated: cell.name, session.world.value(of: index, at: 0))
            }
            return [
                "name": .string(Self.name(ofRow: cell)), "value": .string(preview(of: index, count)),
                "type": .string("row of \(count.grouped)"),
                "variablesReference": JSON(VariableReference.row(index).number),
                "indexedVariables": JSON(count),
            ]
        }
    }

    /// What a row is called, which may have the name of a single value: by its places.
    static func name(ofRow cell: Cell) -> String { "\(cell.name)[0..\(max((cell.placeCount ?? 1) - 1, 0))]" }

    private func preview(of row: Int, _ count: Int) -> String {
        let cell = session.world.cells[row]
        let texts = (0..<min(count, Self.previewCount)).map { place in
            session.world.value(of: row, at: place).map(cell.text) ?? "."
        }
        return texts.joined(separator: " ") + (count > Self.previewCount ? " ..." : "")
    }

    private func cells(ofRow row: Int, _ start: Int, _ wanted: Int?) -> [JSON] {
        let cell = session.world.cells[row]
        let count = cell.placeCount ?? 0
        let first = min(start, count)
        let shown = min(wanted.flatMap { $0 > 0 ? $0 : nil } ?? Self.usualCount, count - first)
        let variables = (first..<first + shown).map { place in
            ScopeView.cell(
                cell, named: "[\(place)]", evaluated: "\(cell.name)[\(place)]",
                session.world.value(of: row, at: place))
        }
        guard wanted == nil, first + shown < count else { return variables }
        return variables + [
            variable("...", "\((count - first - shown).grouped) more: ask for \(cell.name)[\(count - 1)]")
        ]
    }

    private static func cell(_ cell: Cell, named name: String, evaluated: String, _ value: Int?) -> JSON {
        .members([
            "name": .string(name), "value": .string(value.map(cell.text) ?? "blank"),
            "evaluateName": .string(evaluated),
            "type": cell.isPointer ? "pointer" : nil, "variablesReference": 0,
            "presentationHint": cell.isChangeable ? nil : ["attributes": ["readOnly"]],
        ])
    }

    private func frame(_ call: Int) -> [JSON] {
        let record = session.log[call]
        let isInnermost = call == session.log.frame(at: session.position)
        let made =
            isInnermost
            ? session.log.step(at: session.position) : callee(of: call).map { session.log[$0].step + 1 } ?? 0
        return (0..<Arguments.count).map { variable("arg\($0 + 1)", "\(record.arguments[$0])") } + [
            variable("made", made == 1 ? "1 call" : "\(made) calls"), variable("called at step", "\(call)"),
            variable("depth", "\(record.depth + 1)"),
        ]
    }
}
