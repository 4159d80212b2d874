import Support

/// Looks up the names of expressions, and refuses what the network could not see.
struct FormulaBuilder {
    let rows: [TaskForm.Row]
    let pointers: [TaskForm.Pointer]
    let inputs: [TaskForm.Input]
    /// What the network sees.
    var fields: [Formula] = []
    /// The frame's arguments.
    var parameters: [ProgramSyntax.Parameter] = []
    /// The pointers that can be given for an argument.
    var passed: [Int] = []
    var abbreviations: [String: ExpressionSyntax] = [:]
    /// Whether hidden things may be asked, as in what is said to a person.
    var seesAll = false

    /// Abbreviations may not stand for themselves.
    private var open: Set<String> = []
    /// How many parts have been made: abbreviations of abbreviations could grow without bound.
    private var count = 0

    init(rows: [TaskForm.Row], pointers: [TaskForm.Pointer], inputs: [TaskForm.Input]) {
        self.rows = rows
        self.pointers = pointers
        self.inputs = inputs
    }

    var symbolCounts: [Int] {
        pointers.map { pointer in pointer.row.map { rows[$0].alphabet.symbols.count } ?? 1 }
    }

    /// A condition.
    mutating func condition(_ syntax: ExpressionSyntax) throws(LineError) -> Formula {
        let formula = try self.formula(syntax)
        guard formula.isCondition else {
            throw LineError(
                span: syntax.span,
                message:
                    "this is a value, not a condition; compare it, such as \(syntax.nameText ?? "INP1") > 4, or ask whether it is blank"
            )
        }
        return formula
    }

    /// A value that can be written where `pointer` stands; nil for a blank.
    mutating func written(
        _ syntax: ExpressionSyntax, at term: PointerTerm, _ pointer: TaskSyntax.Name
    ) throws(LineError) -> Formula {
        guard let row = row(under: term) else {
            throw LineError(span: syntax.span, message: "\(pointer.text) is a counter; nothing stands under it")
        }
        let name = rows[row].name
        if case .blank = syntax.kind {
            guard !rows[row].isNeverBlank else {
                throw LineError(span: syntax.span, message: "\(name) is never blank; write a symbol", subject: name)
            }
            return .blank
        }
        let symbols = rows[row].alphabet.symbols
        guard symbols.count <= 10 else {
            throw LineError(
                span: syntax.span,
                message:
                    "\(name) has \(symbols.count) symbols; an action carries a number 0 to 9, so a row that is written has at most 10",
                subject: name)
        }
        if case .string(let text) = syntax.kind { return .constant(try symbol(text, of: row, syntax.span)) }
        let formula = try self.formula(syntax)
        if formula.isCondition {
            guard symbols.count == 2 else {
                throw LineError(
                    span: syntax.span, message: "a condition can be written as a bit, not into \(name)", subject: name)
            }
            return formula
        }
        if let range = formula.range(symbolCounts: symbolCounts), !range.overlaps(0...symbols.count - 1) {
            throw LineError(
                span: syntax.span,
                message:
                    "this is \(range.inWords), but \(name) holds 0 to \(symbols.count - 1)",
                subject: name)
        }
        return formula
    }

    private func symbol(_ text: String, of row: Int, _ span: SourceSpan) throws(LineError) -> Int {
        let symbols = rows[row].alphabet.symbols
        guard text.count == 1, let index = symbols.firstIndex(where: { String($0) == text }) else {
            throw LineError(
                span: span,
                message:
                    "\(text.quotedShort) is no symbol of \(rows[row].name); it has \(symbols.map { String($0) }.joined(separator: " "))",
                subject: rows[row].name)
        }
        return index
    }

    /// A value or a condition.
    mutating func formula(_ syntax: ExpressionSyntax) throws(LineError) -> Formula {
        count += 1
        guard count < 4_096 else {
            throw LineError(span: syntax.span, message: "this is too long once all abbreviations are written out")
        }
        switch syntax.kind {
        case .number(let number): return .constant(number)
        case .blank: return .blank
        case .string(let text):
            throw LineError(
                span: syntax.span,
                message: "\(text.quotedShort) can only be compared with what a pointer sees, or written")
        case .name(let name): return try named(name, syntax.span)
        case .labelled(let inner, let label): return .labelled(try formula(inner), label)
        case .not(let inner): return .not(try condition(inner))
        case .isProperty(let inner, "blank"): return .isBlank(try formula(inner))
        case .isProperty(let inner, let property):
            guard seesAll else {
                throw LineError(
                    span: syntax.span,
                    message:
                        "the network does not see whether a whole row is \(property); only what is said may ask that")
            }
            return property == "falling" ? .isFalling(row: try row(inner)) : .isSorted(row: try row(inner))
        case .at(let inner, let isEnd):
            let pointer = try pointer(inner)
            let formula: Formula = isEnd ? .atEnd(pointer: pointer) : .atStart(pointer: pointer)
            return try seen(formula, syntax.span, "\(pointers[pointer].name) at \(isEnd ? "end" : "start")")
        case .function(let name, let inputs): return try function(name, inputs, syntax.span)
        case .binary(let operation, let left, let right): return try binary(operation, left, right, syntax.span)
        }
    }

