import Support

/// Looks up the names of expressions that know the inputs alone.
struct InputFormulas {
    private let inputs: [TaskForm.Input]

    init(_ inputs: [TaskForm.Input]) { self.inputs = inputs }

    /// What `check` or `require` computes with the inputs.
    func check(_ syntax: ExpressionSyntax) throws(LineError) -> CheckFormula {
        switch syntax.kind {
        case .number(let number): return .constant(number)
        case .string(let text) where text.count == 1: return .sign(text.first ?? " ")
        case .name(let name):
            guard let index = inputs.firstIndex(where: { $0.name == name }) else {
                throw LineError(
                    span: syntax.span,
                    message:
                        "check knows the inputs alone; there is no input \(name)\(name.meaning(oneOf: inputs.map(\.name)))",
                    subject: name, saidBy: "input")
            }
            return .input(index)
        case .not(let inner): return .not(try check(inner))
        case .binary(let operation, let left, let right):
            let (one, other) = try LineMistakes.both(
                { () throws(LineError) in try check(left) }, { () throws(LineError) in try check(right) })
            return .binary(operation, one, other)
        case .function(let name, let arguments):
            guard let function = CheckFormula.Function(rawValue: name) else {
                throw LineError(
                    span: syntax.span,
                    message:
                        "check has no \(name)\(name.meaning(oneOf: CheckFormula.Function.allCases.map(\.rawValue)))")
            }
            guard arguments.count == function.inputCount else {
                throw LineError(
                    span: syntax.span,
                    message: function == .compare
                        ? "write: compare A with B"
                        : "\(name) takes \(function.inputCount) values, such as: \(name) of A by B")
            }
            var mistakes = LineMistakes()
            let formulas = arguments.compactMap { argument in
                mistakes.keep { () throws(LineError) in try check(argument) }
            }
            guard formulas.count == arguments.count else { throw mistakes.joined }
            return .function(function, formulas)
        case .string, .blank, .at, .isProperty, .labelled:
            throw LineError(
                span: syntax.span, message: "check computes with the inputs: A + B, sorted V, compare A with B")
        }
    }

    /// How wide a row is, how far a counter counts, how many events there are.
    func size(_ syntax: ExpressionSyntax) throws(LineError) -> SizeFormula {
        switch syntax.kind {
        case .number(let number): return .constant(number)
        case .name("longest"): return .longest
        case .name("length"): return inputs.count == 1 ? .input(0) : .longest
        case .function("length", let of):
            guard let inner = of.first, inner.nameText != nil else {
                throw LineError(span: syntax.span, message: "an input's name belongs behind length of")
            }
            return try size(inner)
        case .name(let name):
            guard let index = inputs.firstIndex(where: { $0.name == name }) else {
                throw LineError(
                    span: syntax.span,
                    message:
                        "a width is made of numbers, longest, length, or length of an input; there is no input \(name)",
                    subject: name, saidBy: "input")
            }
            return .input(index)
        case .binary(let operation, let left, let right) where !operation.isCondition:
            let (one, other) = try LineMistakes.both(
                { () throws(LineError) in try size(left) }, { () throws(LineError) in try size(right) })
            return .binary(operation, one, other)
        default:
            throw LineError(span: syntax.span, message: "a width is made of numbers, longest, length, + - and *")
        }
    }
}
