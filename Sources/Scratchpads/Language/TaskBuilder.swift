import NPIKit
import Support

/// Checks what was read of a task file, and makes a ``TaskForm`` of it.
struct TaskBuilder {
    private var syntax: TaskSyntax
    private let source: TaskSource
    /// Whether all lines could be read.
    private let isWhole: Bool
    private(set) var problems: [LineError] = []
    /// Whether a row was to hold an input that there is not.
    private var isInputMissed = false

    /// - Throws: ``TaskFileError`` with everything that is wrong with the text.
    static func form(_ source: TaskSource) throws(TaskFileError) -> TaskForm {
        let reader = TaskReader(source.text)
        var builder = TaskBuilder(reader.syntax, source, isWhole: reader.problems.isEmpty)
        let form = reader.problems.isEmpty || !reader.syntax.programs.isEmpty ? builder.build() : nil
        let lines = source.lines
        let told = Set(reader.problems.map(\.span))
        var seen: Set<LineError> = []
        let found = builder.problems.filter { error in
            (error.span == Self.start || !told.contains(error.span)) && !reader.lostLines.contains(error.span.line)
                && seen.insert(error).inserted
        }.map { error in
            let index = error.span.line - 1
            return TaskFileProblem(
                span: error.span, message: error.message, line: lines.indices.contains(index) ? lines[index] : nil)
        }
        let all = (reader.problems + found).sorted {
            ($0.span.line, $0.span.column) < ($1.span.line, $1.span.column)
        }
        if let form, all.isEmpty { return form }
        throw TaskFileError(file: source.file, problems: all)
    }

    /// Keeps those mistakes that do not follow from one in the line that says what their subject means.
    private mutating func report(_ mistakes: [LineError]) {
        problems += mistakes.filter { mistake in
            !syntax.doubtful.contains(mistake.subject ?? "") && !syntax.unread.contains(mistake.saidBy ?? "")
        }
    }

    private init(_ syntax: TaskSyntax, _ source: TaskSource, isWhole: Bool) {
        self.syntax = syntax
        self.source = source
        self.isWhole = isWhole
    }

    private mutating func attempt<Result>(_ make: (inout TaskBuilder) throws(LineError) -> Result) -> Result? {
        do throws(LineError) {
            return try make(&self)
        } catch {
            report(error.all)
            return nil
        }
    }

    private static let start = SourceSpan(line: 1, column: 1, length: 1)

    private mutating func require<Value>(_ value: Value?, _ word: String, _ message: String) -> Value? {
        if value == nil, !syntax.begun.contains(word) { problems.append(LineError(span: Self.start, message: message)) }
        return value
    }

    private mutating func build() -> TaskForm? {
        let name = require(syntax.name, "task", "the file does not say the task's name; its first line is: task NAME")
        if !syntax.begun.contains("input") {
            problems.append(
                LineError(span: Self.start, message: "a line for the input is missing: input A: number of 1..20 digits")
            )
        }
        if !syntax.begun.contains("program") {
            problems.append(
                LineError(span: Self.start, message: "there are no programs; a program begins: program NAME"))
        }
        problems += DoubleNames(syntax).problems
        var inputs = syntax.inputs.flatMap(inputForms)
        let rows = syntax.rows.map { row($0, inputs) }
        for (index, row) in rows.enumerated() { if let input = row.input { inputs[input].row = index } }
        for (index, row) in rows.enumerated() where row.input != nil {
            inputs[row.input ?? 0].alphabet = rows[index].alphabet
        }
        let pointers = syntax.pointers.compactMap { pointer($0, rows, inputs) }
        checkPlaces(inputs, rows, pointers)
        guard !rows.isEmpty, !pointers.isEmpty, problems.isEmpty || !syntax.programs.isEmpty else { return nil }
        var formulas = FormulaBuilder(rows: rows, pointers: named(pointers), inputs: inputs)
        let seen = SeenFields(syntax.seen, formulas)
        report(seen.problems)
        if !seen.problems.isEmpty { syntax.unread.insert("see") }
        formulas.fields = seen.fields
        let passed = PassedPointers(syntax.programs, formulas)
        report(passed.problems)
        formulas.passed = passed.numbers
        let output =
            syntax.output == nil && syntax.begun.contains("output")
            ? nil : attempt { (builder) throws(LineError) in try builder.output(formulas) }
        var actions = ActionSet()
        let programs = self.programs(formulas, &actions)
        let view = attempt { (builder) throws(LineError) in try builder.view(formulas.pointers) }
        let checks = self.checks(inputs)
        let invariants = self.invariants(formulas)
        let bound = syntax.eventBound.map { bound in
            attempt { (_) throws(LineError) in try InputFormulas(inputs).size(bound) }
        }
        guard problems.isEmpty, let name, let output, let view else { return nil }
        return TaskForm(
            name: name.text, summary: syntax.about ?? name.text, inputs: inputs,
            example: syntax.example.map(\.text), formula: syntax.formula, goal: syntax.goal,
            requirements: checks.requirements, check: checks.check, invariants: invariants,
            encoder: syntax.encoder?.text ?? name.text, foundation: syntax.foundation?.text, rows: rows,
            pointers: formulas.pointers, fields: formulas.fields,
            fieldNames: seen.names, output: output, view: view, eventBound: bound ?? nil, programs: programs,
            actions: actions, passedPointers: passed.numbers, source: source)
    }