    private mutating func binary(
        _ operation: Operator, _ left: ExpressionSyntax, _ right: ExpressionSyntax, _ span: SourceSpan
    ) throws(LineError) -> Formula {
        if operation.takesConditions {
            let (one, other) = try LineMistakes.both(
                { () throws(LineError) in try condition(left) }, { () throws(LineError) in try condition(right) })
            return .binary(operation, one, other)
        }
        // A sign is a symbol of the row that it is compared with.
        if case .string(let text) = right.kind {
            let other = try formula(left)
            return .binary(operation, other, .constant(try symbol(text, comparedWith: other, right.span)))
        }
        if case .string(let text) = left.kind {
            let other = try formula(right)
            return .binary(operation, .constant(try symbol(text, comparedWith: other, left.span)), other)
        }
        if !seesAll, let comparison = try seenComparison(operation, left, right) { return comparison }
        // Two pointers are compared by what they see; whether they stand at one place is asked with "place of".
        if case .function("place", let one) = left.kind, case .function("place", let other) = right.kind,
            operation == .equal, let one = one.first, let other = other.first, !seesAll
        {
            return try seen(
                .samePlace(try pointer(one), try pointer(other)), span,
                "place of \(one.nameText ?? "") == place of \(other.nameText ?? "")")
        }
        let (one, other) = try LineMistakes.both(
            { () throws(LineError) in try self.formula(left) }, { () throws(LineError) in try self.formula(right) })
        let formula = Formula.binary(operation, one, other)
        for (part, syntax) in [(formula.parts[0], left), (formula.parts[1], right)] where part.isCondition {
            throw LineError(span: syntax.span, message: "this is a condition; conditions are joined by and, or, not")
        }
        return formula
    }

    /// A comparison of two pointers' symbols that the network sees as a bit, whether or not it sees the symbols.
    private func seenComparison(
        _ operation: Operator, _ left: ExpressionSyntax, _ right: ExpressionSyntax
    ) throws(LineError) -> Formula? {
        guard operation.isCondition, case .name(let one) = left.kind, case .name(let other) = right.kind,
            let first = pointerIndex(one), let second = pointerIndex(other)
        else { return nil }
        let formula = Formula.binary(operation, .symbol(pointer: first), .symbol(pointer: second))
        return fields.contains(formula) ? formula : nil
    }

    private func symbol(_ text: String, comparedWith formula: Formula, _ span: SourceSpan) throws(LineError) -> Int {
        guard case .symbol(let pointer) = formula, let row = pointers[pointer].row else {
            throw LineError(span: span, message: "\(text.quotedShort) can only be compared with what a pointer sees")
        }
        return try symbol(text, of: row, span)
    }

    private mutating func named(_ name: String, _ span: SourceSpan) throws(LineError) -> Formula {
        if let index = parameters.firstIndex(where: { $0.name.text == name }) {
            guard !parameters[index].isPointer else { throw notAsked(name, span) }
            return .argument(index)
        }
        if let abbreviation = abbreviations[name] {
            guard open.insert(name).inserted, open.count < 64 else {
                throw LineError(span: span, message: "\(name) is an abbreviation of itself")
            }
            defer { open.remove(name) }
            return try formula(abbreviation)
        }
        if let pointer = pointerIndex(name) {
            guard pointers[pointer].row != nil else {
                guard seesAll else {
                    throw LineError(
                        span: span, message: "\(name) counts unseen; ask whether it is at start or at end, and see that"
                    )
                }
                return .place(pointer: pointer)
            }
            return try seen(.symbol(pointer: pointer), span, pointers[pointer].name)
        }
        if seesAll {
            if name == "length", let list = inputs.firstIndex(where: { $0.kind == .list || $0.kind == .word }) {
                return .inputSize(list)
            }
            if let input = inputs.firstIndex(where: { $0.name == name && $0.kind == .count }) {
                return .inputSize(input)
            }
        }
        if inputs.contains(where: { $0.name == name }) {
            throw LineError(
                span: span,
                message: "\(name) is an input, which the programs do not see; they see what is under the pointers",
                subject: name)
        }
        if rows.contains(where: { $0.name == name }) {
            throw LineError(
                span: span,
                message: "\(name) is a row; programs see the symbol under a pointer, so name a pointer on it",
                subject: name, saidBy: "pointer")
        }
        let known =
            pointers.flatMap { [$0.name, $0.otherName].compactMap { $0 } } + abbreviations.keys.sorted()
            + parameters.map(\.name.text)
        throw LineError(
            span: span, message: "nothing is called \(name) here\(name.meaning(oneOf: known))", subject: name,
            saidBy: "pointer")
    }

