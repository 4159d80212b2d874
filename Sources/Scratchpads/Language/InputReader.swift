import Support

/// Why an input is none of a task from a file.
struct TaskInputError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

/// Reads what a person types as the inputs of a task from a file.
struct InputReader {
    private let form: TaskForm
    private let usage: TaskUsage

    init(_ task: FileTask) {
        form = task.form
        usage = TaskUsage(task)
    }

    /// For inputs that are drawn, whose mistakes nobody is told.
    init(drawing form: TaskForm) {
        self.form = form
        usage = TaskUsage(name: form.name, input: "", example: form.name)
    }

    /// Where the inputs stand as in a formula, 58 + 67, what to leave out.
    private func wrongCount(_ words: [String], wanted: Int) -> InputError {
        let operands = words.filter { word in word.contains { $0.isLetter || $0.isNumber } }
        guard operands.count == wanted, let symbol = words.first(where: { !operands.contains($0) }),
            !symbol.isEmpty
        else {
            return .wrongCount(usage, found: words.count)
        }
        return .symbol(usage, symbol, operands: operands)
    }

    /// The symbols of each input, from the left; of a count its value.
    func values(_ words: [String]) throws -> [InputValue] {
        let list = form.inputs.last?.kind == .list
        let single = form.inputs.count - (list ? 1 : 0)
        guard list ? words.count > single : words.count == single else {
            throw wrongCount(words, wanted: single)
        }
        var values: [InputValue] = []
        for (index, input) in form.inputs.enumerated() where input.kind != .list {
            values.append(try value(words[index], of: input, position: index + 1))
        }
        if list, let input = form.inputs.last {
            values.append(try listValue(Array(words.dropFirst(single)), of: input))
        }
        let computed = zip(form.inputs, values).map { $1.taskValue($0.kind) }
        for requirement in form.requirements where requirement.condition.value(computed)?.isTrue != true {
            throw TaskInputError(
                "\(form.name) needs \(requirement.text); for example: \(usage.example)")
        }
        return values
    }

    private func value(_ text: String, of input: TaskForm.Input, position: Int) throws -> InputValue {
        guard !text.isEmpty else { throw InputError.empty(usage, position: position) }
        if input.kind == .count {
            guard let count = Int(text), count >= 0 else {
                throw InputError.notADigit(usage, text.first ?? " ", in: text)
            }
            guard count <= input.limit else {
                throw TaskInputError("\(input.name) of \(form.name) is \(count); the limit is \(input.limit)")
            }
            return .count(count)
        }
        let count = text.utf8.count
        guard count <= input.limit else {
            throw InputError.tooLong(usage, position: position, digits: count, limit: input.limit)
        }
        var symbols: [UInt8] = []
        symbols.reserveCapacity(count)
        for character in text {
            guard let symbol = input.alphabet.symbols.firstIndex(of: character) else {
                guard input.kind == .number else { throw wrongSymbol(character, in: text, input) }
                let isSign = text.count > 1 && ["-", "+", "−"].contains(character) && text.first == character
                throw isSign ? InputError.sign(usage, text) : InputError.notADigit(usage, character, in: text)
            }
            symbols.append(UInt8(symbol))
        }
        return .symbols(symbols)
    }

    private func wrongSymbol(_ character: Character, in text: String, _ input: TaskForm.Input) -> TaskInputError {
        let symbols = input.alphabet.symbols.map { String($0) }.joined(separator: " ")
        return TaskInputError(
            "\(text.quotedShort) has \(character.visible), which is none of \(symbols); \(usage.usage)")
    }

    private func listValue(_ words: [String], of input: TaskForm.Input) throws -> InputValue {
        guard words.count <= input.limit else {
            throw InputError.tooMany(usage, found: words.count, limit: input.limit)
        }
        var symbols: [UInt8] = []
        for (index, word) in words.enumerated() {
            guard !word.isEmpty else { throw InputError.empty(usage, position: index + 1) }
            guard word.count == 1, let character = word.first,
                let symbol = input.alphabet.symbols.firstIndex(of: character)
            else {
                guard input.alphabet == .digits else { throw wrongSymbol(word.first ?? " ", in: word, input) }
                throw InputError.notASingleDigit(usage, word)
            }
            symbols.append(UInt8(symbol))
        }
        return .symbols(symbols)
    }
}