    private func inputForms(_ input: TaskSyntax.Input) -> [TaskForm.Input] {
        input.names.map { name in
            TaskForm.Input(
                name: name.text, kind: input.kind, drawn: input.drawn,
                limit: max(
                    input.limit
                        ?? (input.kind == .list ? 1_000 : input.kind == .count ? input.drawn.upperBound : 100_000),
                    input.drawn.upperBound),
                description: input.description ?? "", row: nil, alphabet: .digits)
        }
    }

    /// A row. What is wrong with it is left out.
    private mutating func row(_ row: TaskSyntax.Row, _ inputs: [TaskForm.Input]) -> TaskForm.Row {
        let input = row.input.flatMap { name in
            attempt { (_) throws(LineError) in
                guard let index = inputs.firstIndex(where: { $0.name == name.text }) else {
                    throw LineError(
                        span: name.span,
                        message: "there is no input \(name.text)\(name.text.meaning(oneOf: inputs.map(\.name)))",
                        subject: name.text, saidBy: "input")
                }
                guard ![.number, .binary].contains(inputs[index].kind) || row.alphabet.isNumeric else {
                    throw LineError(
                        span: row.name.span, message: "a number stands in a row of digits or bits",
                        subject: row.name.text)
                }
                return index
            }
        }
        let countdown = row.countdown.flatMap { name in
            attempt { (_) throws(LineError) in try Self.countdown(name, inputs, row.alphabet) }
        }
        let filling = row.filling.flatMap { text in
            attempt { (_) throws(LineError) in
                let symbol = row.alphabet.symbols.firstIndex { String($0) == text }
                guard let symbol, text.count == 1 else {
                    throw LineError(
                        span: row.name.span, message: "\(text.quotedShort) is no symbol of this row",
                        subject: row.name.text)
                }
                return UInt8(symbol)
            }
        }
        if row.input != nil, input == nil { isInputMissed = true }
        if row.isNeverBlank, row.input == nil, row.filling == nil, row.countdown == nil {
            report([
                LineError(
                    span: row.name.span,
                    message: "what stands in \(row.name.text) at the beginning, if it is never blank?",
                    subject: row.name.text)
            ])
        }
        let width = (row.width ?? syntax.width).flatMap { width in
            attempt { (_) throws(LineError) in try InputFormulas(inputs).size(width) }
        }
        let side = row.side ?? (syntax.rows.contains { $0.side == .right } ? .right : .left)
        return TaskForm.Row(
            name: row.name.text, alphabet: row.alphabet, isNeverBlank: row.isNeverBlank, isAuxiliary: row.isAuxiliary,
            input: input, side: side, width: width ?? (input ?? countdown).map(SizeFormula.input) ?? .longest,
            filling: filling, countdown: countdown)
    }

