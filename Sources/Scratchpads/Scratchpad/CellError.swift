/// What can be wrong with a cell's name or with what is to be put into it.
package enum CellError: Error, Hashable, CustomStringConvertible {
    /// Not a name and a value.
    case usage(example: String)
    /// Nothing has this name.
    case unknownName(String, known: [String] = [])
    /// A row has no such place.
    case noSuchPlace(String, last: Int)
    /// Not a number.
    case notANumber(String, example: String)
    /// A value that a person cannot change.
    case fixed(String)
    /// A value that cannot be blank.
    case noBlank(String)
    /// A number that cannot stand there.
    case outOfRange(String, Int, ClosedRange<Int>)
    /// A number between two that can stand there.
    case betweenSteps(String, Int, step: Int, unit: String?)

    /// One line for the user.
    package var description: String {
        switch self {
        case .usage(let example): "name what to change and its new value, such as \(example)"
        case .unknownName(let name, let known):
            "nothing is called \(name.prefix(40))"
                + (known.isEmpty ? "" : "; there are \(known.joined(separator: ", "))")
        case .noSuchPlace(let name, let last): "there is no \(name.prefix(40)); places go from 0 to \(last)"
        case .notANumber(let text, let example): "\(text.prefix(40)) is not a number; write \(example)"
        case .fixed(let name): "\(name) cannot be changed"
        case .noBlank(let name): "\(name) cannot be blank"
        case .outOfRange(let name, let number, let range):
            "\(name) goes from \(range.lowerBound) to \(range.upperBound), not to \(number)"
        case .betweenSteps(let name, let number, let step, let unit):
            "\(name) goes in steps of \(step)\(unit.map { " \($0)" } ?? ""); \(number) lies between two"
        }
    }
}
