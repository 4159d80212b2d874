/// Draws inputs for training and evaluation. The same generator in the same state draws the same inputs.
struct InputDrawing {
    private let form: TaskForm

    init(_ form: TaskForm) { self.form = form }

    /// A random input whose longest part has `length` symbols. About half of the time other parts are shorter.
    func input(length: Int, using generator: inout some RandomNumberGenerator) -> [String] {
        drawn(using: &generator) { generator in
            lengths(length, using: &generator).enumerated().map { index, length in
                text(of: form.inputs[index], length: length, using: &generator) { Int.random(in: $1, using: &$0) }
            }
        }
    }

    /// Of many inputs that are extreme, alike or symmetric, the one on which the programs have the most to do.
    func hardInput(
        length: Int, of task: FileTask, tries: Int = 24, using generator: inout some RandomNumberGenerator
    ) -> [String] {
        var best: (events: Int, input: [String])?
        for _ in 0..<max(min(tries, 40_000 / max(length * length, 1)), 3) {
            let candidate = drawn(using: &generator) { generator in
                let isEqual = Bool.random(using: &generator)
                let extremes = form.inputs.indices.map { index in
                    let input = form.inputs[index]
                    let isWhole = isEqual && input.kind != .count
                    let count =
                        isWhole
                        ? own(min(length, form.lengthLimit), input) : lengths(length, using: &generator)[index]
                    return extreme(input, length: count, using: &generator)
                }
                return alike(extremes, using: &generator)
            }
            guard let pad = try? task.makeWorld(candidate) else { continue }
            var run = ExpertRun(form, in: pad)
            while run.eventCount < 200_000, run.advance() {}
            if run.eventCount > best?.events ?? -1 { best = (run.eventCount, candidate) }
        }
        return best?.input ?? input(length: length, using: &generator)
    }

    /// Now and then the second input like the first but for a symbol, or an input that reads the same from both ends.
    private func alike(_ inputs: [String], using generator: inout some RandomNumberGenerator) -> [String] {
        var inputs = inputs
        let kinds = form.inputs.map(\.kind)
        if inputs.count == 2, kinds[0] == kinds[1], kinds[0] != .count, Bool.random(using: &generator) {
            var symbols = Array(inputs[0])
            let place = Int.random(in: 0..<symbols.count, using: &generator)
            let alphabet = form.inputs[1].alphabet.symbols
            let isFirst = place == 0 && symbols.count > 1
            if Bool.random(using: &generator),
                let other = alphabet.dropFirst(isFirst ? 1 : 0).randomElement(using: &generator)
            {
                symbols[place] = other
            }
            inputs[1] = String(symbols)
        }
        for (index, kind) in kinds.enumerated() where kind == .word && Bool.random(using: &generator) {
            let half = inputs[index].prefix((inputs[index].count + 1) / 2)
            inputs[index] = String(half + half.reversed().dropFirst(inputs[index].count % 2))
        }
        return inputs
    }

    /// An input that fits the lines `require`, of at most a thousand that `draw` makes.
    private func drawn<Generator: RandomNumberGenerator>(
        using generator: inout Generator, _ draw: (inout Generator) -> [String]
    ) -> [String] {
        let reader = InputReader(drawing: form)
        var latest = Self.words(draw(&generator), form)
        for _ in 0..<1_000 {
            if (try? reader.values(latest)) != nil { return latest }
            // Often the other way round is right: the larger number first.
            if form.inputs.count == 2, latest.count == 2, (try? reader.values(latest.reversed())) != nil {
                return latest.reversed()
            }
            latest = Self.words(draw(&generator), form)
        }
        return latest
    }

    /// The length of each input: one has `length`, the others that or less; of a count its value.
    private func lengths(_ wanted: Int, using generator: inout some RandomNumberGenerator) -> [Int] {
        let length = min(wanted, form.lengthLimit)
        let rows = form.inputs.indices.filter { form.inputs[$0].kind != .count }
        let longest = rows.randomElement(using: &generator)
        let isUnequal = length > 1 && Bool.random(using: &generator)
        return form.inputs.indices.map { index in
            let input = form.inputs[index]
            if input.kind == .count { return rows.isEmpty ? length : Int.random(in: input.drawn, using: &generator) }
            guard isUnequal, index != longest else { return own(length, input) }
            return own(Int.random(in: 1..<length, using: &generator), input)
        }
    }

    /// An input that is always short, such as one digit, keeps its length.
    private func own(_ length: Int, _ input: TaskForm.Input) -> Int {
        input.drawn.upperBound == input.drawn.lowerBound && form.inputs.count > 1 ? input.drawn.lowerBound : length
    }

    private func extreme(
        _ input: TaskForm.Input, length: Int, using generator: inout some RandomNumberGenerator
    ) -> String {
        let last = input.alphabet.symbols.count - 1
        let way = Int.random(in: 0..<4, using: &generator)
        let middle = Int.random(in: 0...last, using: &generator)
        var place = 0
        return text(of: input, length: length, using: &generator) { generator, choice in
            defer { place += 1 }
            switch way {
            case 0: return last
            case 1: return Bool.random(using: &generator) ? 0 : last
            case 2: return max(last - place * (last + 1) / max(length, 1), 0)
            default: return place < length / 2 ? middle : Int.random(in: 0...last, using: &generator)
            }
        }
    }

    private func text<Generator: RandomNumberGenerator>(
        of input: TaskForm.Input, length: Int, using generator: inout Generator,
        _ symbol: (inout Generator, ClosedRange<Int>) -> Int
    ) -> String {
        let last = input.alphabet.symbols.count - 1
        switch input.kind {
        case .count: return "\(length)"
        case .number, .binary:
            // Without leading zeros, but for 0 itself.
            return String(
                (0..<length).map { index in
                    let lowest = index == 0 && length > 1 ? 1 : 0
                    return input.alphabet.symbols[max(symbol(&generator, lowest...last), lowest)]
                })
        case .word, .list:
            let symbols = (0..<length).map { _ in input.alphabet.symbols[symbol(&generator, 0...last)] }
            return input.kind == .word ? String(symbols) : symbols.map { String($0) }.joined(separator: " ")
        }
    }
}

extension InputDrawing {
    /// The words of an input, a list's values each a word.
    static func words(_ input: [String], _ form: TaskForm) -> [String] {
        guard form.inputs.last?.kind == .list, let last = input.last else { return input }
        return input.dropLast() + last.split(separator: " ").map(String.init)
    }
}
