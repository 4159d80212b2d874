package import CarModels
import Support

/// What can be wrong with the input of a task.
package enum ProblemError: Error, Hashable, CustomStringConvertible {
    /// Too few or too many inputs.
    case wrongCount(TaskDefinition, found: Int)
    /// An array that is too long.
    case tooMany(TaskDefinition, found: Int, limit: Int)
    /// An input without a character. `position` counts from 1.
    case empty(TaskDefinition, position: Int)
    /// A number with a sign.
    case sign(TaskDefinition, String)
    /// A number with a character that is no digit 0-9.
    case notADigit(TaskDefinition, Character, in: String)
    /// A value of an array that is no single digit 0-9.
    case notASingleDigit(TaskDefinition, String)
    /// A number with too many digits. `position` counts from 1.
    case tooLong(TaskDefinition, position: Int, digits: Int, limit: Int)

    /// A pose that is not written as "AZ,EL".
    case notAPose(String)
    /// Angles that lie between the camera's places.
    case offGrid(String)
    /// Angles beyond the camera's places.
    case poseOutOfRange(String)
    /// A car that there is not, and those that may have been meant.
    case unknownCar(String, near: [String])
    /// A file that is no car.
    case badMesh(OBJError)

    /// One line for the user.
    package var description: String {
        switch self {
        case .wrongCount(let task, let found):
            "\(task.name) takes \(task.inputText), but \(found.given); for example: \(task.example)"
        case .tooMany(let task, let found, let limit):
            "\(task.name) was given \(found) values; the limit is \(limit)"
        case .empty(let task, let position):
            "input \(position) of \(task.name) is empty; \(task.usage)"
        case .sign(let task, let text):
            "\(text.quoted) has a sign; \(task.usage)"
        case .notADigit(let task, let character, let text):
            "\(text.quoted) has \(character.visible), which is no digit 0-9; \(task.usage)"
        case .notASingleDigit(let task, let text):
            "\(text.quoted) is no single digit 0-9; \(task.usage)"
        case .tooLong(let task, let position, let digits, let limit):
            "input \(position) of \(task.name) has \(digits) digits; the limit is \(limit)"
        case .notAPose(let text):
            "\(text.quoted) is no pose; give azimuth and elevation in degrees, such as: -45,30"
        case .offGrid(let text):
            "\(text.quoted) lies between the camera's places; azimuth and elevation are multiples of 15 degrees"
        case .poseOutOfRange(let text):
            "\(text.quoted) is out of reach; the azimuth is -180 to 180 degrees and the elevation 0 to 75"
        case .unknownCar(let name, let near):
            "there is no car \(name.quoted); there are \(near.joined(separator: ", ")), and any OBJ file by its path"
        case .badMesh(let error): error.description
        }
    }
}

extension TaskDefinition {
    fileprivate var inputText: String {
        switch self {
        case .add: "two whole numbers without signs"
        case .sort, .max: "one or more single digits"
        case .car: "a car, and the poses to start from and to go to"
        }
    }

    fileprivate var example: String {
        "\(rawValue) \(exampleInput.joined(separator: " "))"
    }

    fileprivate var usage: String {
        "give \(inputText), such as: \(example)"
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

extension String {
    /// The text in quotes on one line, however long it is.
    fileprivate var quoted: String {
        "\"\(shortenedInMiddle(to: 24, ellipsis: "..."))\"".printable
    }
}

extension Character {
    fileprivate var visible: String {
        switch self {
        case " ": "a space"
        case _ where isPrintable: "\"\(self)\""
        default: "a character that cannot be shown"
        }
    }
}