    /// The count with whose symbols a row begins.
    private static func countdown(
        _ name: TaskSyntax.Name, _ inputs: [TaskForm.Input], _ alphabet: Alphabet
    ) throws(LineError) -> Int {
        guard let index = inputs.firstIndex(where: { $0.name == name.text && $0.kind == .count }) else {
            throw LineError(
                span: name.span, message: "there is no input \(name.text) that is a count", subject: name.text,
                saidBy: "input")
        }
        guard inputs[index].limit <= alphabet.symbols.count else {
            throw LineError(
                span: name.span,
                message:
                    "\(name.text) can be \(inputs[index].limit), but this row has \(alphabet.symbols.count) symbols",
                subject: name.text)
        }
        return index
    }

    private mutating func pointer(
        _ pointer: TaskSyntax.Pointer, _ rows: [TaskForm.Row], _ inputs: [TaskForm.Input]
    ) -> TaskForm.Pointer? {
        guard let name = pointer.row else {
            let limit = pointer.limit.flatMap { limit in
                attempt { (_) throws(LineError) in try InputFormulas(inputs).size(limit) }
            }
            return TaskForm.Pointer(
                name: pointer.name.text, row: nil, startsRight: false, limit: limit ?? .longest,
                otherName: pointer.otherName?.text)
        }
        var index = rows.firstIndex { $0.name == name.text }
        if index == nil {
            report([
                LineError(
                    span: name.span,
                    message: "there is no row \(name.text)\(name.text.meaning(oneOf: rows.map(\.name)))",
                    subject: name.text, saidBy: "row")
            ])
            // What is meant is looked at further.
            index = name.text.nearest(in: rows.map(\.name)).flatMap { near in rows.firstIndex { $0.name == near } }
            syntax.doubtful.formUnion([pointer.name.text] + (index.map { [rows[$0].name] } ?? []))
        }
        guard let row = index else {
            syntax.unread.insert("pointer")
            return nil
        }
        return TaskForm.Pointer(
            name: pointer.name.text, row: row, startsRight: pointer.startsRight ?? (rows[row].side == .right),
            limit: .constant(0), otherName: nil)
    }

    private mutating func checkPlaces(
        _ inputs: [TaskForm.Input], _ rows: [TaskForm.Row], _ pointers: [TaskForm.Pointer]
    ) {
        let isPointerUnread = !syntax.unread.isDisjoint(with: ["pointer", "counter"])
        for (index, row) in rows.enumerated()
        where !pointers.contains(where: { $0.row == index }) && !isPointerUnread {
            problems.append(
                LineError(
                    span: syntax.rows[index].name.span,
                    message:
                        "no pointer stands on \(row.name), so nothing can read or write it; add: pointer \(row.name)"))
        }
        for (index, input) in inputs.enumerated()
        where input.row == nil && input.kind != .count && !syntax.unread.contains("row") && !isInputMissed {
            let name = syntax.inputs.flatMap(\.names)[index]
            problems.append(
                LineError(
                    span: name.span,
                    message: "no row holds the input \(name.text); add a line: row INP: digits = \(name.text)"))
        }
        if pointers.count > Arguments.valueCount, let pointer = syntax.pointers.last {
            problems.append(
                LineError(
                    span: pointer.name.span,
                    message: "there are \(pointers.count) pointers; an action tells \(Arguments.valueCount) apart"))
        }
        if let list = inputs.firstIndex(where: { $0.kind == .list }), list < inputs.count - 1 {
            problems.append(
                LineError(
                    span: syntax.inputs[0].span, message: "a list takes the rest of the input, so it stands last"))
        }
        if !syntax.begun.contains("see") {
            problems.append(
                LineError(
                    span: Self.start,
                    message: "the line see is missing; it says what the network sees, such as: see INP1, OUT"))
        }
    }

    /// The pointers with the names that the line `see` gives to what stands under them.
    private func named(_ pointers: [TaskForm.Pointer]) -> [TaskForm.Pointer] {
        pointers.map { pointer in
            var named = pointer
            for seen in syntax.seen where seen.expression.nameText == pointer.name {
                if let name = seen.name?.text { named.otherName = name }
            }
            return named
        }
    }

