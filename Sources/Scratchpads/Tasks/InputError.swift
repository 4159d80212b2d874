import Support

/// What can be wrong with an input of digits.
enum InputError: Error, Hashable, CustomStringConvertible {
    /// Too few or too many inputs.
    case wrongCount(TaskUsage, found: Int)
    /// As many inputs as there should be, and a sign such as + beside them.
    case symbol(TaskUsage, String, operands: [String])
    /// An array that is too long.
    case tooMany(TaskUsage, found: Int, limit: Int)
    /// An input without a character. `position` counts from 1.
    case empty(TaskUsage, position: Int)
    /// A number with a sign.
    case sign(TaskUsage, String)
    /// A number with a character that is no digit 0-9.
    case notADigit(TaskUsage, Character, in: String)
    /// A value of an array that is no single digit 0-9.
    case notASingleDigit(TaskUsage, String)
    /// A number with too many digits. `position` counts from 1.
    case tooLong(TaskUsage, position: Int, digits: Int, limit: Int)

    /// One line for the user.
    var description: String {
        switch self {
        case .wrongCount(let task, let found):
            "\(task.name) takes \(task.input), but \(found.given); for example: \(task.example)"
        case .symbol(let task, let symbol, let operands):
            "\(task.name) takes \(task.input); leave out \(symbol.quotedShort): "
                + "\(task.name) \(operands.map { $0.shortenedInMiddle(to: 24, ellipsis: "...") }.joined(separator: " "))"
        case .tooMany(let task, let found, let limit):
            "\(task.name) was given \(found) values; the limit is \(limit)"
        case .empty(let task, let position):
            "input \(position) of \(task.name) is empty; \(task.usage)"
        case .sign(let task, let text):
            "\(text.quotedShort) has a sign; \(task.usage)"
        case .notADigit(let task, let character, let text):
            "\(text.quotedShort) has \(character.visible), which is no digit 0-9; \(task.usage)"
        case .notASingleDigit(let task, let text):
            "\(text.quotedShort) is no single digit 0-9; \(task.usage)"
        case .tooLong(let task, let position, let digits, let limit):
            "input \(position) of \(task.name) has \(digits) digits; the limit is \(limit)"
        }
    }
}

/// How a task is used, for messages.
struct TaskUsage: Hashable {
    let name: String
    /// What the input is.
    let input: String
    /// The task with an input that will do.
    let example: String

    /// What would be right.
    var usage: String { "give \(input), such as: \(example)" }

    init(name: String, input: String, example: String) {
        self.name = name
        self.input = input
        self.example = example
    }

    init(_ task: some ScratchpadTask) {
        name = task.name
        input = task.inputDescription
        example = "\(task.name) \(task.exampleInput.joined(separator: " "))"
    }
}

extension Int {
    fileprivate var given: String {
        switch self {
        case 0: "none was given"
        case 1: "only one was given"
        default: "\(self) were given"
        }
    }
}
