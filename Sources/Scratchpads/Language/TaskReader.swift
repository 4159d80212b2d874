import Support

/// Reads a task file line by line into ``TaskSyntax``, and goes on after a mistake, so that all are found at once.
struct TaskReader {
    /// Longer files are refused: a task is a page or two.
    static let longestFile = 1 << 20
    /// Longer lines are refused.
    static let longestLine = 1_000

    private(set) var syntax = TaskSyntax()
    private(set) var problems: [TaskFileProblem] = []
    private var lines: ArraySlice<SourceLine> = []
    /// The lines of which a part is not known at all. Further mistakes in them are not told: they may follow from it.
    private(set) var lostLines: Set<Int> = []
    /// The places of the mistakes: of two at one place the second follows from the first.
    private var places: Set<SourceSpan> = []

    /// Reads `text`.
    init(_ text: String) {
        guard text.utf8.count <= Self.longestFile else {
            problems.append(
                TaskFileProblem(
                    span: SourceSpan(line: 1, column: 1, length: 1),
                    message: "the file has \(text.utf8.count) bytes; a task has at most \(Self.longestFile)", line: nil)
            )
            return
        }
        var number = 0
        var read: [SourceLine] = []
        var tabs: [(span: SourceSpan, line: String)] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            let line = line.last == "\r" ? String(line.dropLast()) : String(line)
            guard line.utf8.count <= Self.longestLine else {
                problems.append(
                    TaskFileProblem(
                        span: SourceSpan(line: number, column: 1, length: 1),
                        message: "this line has more than \(Self.longestLine) characters", line: nil))
                continue
            }
            var found: [TaskFileProblem] = []
            let source = SourceLine(line, number: number, problems: &found)
            problems += found
            if !source.isWhole { lostLines.insert(number) }
            if let tab = source.tab { tabs.append((tab, line)) }
            if !source.tokens.isEmpty { read.append(source) }
        }
        lines = read[...]
        if let first = tabs.first {
            let others = tabs.count == 1 ? "" : ", and in \(tabs.count - 1) more line\(tabs.count == 2 ? "" : "s")"
            problems.append(
                TaskFileProblem(
                    span: first.span,
                    message: "a tab stands here\(others); indent with spaces, two for each level", line: first.line))
        }
        readHeader()
    }

    private mutating func readHeader() {
        var isIndentationTold = false
        while let line = lines.popFirst() {
            if line.indent > 0, !isIndentationTold {
                report(
                    LineError(
                        span: line.span,
                        message: "this line is indented but stands in no program; \(Self.headerHint)"), line)
            }
            isIndentationTold = line.indent > 0
            if line.indent == 0 || Self.headerWords.contains(line.tokens[0].text) { readHeaderLine(line) }
        }
    }

    private mutating func readHeaderLine(_ line: SourceLine) {
        var reader = TokenReader(line)
        do throws(LineError) {
            try readStatement(&reader, line)
            syntax.doubtful.formUnion(reader.skippedNames)
            if lostLines.contains(line.number) {
                syntax.unread.insert(reader.line.tokens[0].text)
                syntax.doubtful.formUnion(line.names)
            }
        } catch {
            reader.note(error)
            // What was meant may be what is missed below.
            let word = reader.line.tokens[0].text
            if Self.headerWords.contains(word) {
                syntax.unread.insert(word)
                syntax.begun.insert(word)
            }
            syntax.doubtful.formUnion(line.names + [word])
            if let next = lines.first, next.indent > line.indent {
                // The statements of a program whose line cannot be read.
                syntax.begun.insert("program")
                var stray = ProgramSyntax(name: TaskSyntax.Name(text: "", span: line.span))
                _ = readBlock(below: line.indent, depth: 0, of: &stray)
            }
        }
        for mistake in reader.mistakes { report(mistake, line) }
    }

    private static let headerHint =
        "the lines before the programs begin with task, about, input, row, pointer, see, output, check or view"

    /// Reads one line of the file's first part, or a program with its body.
    private mutating func readStatement(_ reader: inout TokenReader, _ line: SourceLine) throws(LineError) {
        guard let word = reader.advance(), word.kind == .word else {
            throw LineError(span: line.span, message: "a line begins with a word; \(Self.headerHint)")
        }
        var first = word.text
        if !Self.headerWords.contains(first) {
            let isProgram = (lines.first.map { $0.indent > line.indent } ?? false) && reader.next?.kind == .word
            let near = isProgram ? "; a program begins: program NAME" : first.meaning(oneOf: Self.headerWords)
            let mistake = LineError(span: word.span, message: "no line begins with \(first)\(near)")
            guard let meant = isProgram ? "program" : first.nearest(in: Self.headerWords) else { throw mistake }
            reader.guess(meant, for: mistake)
            first = meant
        }
        syntax.begun.insert(first)
        switch first {
        case "task": syntax.name = try reader.taskName("the task's name")
        case "about": syntax.about = try reader.string("what the task is about")
        case "input":
            let input = try reader.input(word.span)
            syntax.inputs.append(input)
            if reader.hasSkipped { syntax.doubtful.formUnion(input.names.map(\.text)) }
        case "example": syntax.example = reader.example()
        case "formula": syntax.formula = try reader.string("how a problem is written, such as \"{A} + {B}\"")
        case "goal": syntax.goal = try reader.string("what is to be done, such as \"add {A} and {B}\"")
        case "require": syntax.requirements.append(try reader.expression())
        case "check": syntax.check = try reader.expression()
        case "always": syntax.invariants.append(try reader.expression())
        case "encoder": syntax.encoder = try reader.taskName("the encoder's name")
        case "uses": syntax.foundation = try reader.taskName("a task's name")
        case "row":
            let rows = try reader.rows()
            syntax.rows += rows
            if reader.hasSkipped { syntax.doubtful.formUnion(rows.map(\.name.text)) }
        case "width":
            _ = reader.take(":")
            syntax.width = try reader.expression()
        case "pointer":
            let pointers = try reader.pointers()
            syntax.pointers += pointers
            if reader.hasSkipped { syntax.doubtful.formUnion(pointers.map(\.name.text)) }
        case "counter": syntax.pointers.append(try reader.counter())
        case "see":
            syntax.seen += try reader.seen()
            if reader.hasSkipped { syntax.unread.insert("see") }
        case "output": syntax.output = try reader.output()
        case "view": syntax.view = try reader.name("columns, bars, tape or grid")
        case "events":
            try reader.expect("at", "events at most EXPRESSION")
            try reader.expect("most", "events at most EXPRESSION")
            syntax.eventBound = try reader.expression()
        case "program": return try readProgram(&reader, line)
        default: preconditionFailure("\(first) is a word with which a line begins")
        }
        try reader.expectEnd("the line \"\(first) ...\" ends before it")
    }

    /// What a line of a file begins with, above the programs' bodies.
    static let headerWords = [
        "task", "about", "input", "example", "formula", "goal", "require", "check", "always", "encoder", "uses", "row",
        "width", "pointer", "counter", "see", "output", "view", "events", "program",
    ]

    private mutating func readProgram(_ reader: inout TokenReader, _ line: SourceLine) throws(LineError) {
        var program = ProgramSyntax(name: try reader.name("the program's name"))
        if reader.take("(") {
            reader.attempt { (reader) throws(LineError) in
                repeat {
                    let isPointer = reader.take("pointer")
                    program.parameters.append(
                        ProgramSyntax.Parameter(name: try reader.name("an argument's name"), isPointer: isPointer))
                } while reader.take(",")
                try reader.expect(")", "it closes the list of arguments")
            }
        }
        if reader.next?.kind == .string { program.purpose = try reader.string("what the program does") }
        reader.attempt { (reader) throws(LineError) in
            try reader.expectEnd("a program's line is: program NAME \"what it does\"")
        }
        if reader.hasSkipped { syntax.doubtful.insert(program.name.text) }
        let isFollowed = lines.first.map { $0.indent > 0 } ?? false
        program.body = readBlock(below: 0, depth: 0, of: &program)
        if !isFollowed {
            report(
                LineError(
                    span: program.name.span,
                    message: "the program \(program.name.text) has no statements; indent them below it"), line)
        }
        syntax.programs.append(program)
    }

    /// Reads the statements that are indented deeper than `indent`.
    private mutating func readBlock(below indent: Int, depth: Int, of program: inout ProgramSyntax) -> [StatementSyntax]
    {
        var statements: [StatementSyntax] = []
        guard let first = lines.first, first.indent > indent else { return [] }
        let own = first.indent
        while let line = lines.first, line.indent > indent {
            lines.removeFirst()
            if line.indent != own {
                report(
                    LineError(
                        span: SourceSpan(line: line.number, column: 1, length: max(line.indent, 1)),
                        message: "this line is indented by \(line.indent) spaces; the lines beside it by \(own)"), line)
            }
            var reader = TokenReader(line)
            do throws(LineError) {
                guard depth < 32 else { throw LineError(span: line.span, message: "blocks are nested too deeply") }
                try readStatement(&reader, line, into: &statements, own, depth, of: &program)
            } catch {
                reader.note(error)
                // What is said and indented below a line that cannot be read is read for its own mistakes, and an else belongs to it.
                reader.skip(to: ["say"])
                let says =
                    (reader.attempt { (reader) throws(LineError) in try reader.says() } ?? [])
                    + readSays(below: line.indent)
                let block = readBlock(below: line.indent, depth: min(depth + 1, 31), of: &program)
                statements += StatementSyntax.standing(for: line, says, block)
            }
            for mistake in reader.mistakes { report(mistake, line) }
        }
        return statements
    }

    private mutating func readStatement(
        _ reader: inout TokenReader, _ line: SourceLine, into statements: inout [StatementSyntax], _ indent: Int,
        _ depth: Int, of program: inout ProgramSyntax
    ) throws(LineError) {
        reader.correctFirstWord(pointers: syntax.pointers.map(\.name.text))
        if reader.take("let") {
            let name = try reader.name("the abbreviation's name")
            // Until it is known what it stands for.
            let isNew = syntax.doubtful.insert(name.text).inserted
            if !reader.take("="), !reader.take("==") {
                reader.note(reader.error("\"=\" is missing here: let NAME = VALUE"))
            }
            let value = try reader.expression()
            try reader.expectEnd("a line is: let NAME = VALUE")
            program.abbreviations.append((name, value))
            if isNew { syntax.doubtful.remove(name.text) }
            return
        }
        if reader.startsWith("else") {
            _ = reader.advance()
            return try readElse(&reader, line, into: &statements, indent, depth, of: &program)
        }
        var statement: StatementSyntax
        if reader.startsWith("if") || reader.startsWith("while") || reader.startsWith("until")
            || reader.startsWith("repeat")
        {
            statement = try readControl(&reader, line, indent, depth, of: &program)
        } else {
            statement = try reader.action()
            statement.say += try reader.says()
            try reader.expectEnd("a statement ends before it; each stands on a line of its own")
            statement.say += readSays(below: indent)
            // One space too many is a line beside this one, and told as such.
            if let deeper = lines.first, deeper.indent > indent + 1 {
                report(
                    LineError(
                        span: deeper.span,
                        message:
                            "this line is indented below one that has no block; only if, else, while, until and repeat have"
                    ), deeper)
                _ = readBlock(below: indent, depth: depth + 1, of: &program)
            }
        }
        statements.append(statement)
    }

    /// `if`, `while`, `until`, `repeat` with the block below.
    private mutating func readControl(
        _ reader: inout TokenReader, _ line: SourceLine, _ indent: Int, _ depth: Int, of program: inout ProgramSyntax
    ) throws(LineError) -> StatementSyntax {
        let word = reader.advance()?.text ?? ""
        let condition = word == "repeat" ? nil : try reader.expression()
        reader.attempt(skippingTo: "say") { (reader) throws(LineError) in
            if !reader.startsWith("say") { try reader.expectEnd("the statements of the block stand below, indented") }
        }
        var says = reader.attempt { (reader) throws(LineError) in try reader.says() } ?? []
        reader.attempt { (reader) throws(LineError) in
            try reader.expectEnd("the statements of the block stand below, indented")
        }
        says += readSays(below: indent)
        let isFollowed = lines.first.map { $0.indent > indent } ?? false
        let block = readBlock(below: indent, depth: depth + 1, of: &program)
        if !isFollowed { report(Self.noBlock(line), line) }
        let kind: StatementSyntax.Kind =
            if word == "if", let condition {
                .condition(condition, then: block, otherwise: [])
            } else {
                .loop(condition, isUntil: word == "until", block)
            }
        return StatementSyntax(kind: kind, span: line.span, say: says)
    }

    /// `else` and `else if`: belong to the `if` before, and to its innermost `else if`.
    private mutating func readElse(
        _ reader: inout TokenReader, _ line: SourceLine, into statements: inout [StatementSyntax], _ indent: Int,
        _ depth: Int, of program: inout ProgramSyntax
    ) throws(LineError) {
        let branch: [StatementSyntax]
        if reader.startsWith("if") {
            branch = [try readControl(&reader, line, indent, depth, of: &program)]
        } else {
            try reader.expectEnd("else stands alone on its line, or is else if CONDITION")
            let isFollowed = lines.first.map { $0.indent > indent } ?? false
            branch = readBlock(below: indent, depth: depth + 1, of: &program)
            if !isFollowed { report(Self.noBlock(line), line) }
        }
        guard let last = statements.popLast(), let joined = last.adding(otherwise: branch) else {
            throw LineError(span: line.span, message: "this else has no if before it, at the same indentation")
        }
        statements.append(joined)
    }

    private static func noBlock(_ line: SourceLine) -> LineError {
        LineError(span: line.span, message: "no statements are indented below this line")
    }

    /// `say` lines indented below a statement.
    private mutating func readSays(below indent: Int) -> [SaySyntax] {
        var says: [SaySyntax] = []
        while let line = lines.first, line.indent > indent, line.tokens[0].text == "say", line.tokens[0].kind == .word {
            lines.removeFirst()
            var reader = TokenReader(line)
            do throws(LineError) {
                says += try reader.says()
                try reader.expectEnd("a line is: say \"TEXT\" if CONDITION")
            } catch {
                report(error, line)
            }
        }
        return says
    }

    private mutating func report(_ mistake: LineError, _ line: SourceLine) {
        guard !lostLines.contains(line.number), places.insert(mistake.span).inserted else { return }
        problems.append(TaskFileProblem(span: mistake.span, message: mistake.message, line: line.text))
    }
}

