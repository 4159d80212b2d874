/// A pointer as a statement names it.
enum PointerTerm: Hashable, Sendable {
    /// The pointer itself.
    case fixed(Int)
    /// An argument of the frame, which stands for the pointer that the caller has named.
    case argument(Int)

    /// The pointer's number. A network may have given an argument that is the number of no pointer.
    func number(_ arguments: [Int]) -> Int {
        switch self {
        case .fixed(let pointer): pointer
        case .argument(let index): index < arguments.count ? min(max(arguments[index], 0), 9) : 0
        }
    }
}

extension TaskForm {
    /// The pointers that `term` can stand for.
    func pointers(of term: PointerTerm) -> [Int] {
        switch term {
        case .fixed(let pointer): [pointer]
        case .argument: passedPointers
        }
    }

    /// The pointer that `term` stands for in a frame; the last one for a number that is none's.
    func pointer(_ term: PointerTerm, _ arguments: [Int]) -> Int {
        min(term.number(arguments), pointers.count - 1)
    }
}

/// The pointers that calls name as arguments, so that one program can work with several.
struct PassedPointers {
    /// Their numbers, in order.
    private(set) var numbers: [Int] = []
    private(set) var problems: [LineError] = []

    /// Looks through the calls of `programs`.
    init(_ programs: [ProgramSyntax], _ formulas: FormulaBuilder) {
        var named: [Int: SourceSpan] = [:]
        for program in programs {
            let own = Set(program.parameters.map(\.name.text))
            for (callee, arguments) in program.body.flatMap(\.calls) {
                guard let parameters = programs.first(where: { $0.name.text == callee })?.parameters else { continue }
                for (parameter, argument) in zip(parameters, arguments) where parameter.isPointer {
                    guard let name = argument.nameText, !own.contains(name), let pointer = formulas.pointerIndex(name)
                    else { continue }
                    named[pointer] = named[pointer] ?? argument.span
                }
            }
        }
        numbers = named.keys.sorted()
        check(named, formulas)
    }

    /// One statement is to suit whichever of them it is given.
    private mutating func check(_ named: [Int: SourceSpan], _ formulas: FormulaBuilder) {
        var first: (row: TaskForm.Row, name: String)?
        for number in numbers {
            let (name, span) = (formulas.pointers[number].name, named[number])
            guard let span else { continue }
            guard let index = formulas.pointers[number].row else {
                problems.append(
                    LineError(span: span, message: "\(name) is a counter; an argument stands for a pointer on a row"))
                continue
            }
            let row = formulas.rows[index]
            let (other, otherName) = first ?? (row, name)
            first = (other, otherName)
            if row.alphabet != other.alphabet || row.isNeverBlank != other.isNeverBlank {
                problems.append(
                    LineError(
                        span: span,
                        message:
                            "\(name) and \(otherName) stand on rows with different symbols; one argument cannot stand for both"
                    ))
            }
        }
    }
}

extension StatementSyntax {
    /// The calls in it and in its blocks.
    fileprivate var calls: [(callee: String, arguments: [ExpressionSyntax])] {
        switch kind {
        case .call(let name, let arguments): [(name.text, arguments)]
        case .condition(_, let then, let otherwise): (then + otherwise).flatMap(\.calls)
        case .loop(_, _, let body): body.flatMap(\.calls)
        case .move, .write, .swap, .copy, .return, .unread: []
        }
    }
}
