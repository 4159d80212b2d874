import NPIKit

/// What a task file has and its runs and programs do not use.
struct UnusedParts {
    /// A line each.
    private(set) var notes: [String] = []
    private let form: TaskForm

    /// - Parameters:
    ///   - used: The statements that were carried out.
    ///   - problemCount: In how many problems.
    init(_ form: TaskForm, _ used: Set<SourceSpan>, problemCount: Int) {
        self.form = form
        let unused = form.programs.flatMap(\.code.statements).filter { $0.next > 0 && !used.contains($0.span) }
        noteLines(unused.map(\.span.line), problemCount)
        for (field, spec) in zip(form.fields, form.spec.fields) where !asks(for: field) {
            notes.append("\(spec.name) is seen, but no program asks for it")
        }
        noteRows()
    }

    private mutating func noteLines(_ lines: [Int], _ problemCount: Int) {
        guard let first = lines.first else { return }
        let shown = lines.prefix(8).map(String.init).joined(separator: ", ")
        let rest = lines.count > 8 ? " and \(lines.count - 8) more" : ""
        let subject = lines.count == 1 ? "line \(first) was" : "lines \(shown)\(rest) were"
        notes.append("\(subject) never carried out in \(problemCount) problems")
    }

    /// Notes rows that nothing reads: which are neither seen, nor the output, nor copied from.
    private mutating func noteRows() {
        let instructions = form.programs.flatMap(\.code.instructions)
        let copied = instructions.flatMap { instruction -> [Int] in
            switch instruction {
            case .copy(_, let from, _): form.pointers(of: from)
            case .swap(let one, let other, _): form.pointers(of: one) + form.pointers(of: other)
            case .call, .move, .write, .end, .jump, .branch, .loop: []
            }
        }
        let read = Set(copied + form.fields.flatMap(\.pointers))
        for (index, row) in form.rows.enumerated() where form.output.row != index {
            guard !form.pointers.indices.contains(where: { form.pointers[$0].row == index && read.contains($0) }) else {
                continue
            }
            notes.append("nothing reads the row \(row.name): it is not seen, not copied, and not the output")
        }
    }

    /// Whether any program decides by `field`.
    private func asks(for field: Formula) -> Bool {
        func holds(_ formula: Formula) -> Bool { formula == field || formula.parts.contains(where: holds) }
        return form.programs.flatMap(\.code.instructions).contains { instruction in
            switch instruction {
            case .branch(let condition, _), .loop(let condition, _, _, _): holds(condition)
            case .write(_, let formula, _): holds(formula)
            case .call(_, let formulas, _): formulas.contains(where: holds)
            case .copy(_, let from, _): form.pointers(of: from).contains { field == .symbol(pointer: $0) }
            case .swap(let one, let other, _):
                (form.pointers(of: one) + form.pointers(of: other)).contains { field == .symbol(pointer: $0) }
            case .move, .end, .jump: false
            }
        }
    }
}

extension Formula {
    /// The pointers that it asks about.
    fileprivate var pointers: [Int] {
        switch self {
        case .symbol(let pointer), .atStart(let pointer), .atEnd(let pointer): [pointer]
        case .samePlace(let one, let other): [one, other]
        default: parts.flatMap(\.pointers)
        }
    }
}