    /// A pointer by its name, or by the name of what it sees.
    func pointerIndex(_ name: String) -> Int? {
        pointers.firstIndex { $0.name == name } ?? pointers.firstIndex { $0.otherName == name }
    }

    /// The pointer that an expression names.
    func pointer(_ syntax: ExpressionSyntax) throws(LineError) -> Int {
        guard case .name(let name) = syntax.kind else {
            throw LineError(span: syntax.span, message: "a pointer's name belongs here")
        }
        return try pointer(TaskSyntax.Name(text: name, span: syntax.span))
    }

    func pointer(_ name: TaskSyntax.Name) throws(LineError) -> Int {
        if pointerArgument(name.text) != nil { throw notAsked(name.text, name.span) }
        guard let index = pointerIndex(name.text) else {
            throw LineError(
                span: name.span,
                message: "there is no pointer \(name.text)\(name.text.meaning(oneOf: pointers.map(\.name)))",
                subject: name.text, saidBy: "pointer")
        }
        return index
    }

    /// The argument of that name that stands for a pointer.
    func pointerArgument(_ name: String?) -> Int? {
        parameters.firstIndex { $0.isPointer && $0.name.text == name }
    }

    /// The pointer that a statement works with: a pointer, or an argument that stands for one.
    func term(_ name: TaskSyntax.Name) throws(LineError) -> PointerTerm {
        if let argument = pointerArgument(name.text) { return .argument(argument) }
        return .fixed(try pointer(name))
    }

    /// The row of a term; with an argument one of those that it can stand on, which are alike.
    func row(under term: PointerTerm) -> Int? {
        switch term {
        case .fixed(let pointer): pointers[pointer].row
        case .argument: passed.first.flatMap { pointers[$0].row }
        }
    }

    private func notAsked(_ name: String, _ span: SourceSpan) -> LineError {
        LineError(
            span: span,
            message:
                "\(name) stands for the pointer that the caller names: it can be moved, written at, swapped, copied and passed on, but not asked for"
        )
    }

    private func row(_ syntax: ExpressionSyntax) throws(LineError) -> Int {
        guard let name = syntax.nameText, let row = rows.firstIndex(where: { $0.name == name }) else {
            throw LineError(
                span: syntax.span,
                message: "a row's name belongs here\((syntax.nameText ?? "").meaning(oneOf: rows.map(\.name)))",
                subject: syntax.nameText, saidBy: "row")
        }
        return row
    }

    private mutating func function(
        _ name: String, _ inputs: [ExpressionSyntax], _ span: SourceSpan
    ) throws(LineError) -> Formula {
        guard seesAll else {
            throw LineError(
                span: span,
                message: "the network does not see \"\(name) of\" something; only what is said may ask that")
        }
        switch name {
        case "left", "right":
            let offset = name == "left" ? -1 : 1
            if let argument = pointerArgument(inputs[0].nameText) {
                return .besidePassed(argument: argument, offset: offset)
            }
            return .beside(pointer: try pointer(inputs[0]), offset: offset)
        case "place": return .place(pointer: try pointer(inputs[0]))
        case "largest": return .largest(row: try row(inputs[0]))
        case "length":
            guard let text = inputs[0].nameText, let index = self.inputs.firstIndex(where: { $0.name == text }) else {
                throw LineError(
                    span: inputs[0].span, message: "an input's name belongs here", subject: inputs[0].nameText,
                    saidBy: "input")
            }
            return .inputSize(index)
        default: throw LineError(span: span, message: "\"\(name)\" cannot stand here; it belongs to check")
        }
    }

    /// Refuses what is not behind `see`.
    private func seen(_ formula: Formula, _ span: SourceSpan, _ text: String) throws(LineError) -> Formula {
        guard !seesAll, !fields.contains(formula) else { return formula }
        throw LineError(
            span: span, message: "the programs ask for \(text), which the network does not see; add it to the line see",
            saidBy: "see")
    }
}

extension ExpressionSyntax {
    /// The name, if it is one.
    var nameText: String? { if case .name(let name) = kind { name } else { nil } }
}

extension ClosedRange<Int> {
    /// "0 to 9", or a number alone.
    var inWords: String { lowerBound == upperBound ? "\(lowerBound)" : "\(lowerBound) to \(upperBound)" }
}
