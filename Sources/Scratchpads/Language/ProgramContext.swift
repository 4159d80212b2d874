import NPIKit

/// What programs ask of the environment: the pad itself, or only what the network sees of it.
protocol ProgramContext {
    /// What stands under a pointer; nil for a blank.
    func symbol(at pointer: Int) -> Int?
    func isAtStart(_ pointer: Int) -> Bool
    func isAtEnd(_ pointer: Int) -> Bool
    func areAtOnePlace(_ one: Int, _ other: Int) -> Bool
    /// A comparison that is seen as a bit of its own; nil where its two sides are seen.
    func comparison(_ formula: Formula) -> Bool?

    // For a person alone.
    func symbol(beside pointer: Int, _ offset: Int) -> Int?
    func place(of pointer: Int) -> Int
    func size(ofInput input: Int) -> Int
    func isSorted(row: Int) -> Bool
    func isFalling(row: Int) -> Bool
    func largestSymbol(in row: Int) -> Int?
}

extension TaskPad: ProgramContext {
    func areAtOnePlace(_ one: Int, _ other: Int) -> Bool { place(of: one) == place(of: other) }
    func comparison(_ formula: Formula) -> Bool? { nil }
    func size(ofInput input: Int) -> Int { inputSizes[input] }
    func isSorted(row: Int) -> Bool { zip(rows[row], rows[row].dropFirst()).allSatisfy { $0 <= $1 } }

    func isFalling(row: Int) -> Bool {
        let blank = form.rows[row].blank
        return zip(rows[row], rows[row].dropFirst()).allSatisfy { $1 == blank || $0 != blank && $1 < $0 }
    }
}

/// What the network sees of a pad, and nothing else: programs decide by it alone.
struct SeenContext: ProgramContext {
    let form: TaskForm
    /// An observation's categories.
    let categories: [UInt8]

    private func category(of field: Formula) -> UInt8? {
        form.fields.firstIndex(of: field).map { categories[$0] }
    }

    func symbol(at pointer: Int) -> Int? {
        guard let row = form.pointers[pointer].row, let category = category(of: .symbol(pointer: pointer)),
            category < form.rows[row].blank
        else { return nil }
        return Int(category)
    }

    func isAtStart(_ pointer: Int) -> Bool { category(of: .atStart(pointer: pointer)) == 1 }
    func isAtEnd(_ pointer: Int) -> Bool { category(of: .atEnd(pointer: pointer)) == 1 }
    func areAtOnePlace(_ one: Int, _ other: Int) -> Bool { category(of: .samePlace(one, other)) == 1 }
    func comparison(_ formula: Formula) -> Bool? { category(of: formula).map { $0 == 1 } }

    func symbol(beside pointer: Int, _ offset: Int) -> Int? { nil }
    func place(of pointer: Int) -> Int { 0 }
    func size(ofInput input: Int) -> Int { 0 }
    func isSorted(row: Int) -> Bool { false }
    func isFalling(row: Int) -> Bool { false }
    func largestSymbol(in row: Int) -> Int? { nil }
}
