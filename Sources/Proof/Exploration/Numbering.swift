/// Numbers values in the order in which they come, each once.
struct Numbering<Value: Hashable> {
    private(set) var values: [Value] = []
    private var numbers: [Value: Int32] = [:]

    /// The number of `value`, and whether it is new.
    mutating func number(_ value: Value) -> (number: Int32, isNew: Bool) {
        if let number = numbers[value] { return (number, false) }
        let number = Int32(values.count)
        numbers[value] = number
        values.append(value)
        return (number, true)
    }

    /// The number of `value`; nil if it has none.
    func number(of value: Value) -> Int32? { numbers[value] }

    subscript(number: Int32) -> Value { values[Int(number)] }
    var count: Int { values.count }
}
