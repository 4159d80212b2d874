extension Formula {
    /// The formula by the names of what it asks, whatever is said beside its values: equal texts ask the same.
    func text(_ form: TaskForm) -> String {
        func name(_ pointer: Int) -> String { form.pointers[pointer].name }
        func beside(_ offset: Int) -> String { offset < 0 ? "left" : "right" }
        return switch self {
        case .constant(let number): "\(number)"
        case .blank: "blank"
        case .symbol(let pointer): name(pointer)
        case .argument(let index): "argument \(index + 1)"
        case .atStart(let pointer): "\(name(pointer)) at start"
        case .atEnd(let pointer): "\(name(pointer)) at end"
        case .samePlace(let one, let other): "place of \(name(one)) == place of \(name(other))"
        case .isBlank(let inner): "\(inner.text(form)) is blank"
        case .not(let inner): "not (\(inner.text(form)))"
        case .binary(let operation, let left, let right):
            "(\(left.text(form)) \(operation.rawValue) \(right.text(form)))"
        case .labelled(let inner, _): inner.text(form)
        case .beside(let pointer, let offset): "\(beside(offset)) of \(name(pointer))"
        case .place(let pointer): "place of \(name(pointer))"
        case .inputSize(let input): "length of \(form.inputs[input].name)"
        case .besidePassed(let argument, let offset): "\(beside(offset)) of argument \(argument + 1)"
        case .isSorted(let row): "\(form.rows[row].name) is sorted"
        case .isFalling(let row): "\(form.rows[row].name) is falling"
        case .largest(let row): "largest of \(form.rows[row].name)"
        }
    }
}

extension SizeFormula {
    /// The formula by the names of inputs.
    func text(_ form: TaskForm) -> String {
        switch self {
        case .constant(let number): "\(number)"
        case .input(let index): "length of \(form.inputs[index].name)"
        case .longest: "longest"
        case .binary(let operation, let left, let right):
            "(\(left.text(form)) \(operation.rawValue) \(right.text(form)))"
        }
    }
}

extension ProgramCode.Instruction {
    /// The instruction by the names of what it works with.
    func text(_ form: TaskForm) -> String {
        func name(_ term: PointerTerm) -> String {
            switch term {
            case .fixed(let pointer): form.pointers[pointer].name
            case .argument(let index): "argument \(index + 1)"
            }
        }
        return switch self {
        case .call(let callee, let values, _):
            "\(form.programs[callee].name)(\(values.map { $0.text(form) }.joined(separator: ", ")))"
        case .move(let term, let direction, _): "move \(name(term)) \(direction.name.lowercased())"
        case .write(let term, let value, _): "write \(name(term)) \(value.text(form))"
        case .swap(let one, let other, _): "swap \(name(one)) \(name(other))"
        case .copy(let to, let from, _): "copy \(name(from)) to \(name(to))"
        case .end: "return"
        case .jump(let target): "go to \(target)"
        case .branch(let condition, let otherwise): "if \(condition.text(form)), else go to \(otherwise)"
        case .loop(let condition, let isWanted, let exit, _):
            "\(isWanted ? "while" : "until") \(condition.text(form)), then go to \(exit)"
        }
    }
}
