package import NPIKit

/// The cells are where the camera is and where it should get to, in degrees.
extension CarScene: Scratchpad {
    package var cells: [Cell] {
        func angle(_ name: String, _ range: ClosedRange<Int>) -> Cell {
            var cell = Cell(name, in: range)
            cell.step = CarPose.step
            cell.unit = "degrees"
            return cell
        }
        return [
            angle("azimuth", -180...180), angle("elevation", 0...CarPose.highest), angle("target_azimuth", -180...180),
            angle("target_elevation", 0...CarPose.highest),
        ]
    }

    package func value(of cell: Int, at place: Int) -> Int? {
        switch cell {
        case 0: pose.azimuth
        case 1: pose.elevation
        case 2: target.azimuth
        case 3: target.elevation
        default: nil
        }
    }

    package mutating func set(_ value: Int?, of cell: Int, at place: Int) {
        guard let value else { return }
        var angles = [pose.azimuth, pose.elevation, target.azimuth, target.elevation]
        angles[cell] = value
        self = CarScene(
            car, from: CarPose(azimuth: angles[0], elevation: angles[1]),
            to: CarPose(azimuth: angles[2], elevation: angles[3]))
    }

    package func action(_ arguments: Arguments) -> Action? {
        CarAction(arguments).map { Action($0.name) }
    }

    package func argumentName(_ index: Int, _ value: Int) -> String? {
        switch index {
        case 0: value == CarAction.camera ? "CAMERA" : nil
        case 1: CarAction(Arguments(CarAction.camera, value, 0))?.name
        default: nil
        }
    }

    /// The target's angles in degrees.
    package func categoryName(_ category: Int, of field: Int) -> String? {
        if field == 0 { return "\(CarPose(azimuth: category * CarPose.step, elevation: 0).azimuth)" }
        return category * CarPose.step <= CarPose.highest ? "\(category * CarPose.step)" : nil
    }

    /// The camera's azimuth and elevation, called as the target's are.
    package var imageQuestions: [ImageQuestion] {
        func answers(_ field: Int) -> [String] {
            (0..<Self.spec.fields[field].size).compactMap { categoryName($0, of: field) }
        }
        return [
            ImageQuestion(name: "azimuth", answers: answers(0), right: pose.azimuthStep),
            ImageQuestion(name: "elevation", answers: answers(1), right: pose.elevationStep),
        ]
    }

    package var drawing: Drawing { .camera(self) }
}
