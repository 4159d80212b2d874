import NPIKit

/// Names that are given twice, and programs whose names or arguments no program can have.
struct DoubleNames {
    private(set) var problems: [LineError] = []

    init(_ syntax: TaskSyntax) {
        problems += Self.repeated(syntax.programs.map(\.name), "program")
        problems += Self.repeated(syntax.rows.map(\.name), "row")
        problems += Self.repeated(syntax.pointers.map(\.name), "pointer")
        problems += Self.repeated(syntax.inputs.flatMap(\.names), "input")
        for program in syntax.programs {
            if program.name.text == ProgramLibrary.act {
                problems.append(
                    LineError(
                        span: program.name.span, message: "ACT is the environment's own action; rename this program"))
            }
            if program.parameters.count > Arguments.count {
                problems.append(
                    LineError(
                        span: program.parameters[Arguments.count].name.span,
                        message: "a program has at most \(Arguments.count) arguments"))
            }
        }
        if let top = syntax.programs.first, let parameter = top.parameters.first {
            problems.append(
                LineError(
                    span: parameter.name.span, message: "the first program is the one that is run; it has no arguments")
            )
        }
    }

    private static func repeated(_ names: [TaskSyntax.Name], _ what: String) -> [LineError] {
        var seen: Set<String> = []
        return names.filter { !seen.insert($0.text).inserted }.map {
            LineError(span: $0.span, message: "there are two \(what)s called \($0.text); rename one")
        }
    }
}
