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
    /// The lines with problems. Only the first of each is told: others mostly follow from it.
    private var faultyLines: Set<Int> = []

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
            if let first = found.first {
                problems.append(first)
                faultyLines.insert(number)
            }
            if !source.tokens.isEmpty { read.append(source) }
        }
        lines = read[...]
        readHeader()
    }

    private mutating func readHeader() {
        while let line = lines.popFirst() {
            guard line.indent == 0 else {
                report(line.span, "this line is indented but stands in no program; \(Self.headerHint)", line)
                continue
            }
            var reader = TokenReader(line)
            do throws(LineError) {
                try readStatement(&reader, line)
            } catch {
                report(error.span, error.message, line)
                // What was meant may be what is missed below.
                let word = line.tokens[0].text
                let meant = Self.headerWords.contains(word) ? word : word.nearest(in: Self.headerWords)
                if let meant {
                    syntax.unread.insert(meant)
                    syntax.begun.insert(meant)
                }
            }
        }
    }

    private static let headerHint =
        "the lines before the programs begin with task, about, input, row, pointer, see, output, check or view"

    /// Reads one line of the file's first part, or a program with its body.
    private mutating func readStatement(_ reader: inout TokenReader, _ line: SourceLine) throws(LineError) {
        guard let word = reader.advance(), word.kind == .word else {
            throw LineError(span: line.span, message: "a line begins with a word; \(Self.headerHint)")
        }
        syntax.begun.insert(word.text)
        switch word.text {
        case "task": syntax.name = try reader.taskName("the task's name")
        case "about": syntax.about = try reader.string("what the task is about")
        case "input": syntax.inputs.append(try reader.input(word.span))
        case "example": syntax.example = reader.example()
        case "formula": syntax.formula = try reader.string("how a problem is written, such as \"{A} + {B}\"")
        case "goal": syntax.goal = try reader.string("what is to be done, such as \"add {A} and {B}\"")
        case "require": syntax.requirements.append(try reader.expression())
        case "check": syntax.check = try reader.expression()
        case "always": syntax.invariants.append(try reader.expression())
        case "encoder": syntax.encoder = try reader.taskName("the encoder's name")
        case "uses": syntax.foundation = try reader.taskName("a task's name")
        case "row": syntax.rows += try reader.rows()
        case "width":
            _ = reader.take(":")
            syntax.width = try reader.expression()
        case "pointer": syntax.pointers += try reader.pointers()
        case "counter": syntax.pointers.append(try reader.counter())
        case "see": syntax.seen += try reader.seen()
        case "output": syntax.output = try reader.output()
        case "view": syntax.view = try reader.name("columns, bars, tape or grid")
        case "events":
            try reader.expect("at", "events at most EXPRESSION")
            try reader.expect("most", "events at most EXPRESSION")
            syntax.eventBound = try reader.expression()
        case "program": return try readProgram(&reader, line)
        default:
            let near = word.text.meaning(oneOf: Self.headerWords)
            throw LineError(span: word.span, message: "no line begins with \(word.text)\(near)")
        }
        try reader.expectEnd("the line \"\(word.text) ...\" ends before it")
    }

    /// What a line of a file begins with, above the programs' bodies.
    static let headerWords = [
        "task", "about", "input", "example", "formula", "goal", "require", "check", "always", "encoder", "uses", "row",
        "width", "pointer", "counter", "see", "output", "view", "events", "program",
    ]

    private mutating func readProgram(_ reader: inout TokenReader, _ line: SourceLine) throws(LineError) {
        var program = ProgramSyntax(name: try reader.name("the program's name"))
        if reader.take("(") {
            repeat {
                let isPointer = reader.take("pointer")
                program.parameters.append(
                    ProgramSyntax.Parameter(name: try reader.name("an argument's name"), isPointer: isPointer))
            } while reader.take(",")
            try reader.expect(")", "it closes the list of arguments")
        }
        if reader.next?.kind == .string { program.purpose = try reader.string("what the program does") }
        try reader.expectEnd("a program's line is: program NAME \"what it does\"")
        let isFollowed = lines.first.map { $0.indent > 0 } ?? false
        program.body = readBlock(below: 0, depth: 0, of: &program)
        if !isFollowed {
            report(program.name.span, "the program \(program.name.text) has no statements; indent them below it", line)
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
                    SourceSpan(line: line.number, column: 1, length: max(line.indent, 1)),
                    "this line is indented by \(line.indent) spaces; the lines beside it by \(own)", line)
            }
            var reader = TokenReader(line)
            do throws(LineError) {
                guard depth < 32 else { throw LineError(span: line.span, message: "blocks are nested too deeply") }
                try readStatement(&reader, line, into: &statements, own, depth, of: &program)
            } catch {
                report(error.span, error.message, line)
                // What is indented below a line that cannot be read is read for its own mistakes, and an else belongs to it.
                _ = readSays(below: line.indent)
                let block = readBlock(below: line.indent, depth: min(depth + 1, 31), of: &program)
                statements += StatementSyntax.standing(for: line, block)
            }
        }
        return statements
    }

    private mutating func readStatement(
        _ reader: inout TokenReader, _ line: SourceLine, into statements: inout [StatementSyntax], _ indent: Int,
        _ depth: Int, of program: inout ProgramSyntax
    ) throws(LineError) {
        if reader.take("let") {
            let name = try reader.name("the abbreviation's name")
            guard reader.take("=") || reader.take("==") else { throw reader.error("\"=\" is missing here") }
            program.abbreviations.append((name, try reader.expression()))
            return try reader.expectEnd("a line is: let NAME = VALUE")
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
            if let deeper = lines.first, deeper.indent > indent {
                report(
                    deeper.span,
                    "this line is indented below one that has no block; only if, else, while, until and repeat have",
                    deeper)
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
        var says = try reader.says()
        try reader.expectEnd("the statements of the block stand below, indented")
        says += readSays(below: indent)
        let isFollowed = lines.first.map { $0.indent > indent } ?? false
        let block = readBlock(below: indent, depth: depth + 1, of: &program)
        if !isFollowed { report(line.span, "no statements are indented below this line", line) }
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
            if !isFollowed { report(line.span, "no statements are indented below this line", line) }
        }
        guard let last = statements.popLast(), let joined = last.adding(otherwise: branch) else {
            throw LineError(span: line.span, message: "this else has no if before it, at the same indentation")
        }
        statements.append(joined)
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
                report(error.span, error.message, line)
            }
        }
        return says
    }

    private mutating func report(_ span: SourceSpan, _ message: String, _ line: SourceLine) {
        guard faultyLines.insert(line.number).inserted else { return }
        problems.append(TaskFileProblem(span: span, message: message, line: line.text))
    }
}

extension StatementSyntax {
    /// What stands for a line that cannot be read, so that what belongs to it finds its place: an `if` or a loop around `block`, or
    /// nothing around it.
    fileprivate static func standing(for line: SourceLine, _ block: [StatementSyntax]) -> [StatementSyntax] {
        let condition = ExpressionSyntax(
            kind: .isProperty(ExpressionSyntax(kind: .blank, span: line.span), "blank"), span: line.span)
        let kind: Kind
        switch line.tokens[0].text {
        case "if": kind = .condition(condition, then: block, otherwise: [])
        case "while", "until", "repeat": kind = .loop(condition, isUntil: true, block)
        default: return block
        }
        return [StatementSyntax(kind: kind, span: line.span)]
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
