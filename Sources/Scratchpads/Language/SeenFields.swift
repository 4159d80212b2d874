/// What the line `see` lists: the fields of an observation.
struct SeenFields {
    private(set) var fields: [Formula] = []
    /// What they are called.
    private(set) var names: [String] = []
    private(set) var problems: [LineError] = []

    init(_ seen: [TaskSyntax.Seen], _ formulas: FormulaBuilder) {
        var formulas = formulas
        formulas.seesAll = true
        for entry in seen {
            do throws(LineError) {
                let field = try field(entry.expression, &formulas)
                fields.append(field)
                names.append(name(of: field, entry, formulas.pointers))
            } catch {
                problems += error.all
            }
        }
    }

    private func field(
        _ syntax: ExpressionSyntax, _ formulas: inout FormulaBuilder
    ) throws(LineError) -> Formula {
        var field = try formulas.formula(syntax)
        switch field {
        case .symbol(let pointer):
            guard formulas.pointers[pointer].row != nil else {
                throw LineError(
                    span: syntax.span,
                    message: "nothing stands under a counter; see \(formulas.pointers[pointer].name) at end")
            }
        case .atStart, .atEnd, .samePlace: break
        case .binary(let operation, .symbol, .symbol) where operation.isCondition: break
        case .binary(.equal, .place(let one), .place(let other)): field = .samePlace(one, other)
        default:
            throw LineError(
                span: syntax.span,
                message:
                    "the network can see a symbol (INP1), an end (PTR1 at end), a comparison of two symbols (A > B), or whether two pointers meet (place of A == place of B)"
            )
        }
        guard !fields.contains(field) else { throw LineError(span: syntax.span, message: "this is seen already") }
        return field
    }

    private func name(of field: Formula, _ seen: TaskSyntax.Seen, _ pointers: [TaskForm.Pointer]) -> String {
        switch field {
        case .symbol(let pointer): return pointers[pointer].label
        case .atStart(let pointer): return "\(pointers[pointer].label) START"
        case .atEnd(let pointer): return "\(pointers[pointer].label) END"
        case .samePlace(let one, let other): return "\(pointers[one].label) MEETS \(pointers[other].label)"
        case .binary(let operation, .symbol(let one), .symbol(let other)):
            return
                "\(pointers[one].otherName ?? pointers[one].name) \(operation.rawValue) \(pointers[other].otherName ?? pointers[other].name)"
        default: return seen.name?.text ?? "seen"
        }
    }
}
