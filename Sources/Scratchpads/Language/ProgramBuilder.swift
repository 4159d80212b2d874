import Support

/// Makes a program's code from its statements, and finds what is wrong with them.
struct ProgramBuilder {
    private var formulas: FormulaBuilder
    private let programs: [ProgramSyntax]
    private let rows: [TaskForm.Row]
    private(set) var code = ProgramCode()
    private(set) var problems: [LineError] = []
    /// The programs that are called, by their indices.
    private(set) var called: Set<Int> = []
    private(set) var actions = ActionSet()

    /// The body of `program`, one of `programs`.
    init(_ program: ProgramSyntax, of programs: [ProgramSyntax], formulas: FormulaBuilder) {
        self.formulas = formulas
        self.programs = programs
        rows = formulas.rows
        self.formulas.parameters = program.parameters
        for parameter in program.parameters where parameter.isPointer {
            guard formulas.pointerIndex(parameter.name.text) != nil else { continue }
            problems.append(
                LineError(
                    span: parameter.name.span,
                    message: "\(parameter.name.text) is a pointer itself; choose another name for the argument"))
        }
        for (name, value) in program.abbreviations {
            if self.formulas.abbreviations[name.text] != nil || formulas.pointerIndex(name.text) != nil {
                problems.append(
                    LineError(span: name.span, message: "\(name.text) has a meaning already; choose another name"))
            }
            self.formulas.abbreviations[name.text] = value
        }
        build(program.body)
        checkAbbreviations(program)
        if code.statements.count > 4_000 {
            problems.append(
                LineError(
                    span: program.name.span,
                    message: "\(program.name.text) has \(code.statements.count) statements; a program has at most 4000")
            )
        }
        for index in code.statements.indices where code.statements[index].next < 0 { code.statements[index].next = 0 }
    }

    /// Finds names without a meaning in abbreviations that are not used.
    private mutating func checkAbbreviations(_ program: ProgramSyntax) {
        formulas.seesAll = true
        for (_, value) in program.abbreviations {
            attempt { (builder) throws(LineError) in try builder.formula(value) }
        }
        formulas.seesAll = false
    }

    private mutating func build(_ statements: [StatementSyntax]) {
        for (index, statement) in statements.enumerated() {
            do throws(LineError) {
                try build(statement)
            } catch {
                problems += error.all
            }
            if case .return = statement.kind, index + 1 < statements.count {
                problems.append(
                    LineError(
                        span: statements[index + 1].span, message: "nothing is done after return; remove this line"))
                break
            }
        }
    }

    private mutating func build(_ statement: StatementSyntax) throws(LineError) {
        switch statement.kind {
        case .condition(let condition, let then, let otherwise):
            if let say = statement.say.first {
                throw LineError(
                    span: say.span, message: "an if does nothing itself; put say behind the statements in it")
            }
            let start = code.instructions.count
            let formula = attempt { (builder) throws(LineError) in try builder.condition(condition) } ?? .constant(0)
            code.instructions.append(.branch(formula, otherwise: 0))
            build(then)
            let middle = code.instructions.count
            if !otherwise.isEmpty { code.instructions.append(.jump(to: 0)) }
            code.instructions[start] = .branch(formula, otherwise: code.instructions.count)
            build(otherwise)
            if !otherwise.isEmpty { code.instructions[middle] = .jump(to: code.instructions.count) }
        case .loop(let condition, let isUntil, let body):
            let says = attempt { (builder) throws(LineError) in try builder.says(statement.say) } ?? []
            // A loop's head is no place, but has words for the return that follows it.
            code.statements.append(ProgramCode.Statement(span: statement.span, next: -1, says: says))
            let own = code.statements.count - 1
            let head = code.instructions.count
            let formula: Formula
            if let condition {
                formula = attempt { (builder) throws(LineError) in try builder.condition(condition) } ?? .constant(0)
            } else {
                formula = .constant(1)
            }
            code.instructions.append(.jump(to: 0))
            let before = code.statements.count
            build(body)
            if code.statements.count == before {
                problems.append(
                    LineError(span: statement.span, message: "this loop does nothing; a loop moves, writes or calls"))
            }
            code.instructions.append(.jump(to: head))
            code.instructions[head] = .loop(
                formula, isWanted: !isUntil, exit: code.instructions.count, statement: own)
        case .unread: attempt { (builder) throws(LineError) in try builder.says(statement.say) }
        default:
            let says = attempt { (builder) throws(LineError) in try builder.says(statement.say) } ?? []
            let instruction = try instruction(statement, place: code.statements.count + 1)
            code.instructions.append(instruction)
            code.statements.append(
                ProgramCode.Statement(span: statement.span, next: code.instructions.count, says: says))
        }
    }