extension StatementSyntax {
    /// What stands for a line that cannot be read, so that what belongs to it finds its place: an `if` or a loop around `block`, or
    /// nothing around it.
    fileprivate static func standing(
        for line: SourceLine, _ says: [SaySyntax], _ block: [StatementSyntax]
    ) -> [StatementSyntax] {
        let condition = ExpressionSyntax(
            kind: .isProperty(ExpressionSyntax(kind: .blank, span: line.span), "blank"), span: line.span)
        switch line.tokens[0].text {
        case "if": return [StatementSyntax(kind: .condition(condition, then: block, otherwise: []), span: line.span)]
        case "while", "until", "repeat":
            return [StatementSyntax(kind: .loop(condition, isUntil: true, block), span: line.span, say: says)]
        default: return [StatementSyntax(kind: .unread, span: line.span, say: says)] + block
        }
    }

    /// The `if` with an `else`; nil where it is no `if`, or has one already.
    fileprivate func adding(otherwise branch: [StatementSyntax]) -> StatementSyntax? {
        guard case .condition(let condition, let then, let otherwise) = kind else { return nil }
        var joined = self
        if otherwise.isEmpty {
            joined.kind = .condition(condition, then: then, otherwise: branch)
            return joined
        }
        guard otherwise.count == 1, let inner = otherwise[0].adding(otherwise: branch) else { return nil }
        joined.kind = .condition(condition, then: then, otherwise: [inner])
        return joined
    }
}