    private mutating func output(_ formulas: FormulaBuilder) throws(LineError) -> TaskForm.Output {
        guard let output = syntax.output else {
            throw LineError(span: Self.start, message: "the line output is missing, such as: output OUT as number")
        }
        var formulas = formulas
        formulas.seesAll = true
        let condition = try output.condition.map { (syntax) throws(LineError) in try formulas.condition(syntax) }
        let row = formulas.rows.firstIndex { $0.name == output.name.text }
        if output.form == .symbol {
            let pointer = try formulas.pointer(output.name)
            guard let row = formulas.pointers[pointer].row else {
                throw LineError(span: output.name.span, message: "nothing stands under a counter")
            }
            return TaskForm.Output(row: row, pointer: pointer, form: .symbol, condition: condition)
        }
        guard let row else {
            throw LineError(
                span: output.name.span,
                message:
                    "there is no row \(output.name.text)\(output.name.text.meaning(oneOf: formulas.rows.map(\.name)))",
                subject: output.name.text, saidBy: "row")
        }
        return TaskForm.Output(row: row, pointer: nil, form: output.form, condition: condition)
    }

    private mutating func programs(_ formulas: FormulaBuilder, _ actions: inout ActionSet) -> [TaskForm.Program] {
        var calls: [Set<Int>] = []
        var programs: [TaskForm.Program] = []
        for program in syntax.programs {
            let builder = ProgramBuilder(program, of: syntax.programs, formulas: formulas)
            report(builder.problems)
            calls.append(builder.called)
            actions.canWrite = actions.canWrite || builder.actions.canWrite
            actions.canClear = actions.canClear || builder.actions.canClear
            actions.pairs.formUnion(builder.actions.pairs)
            programs.append(
                TaskForm.Program(
                    name: program.name.text, purpose: program.purpose ?? "", parameterCount: program.parameters.count,
                    code: builder.code, span: program.name.span))
        }
        guard !calls.isEmpty else { return programs }
        var reached: Set<Int> = [0]
        var open = [0]
        while let next = open.popLast() {
            for callee in calls[next] where reached.insert(callee).inserted { open.append(callee) }
        }
        // A call of a name that there is not may have been meant.
        for index in programs.indices where !reached.contains(index) && problems.isEmpty && isWhole {
            problems.append(
                LineError(
                    span: programs[index].span,
                    message:
                        "nothing calls \(programs[index].name); the first program, \(programs[0].name), is the one that is run"
                ))
        }
        return programs
    }

    private mutating func view(_ pointers: [TaskForm.Pointer]) throws(LineError) -> TaskForm.View {
        guard let name = syntax.view else { return .tape }
        guard let view = TaskForm.View(rawValue: name.text) else {
            throw LineError(
                span: name.span,
                message:
                    "there is no view \(name.text)\(name.text.meaning(oneOf: TaskForm.View.allCases.map(\.rawValue)))")
        }
        return view
    }

    private mutating func checks(
        _ inputs: [TaskForm.Input]
    ) -> (requirements: [(condition: CheckFormula, text: String)], check: CheckFormula?) {
        let check = syntax.check.flatMap { check in
            attempt { (_) throws(LineError) in try InputFormulas(inputs).check(check) }
        }
        let requirements = syntax.requirements.compactMap { requirement -> (condition: CheckFormula, text: String)? in
            let formula = attempt { (_) throws(LineError) in try InputFormulas(inputs).check(requirement) }
            return formula.map { ($0, text(behind: "require", of: requirement)) }
        }
        return (requirements, check)
    }

    private mutating func invariants(_ formulas: FormulaBuilder) -> [TaskForm.Invariant] {
        var formulas = formulas
        formulas.seesAll = true
        return syntax.invariants.compactMap { invariant in
            attempt { (builder) throws(LineError) in
                TaskForm.Invariant(
                    condition: try formulas.condition(invariant), text: builder.text(behind: "always", of: invariant))
            }
        }
    }

    /// What stands in an expression's line behind its first word.
    private func text(behind word: String, of expression: ExpressionSyntax) -> String {
        let line = source.lines[expression.span.line - 1].split(separator: "#")[0]
        return String(line.drop { $0 == " " }.dropFirst(word.count)).trimming(" ")
    }
}