    /// Keeps an error for later, so that the rest is looked at too.
    @discardableResult
    private mutating func attempt<Result>(
        _ make: (inout FormulaBuilder) throws(LineError) -> Result
    ) -> Result? {
        do throws(LineError) {
            return try make(&formulas)
        } catch {
            problems += error.all
            return nil
        }
    }

    private mutating func instruction(
        _ statement: StatementSyntax, place: Int
    ) throws(LineError) -> ProgramCode.Instruction {
        switch statement.kind {
        case .call(let name, let arguments): return try call(name, arguments, place)
        case .move(let name, let direction): return .move(try formulas.term(name), direction, place: place)
        case .write(let name, let value):
            var mistakes = LineMistakes()
            guard let term = mistakes.keep({ () throws(LineError) in try formulas.term(name) }) else {
                // What would be written is looked at for its names.
                _ = mistakes.keep { () throws(LineError) in try formulas.names(in: value) }
                throw mistakes.joined
            }
            let formula = try formulas.written(value, at: term, name)
            actions.add(.write(pointer: 0, formula == .blank ? nil : 0))
            return .write(term, formula, place: place)
        case .swap(let one, let other):
            let (first, second) = try rowTerms(one, other)
            guard rows[first.row].alphabet == rows[second.row].alphabet else {
                throw LineError(
                    span: other.span,
                    message:
                        "\(one.text) and \(other.text) stand on rows with different symbols; they cannot be swapped")
            }
            addPairs(first.term, second.term) { .swap($0, $1) }
            return .swap(first.term, second.term, place: place)
        case .copy(let from, let to):
            let (source, target) = try rowTerms(from, to)
            guard rows[source.row].alphabet == rows[target.row].alphabet else {
                throw LineError(
                    span: to.span,
                    message: "\(from.text) and \(to.text) stand on rows with different symbols; nothing can be copied")
            }
            addPairs(target.term, source.term) { .copy(to: $0, from: $1) }
            return .copy(to: target.term, from: source.term, place: place)
        case .return: return .end(place: place)
        case .condition, .loop, .unread: preconditionFailure("blocks have no instruction of their own")
        }
    }

    /// The actions that a statement with two pointers can come to.
    private mutating func addPairs(_ one: PointerTerm, _ other: PointerTerm, _ make: (Int, Int) -> ActionForm) {
        func numbers(_ term: PointerTerm) -> [Int] {
            if case .fixed(let pointer) = term { [pointer] } else { formulas.passed }
        }
        for first in numbers(one) { for second in numbers(other) { actions.add(make(first, second)) } }
    }

    /// A pointer, and the row that it stands on.
    private typealias TermOnRow = (term: PointerTerm, row: Int)

    private func rowTerm(_ name: TaskSyntax.Name) throws(LineError) -> TermOnRow {
        let term = try formulas.term(name)
        guard let row = formulas.row(under: term) else {
            throw LineError(span: name.span, message: "\(name.text) is a counter; nothing stands under it")
        }
        return (term, row)
    }

    private func rowTerms(
        _ one: TaskSyntax.Name, _ other: TaskSyntax.Name
    ) throws(LineError) -> (TermOnRow, TermOnRow) {
        try LineMistakes.both(
            { () throws(LineError) in try rowTerm(one) }, { () throws(LineError) in try rowTerm(other) })
    }

    private mutating func call(
        _ name: TaskSyntax.Name, _ arguments: [ExpressionSyntax], _ place: Int
    ) throws(LineError) -> ProgramCode.Instruction {
        guard let index = programs.firstIndex(where: { $0.name.text == name.text }) else {
            var names: [String] = []
            for program in programs where !names.contains(program.name.text) { names.append(program.name.text) }
            let near = name.text.meaning(
                oneOf: names + ["move", "write", "swap", "copy", "return"])
            var mistakes = LineMistakes()
            mistakes.add(
                LineError(
                    span: name.span, message: "there is no program \(name.text)\(near)", subject: name.text,
                    saidBy: "program"))
            for argument in arguments where formulas.pointerIndex(argument.nameText ?? "") == nil {
                _ = mistakes.keep { () throws(LineError) in try formulas.names(in: argument) }
            }
            throw mistakes.joined
        }
        called.insert(index)
        let expected = programs[index].parameters.count
        guard arguments.count == expected else {
            throw LineError(
                span: name.span,
                message:
                    "\(name.text) takes \(expected == 0 ? "no arguments" : "\(expected) argument\(expected == 1 ? "" : "s")"); here \(arguments.count) \(arguments.count == 1 ? "is" : "are") given",
                subject: name.text)
        }
        var mistakes = LineMistakes()
        let made = zip(programs[index].parameters, arguments).compactMap { parameter, argument in
            mistakes.keep { () throws(LineError) in
                try parameter.isPointer ? passed(argument) : number(argument)
            }
        }
        guard made.count == expected else { throw mistakes.joined }
        return .call(index, made, place: place)
    }

