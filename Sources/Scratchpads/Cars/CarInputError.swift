import CarModels
import Support

/// What can be wrong with the input of the task around cars.
package enum CarInputError: Error, Hashable, CustomStringConvertible {
    /// A pose that is not written as "AZ,EL".
    case notAPose(String)
    /// Angles that lie between the camera's places.
    case offGrid(String)
    /// Angles beyond the camera's places.
    case outOfRange(String)
    /// A car that there is not, and those that may have been meant.
    case unknownCar(String, near: [String])
    /// What is no axis that can point up.
    case notAnAxis(String)

    /// One line for the user.
    package var description: String {
        switch self {
        case .notAPose(let text):
            "\(text.quotedShort) is no pose; give azimuth and elevation in degrees, such as: -45,30"
        case .offGrid(let text):
            "\(text.quotedShort) lies between the camera's places; azimuth and elevation are multiples of 15 degrees"
        case .outOfRange(let text):
            "\(text.quotedShort) is out of reach; the azimuth is -180 to 180 degrees and the elevation 0 to 75"
        case .unknownCar(let name, let near):
            "there is no car \(name.quotedShort); there are \(near.joined(separator: ", ")), and any OBJ file by its path"
        case .notAnAxis(let text):
            "\(text.quotedShort) does not say which axis of the file points up; it is y (the usual) or z"
        }
    }
}