/// One input of a problem.
enum InputValue: Hashable {
    case symbols([UInt8])
    case count(Int)

    /// The length, or the count.
    var size: Int {
        switch self {
        case .symbols(let symbols): symbols.count
        case .count(let count): count
        }
    }

    /// The symbols; nil for a count.
    var symbols: [UInt8]? { if case .symbols(let symbols) = self { symbols } else { nil } }

    /// What `check` computes with.
    func taskValue(_ kind: InputKind) -> TaskValue {
        switch self {
        case .count(let count): return .number(count)
        case .symbols(let symbols):
            switch kind {
            case .number: return .number(LongArithmetic.sum(symbols.reversed(), []))
            case .binary: return .number(LongArithmetic.decimal(ofBits: symbols))
            case .list, .word, .count: return .symbols(symbols)
            }
        }
    }
}

extension LongArithmetic {
    /// A binary number, its bits from the left, in decimal digits, the ones first.
    static func decimal(ofBits bits: [UInt8]) -> [UInt8] {
        var digits: [UInt8] = []
        for bit in bits { digits = sum(sum(digits, digits), [bit]) }
        return digits
    }

    /// A number in binary, its bits from the left.
    static func bits(of digits: [UInt8]) -> [UInt8] {
        var rest = digits
        var bits: [UInt8] = []
        while let result = division(rest, by: [2]), !rest.isEmpty {
            bits.append(result.remainder.first ?? 0)
            rest = result.quotient
        }
        return bits.reversed()
    }
}

extension TaskForm.Input {
    /// What it is, in a few words.
    var words: String {
        switch kind {
        case .number: "a whole number without a sign"
        case .binary: "a binary number"
        case .list:
            "one or more of \(alphabet == .digits ? "the digits" : alphabet.symbols.map { String($0) }.joined(separator: " "))"
        case .word: "a word of \(alphabet.symbols.map { String($0) }.joined(separator: " "))"
        case .count: "a number \(drawn.lowerBound) to \(limit)"
        }
    }
}

extension TaskForm {
    /// A value of `check` as the output is written.
    func text(of value: TaskValue) -> String {
        let alphabet = rows[output.row].alphabet
        switch value {
        case .number(let digits):
            let isBinary = alphabet == .bits && output.form != .symbol
            let shown = isBinary ? LongArithmetic.bits(of: digits) : digits.reversed()
            return shown.isEmpty ? "0" : shown.map { "\($0)" }.joined()
        case .symbols(let symbols):
            let texts = symbols.map { Int($0) < alphabet.symbols.count ? String(alphabet.symbols[Int($0)]) : "_" }
            return texts.joined(separator: output.form == .list ? " " : "")
        case .truth(let isTrue):
            return alphabet.symbols.count == 2 ? String(alphabet.symbols[isTrue ? 1 : 0]) : isTrue ? "1" : "0"
        case .sign(let sign): return String(sign)
        }
    }

    /// Whether random inputs would rarely reach all branches: words, and numbers that are compared.
    var seeksHardInputs: Bool {
        inputs.contains { $0.kind == .word }
            || fields.contains { if case .samePlace = $0 { true } else { false } }
            || programs.flatMap(\.code.instructions).contains { instruction in
                if case .loop(let condition, _, _, _) = instruction { condition.comparesPointers } else { false }
            }
    }

    /// The inputs whose lengths are a problem's.
    private var mainInputs: [Input] {
        let main = inputs.filter { $0.kind != .count }
        return main.isEmpty ? inputs : main
    }

    /// The longest problems. An input that is always of one length, such as a digit, keeps it in all of them.
    var lengthLimit: Int {
        let all = mainInputs
        return all.filter { $0.drawn.count > 1 || all.count == 1 }.map(\.limit).min() ?? all.map(\.limit).min() ?? 1
    }

    /// The lengths that training draws.
    var drawnLengths: ClosedRange<Int> {
        let all = mainInputs
        let low = all.map(\.drawn.lowerBound).max() ?? 1
        let high = all.map(\.drawn.upperBound).max() ?? 1
        return min(low, high)...high
    }
}

extension Formula {
    /// Whether it compares what two pointers see.
    fileprivate var comparesPointers: Bool {
        if case .binary(let operation, .symbol, .symbol) = self, operation.isCondition { return true }
        return parts.contains(where: \.comparesPointers)
    }
}
