package import NPIKit

/// The programs of a task file as an expert: it demonstrates what the file says and judges a network's steps by it.
package struct FileExpert: Expert {
    let form: TaskForm
    /// The programs of the library, by the file's.
    private let rows: [ProgramID]
    private var indices: [ProgramID: Int] = [:]

    /// Finds the task's programs in `library`.
    ///
    /// - Throws: ``NPIKit/ProgramLibraryError`` if it lacks one.
    init(_ form: TaskForm, _ library: ProgramLibrary) throws(ProgramLibraryError) {
        self.form = form
        _ = try library.require(ProgramLibrary.act)
        var rows: [ProgramID] = []
        for (index, program) in form.programs.enumerated() {
            let row = try library.require(program.name)
            rows.append(row)
            indices[row] = index
        }
        self.rows = rows
    }

    /// What the file says that a frame of `program` does next, `step` being its place; a program that the file does not have
    /// returns at once.
    package func decide(program: ProgramID, arguments: Arguments, step: Int, in world: TaskPad) -> Decision {
        decide(program, arguments, step, world)
    }

    /// The same by whatever tells what is seen.
    func decide(_ program: ProgramID, _ arguments: Arguments, _ step: Int, _ world: some ProgramContext) -> Decision {
        guard let index = indices[program] else { return .end }
        let values = arguments.values
        return decision(form.programs[index].code.step(from: step, in: world, values), world, values)
    }

    private func decision(
        _ next: ProgramCode.Step, _ world: some ProgramContext, _ values: [Int]
    ) -> Decision {
        switch next.instruction {
        case .call(let callee, let formulas, _):
            let given = formulas.map { min(max($0.value(in: world, values) ?? 0, 0), 9) } + [0, 0, 0]
            return .call(rows[callee], Arguments(given[0], given[1], given[2]))
        default: return next.action(in: world, values).map { .act($0.arguments) } ?? .end
        }
    }

    package func next(
        program: ProgramID, arguments: Arguments, step: Int, in world: TaskPad
    ) -> (decision: Decision, step: Int) {
        guard let index = indices[program] else { return (.end, step) }
        let code = form.programs[index].code
        let values = arguments.values
        let next = code.step(from: step, in: world, values)
        let after = next.isEnd ? code.place(after: step, in: world, values) : next.place
        return (decision(next, world, values), after)
    }

    package func step(after step: Int, program: ProgramID, arguments: Arguments, in world: TaskPad) -> Int {
        place(after: step, program, arguments, world)
    }

    /// The same by whatever tells what is seen.
    func place(
        after step: Int, _ program: ProgramID, _ arguments: Arguments, _ world: some ProgramContext
    ) -> Int {
        guard let index = indices[program] else { return step }
        return form.programs[index].code.place(after: step, in: world, arguments.values)
    }

    /// Why a frame does what it does now: the file's words, or else the statement in plain words.
    func reason(program: String, arguments: Arguments, step: Int, in pad: TaskPad) -> String {
        guard let program = form.programs.first(where: { $0.name == program }) else {
            return "\(program) has nothing to do in \(form.name): return"
        }
        let values = arguments.values
        let next = program.code.step(from: step, in: pad, values)
        if let statement = next.statement,
            let say = program.code.statements[statement].says.first(where: {
                $0.condition?.isTrue(in: pad, values) ?? true
            })
        {
            return say.text.text(in: pad, values)
        }
        switch next.instruction {
        case .call(let callee, _, _):
            let purpose = form.programs[callee].purpose
            return "call \(form.programs[callee].name)\(purpose.isEmpty ? "" : ": \(purpose)")"
        case .move(let term, let direction, _):
            return "move the pointer \(label(term, values)) \(direction == .left ? "left" : "right")"
        case .write(let term, let formula, _):
            let row = form.pointers[form.pointer(term, values)].row
            return "write \(form.text(of: formula.value(in: pad, values), row: row)) at \(label(term, values))"
        case .swap(let one, let other, _):
            return "swap what stands at \(label(one, values)) and \(label(other, values))"
        case .copy(let to, let from, _):
            return "copy what stands at \(label(from, values)) to \(label(to, values))"
        case .end, .jump, .branch, .loop, nil: return "\(program.name) is done: return"
        }
    }

    private func label(_ term: PointerTerm, _ arguments: [Int]) -> String {
        form.pointers[form.pointer(term, arguments)].label
    }

    /// The line of the file that a frame of `program` carries out next, from 1; the program's own at its end. Nil for a program
    /// that the file does not have.
    package func line(program: ProgramID, arguments: Arguments, step: Int, in world: TaskPad) -> Int? {
        guard let index = indices[program] else { return nil }
        let program = form.programs[index]
        let statement = program.code.step(from: step, in: world, arguments.values).statement
        return statement.map { program.code.statements[$0].span.line } ?? program.span.line
    }

    /// Whether a frame of `program` carries out `line` next, or asks the condition of the loop there.
    func carriesOut(line: Int, program: ProgramID, arguments: Arguments, step: Int, in world: TaskPad) -> Bool {
        guard let index = indices[program] else { return false }
        let program = form.programs[index]
        return program.span.line == line
            ? self.line(program: rows[index], arguments: arguments, step: step, in: world) == line
            : program.code.carriesOut(line: line, from: step, in: world, arguments.values)
    }

    /// The line of the statement behind which a frame of `program` stands; nil at its beginning.
    package func lineDone(program: ProgramID, step: Int) -> Int? {
        guard let index = indices[program] else { return nil }
        let statements = form.programs[index].code.statements
        return statements.indices.contains(step - 1) ? statements[step - 1].span.line : nil
    }

    /// The first line of a program that makes this decision; nil where none does.
    func line(doing decision: Decision, program: ProgramID) -> Int? {
        guard let index = indices[program] else { return nil }
        let code = form.programs[index].code
        for instruction in code.instructions {
            let fits =
                switch (instruction, decision) {
                case (.call(let callee, _, _), .call(let called, _)): rows[callee] == called
                case (.move(let term, let direction, _), .act(let arguments)):
                    form.pointers(of: term).contains {
                        ActionForm.move(pointer: $0, direction).arguments == arguments
                    }
                case (.write(let term, _, _), .act(let arguments)):
                    ActionForm(arguments, pointerCount: form.pointers.count)?.written
                        .map(form.pointers(of: term).contains) ?? false
                case (.swap(let one, let other, _), .act(let arguments)):
                    form.pairs(one, other).contains { ActionForm.swap($0, $1).arguments == arguments }
                case (.copy(let to, let from, _), .act(let arguments)):
                    form.pairs(to, from).contains { ActionForm.copy(to: $0, from: $1).arguments == arguments }
                case (.end, .end): true
                default: false
                }
            if fits, let place = instruction.place { return code.statements[place - 1].span.line }
        }
        return nil
    }
}

extension TaskForm {
    /// The pairs of pointers that two terms can stand for.
    fileprivate func pairs(_ one: PointerTerm, _ other: PointerTerm) -> [(Int, Int)] {
        pointers(of: one).flatMap { first in pointers(of: other).map { (first, $0) } }
    }
}

extension ActionForm {
    /// The pointer at which it writes; nil for what is no write.
    fileprivate var written: Int? { if case .write(let pointer, _) = self { pointer } else { nil } }
}