    /// An argument that is a number.
    private mutating func number(_ argument: ExpressionSyntax) throws(LineError) -> Formula {
        let formula = try formulas.formula(argument)
        if let range = formula.range(symbolCounts: formulas.symbolCounts), !range.overlaps(0...9) {
            throw LineError(
                span: argument.span,
                message: "an argument is 0 to 9, the ten values that a network can give; this is \(range.inWords)")
        }
        return formula
    }

    /// A pointer as an argument: its number, or the caller's own argument.
    private func passed(_ argument: ExpressionSyntax) throws(LineError) -> Formula {
        if let own = formulas.pointerArgument(argument.nameText) { return .argument(own) }
        return .constant(try formulas.pointer(argument))
    }
}

extension FormulaBuilder {
    /// Looks for names without a meaning, where it is not known what the value is for.
    mutating func names(in value: ExpressionSyntax) throws(LineError) {
        if case .string = value.kind { return }
        let wasLimited = seesAll
        seesAll = true
        defer { seesAll = wasLimited }
        _ = try formula(value)
    }

    /// What is said, with its conditions and values.
    mutating func says(_ says: [SaySyntax]) throws(LineError) -> [ProgramCode.Say] {
        let wasLimited = seesAll
        seesAll = true
        defer { seesAll = wasLimited }
        var mistakes = LineMistakes()
        let made = says.compactMap { say -> ProgramCode.Say? in
            let condition = say.condition.map { syntax in
                mistakes.keep { () throws(LineError) in try self.condition(syntax) }
            }
            let text = mistakes.keep { () throws(LineError) in try self.text(say.text, say.span) }
            return text.map { ProgramCode.Say(condition: condition ?? nil, text: $0) }
        }
        guard mistakes.isEmpty else { throw mistakes.joined }
        return made
    }

    /// A text with values in braces.
    mutating func text(_ text: String, _ span: SourceSpan) throws(LineError) -> TextForm {
        var mistakes = LineMistakes()
        var pieces: [TextForm.Piece] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
            guard let close = rest[open...].firstIndex(of: "}") else {
                throw LineError(span: span, message: "a { in this text has no }")
            }
            let inner = String(rest[rest.index(after: open)..<close])
            if let piece = mistakes.keep({ () throws(LineError) in try piece(inner, span) }) {
                pieces.append(piece)
            }
            rest = rest[rest.index(after: close)...]
        }
        guard mistakes.isEmpty else { throw mistakes.joined }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        return TextForm(pieces: pieces)
    }

    private mutating func piece(_ text: String, _ span: SourceSpan) throws(LineError) -> TextForm.Piece {
        var problems: [TaskFileProblem] = []
        let line = SourceLine(text, number: span.line, problems: &problems)
        if let problem = problems.first {
            throw LineError(span: span, message: "between { and }: \(problem.message)")
        }
        if line.tokens.count == 1, let argument = pointerArgument(line.tokens[0].text) { return .pointer(argument) }
        var reader = TokenReader(line)
        do throws(LineError) {
            for (word, withTotal) in [("worked", true), ("terms", false)] where reader.startsWith(word) {
                _ = reader.advance()
                _ = reader.take("of")
                let formula = try formula(try reader.expression())
                try reader.expectEnd("a value stands alone between { and }")
                return .worked(formula, withTotal: withTotal)
            }
            let formula = try formula(try reader.expression())
            try reader.expectEnd("a value stands alone between { and }")
            return .value(formula, row: row(of: formula))
        } catch {
            var mistakes = LineMistakes()
            for mistake in error.all {
                mistakes.add(
                    LineError(
                        span: span, message: "between { and }: \(mistake.message)", subject: mistake.subject,
                        saidBy: mistake.saidBy))
            }
            throw mistakes.joined
        }
    }

    /// The row whose symbols the value is one of.
    private func row(of formula: Formula) -> Int? {
        switch formula {
        case .symbol(let pointer), .beside(let pointer, _): pointers[pointer].row
        case .besidePassed(let argument, _): row(under: .argument(argument))
        case .largest(let row): row
        case .labelled(let inner, _): row(of: inner)
        default: nil
        }
    }
}
