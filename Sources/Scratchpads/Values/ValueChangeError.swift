/// What can be wrong with a ``ValueChange``.
package enum ValueChangeError: Error, Hashable, CustomStringConvertible {
    /// Not a name and a value.
    case usage(example: String)
    /// Nothing is called so.
    case unknownName(String, known: [String])
    /// A row has no such place.
    case noSuchCell(String, last: Int)
    /// No number.
    case notANumber(String, example: String)
    /// A value that cannot be blank.
    case noBlank(String)
    /// A number that cannot stand there.
    case outOfRange(String, Int, ClosedRange<Int>)
    /// An angle between the camera's places.
    case offGrid(String, Int)

    /// One line for the user.
    package var description: String {
        switch self {
        case .usage(let example): "name what to change and its new value, such as \(example)"
        case .unknownName(let name, let known):
            "nothing is called \(name.prefix(40)); there are \(known.joined(separator: ", "))"
        case .noSuchCell(let name, let last): "there is no \(name.prefix(40)); places go from 0 to \(last)"
        case .notANumber(let text, let example): "\(text.prefix(40)) is no number; write \(example)"
        case .noBlank(let name): "\(name) cannot be blank"
        case .outOfRange(let name, let number, let range):
            "\(name) goes from \(range.lowerBound) to \(range.upperBound), not to \(number)"
        case .offGrid(let name, let number): "\(name) goes in steps of 15 degrees; \(number) lies between two"
        }
    }
}
