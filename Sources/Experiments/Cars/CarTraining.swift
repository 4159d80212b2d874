import CarModels
package import Scratchpads

/// Between which poses, and around which cars, a network has learned to turn a camera, as its weight file tells.
package struct CarTraining: Hashable, Sendable {
    private let poses: Poses
    private let hasRealCars: Bool

    /// Between which poses.
    private enum Poses {
        case paper
        /// Between all of them now and then.
        case mainlyPaper
        case all
    }

    /// What the training summary of a weight file tells; one that tells nothing is taken for a training on the paper's poses and
    /// built-in cars.
    package init(_ summary: [String: String]) {
        poses = summary["encoder_poses"] == "all" ? .all : summary["poses"] == "all" ? .mainlyPaper : .paper
        hasRealCars = (summary["encoder_cars"] ?? summary["cars"])?.contains("real") ?? false
    }

    /// What of `scene` the network has not learned, in one line; nil where it has learned it all.
    ///
    /// A training of everything at once that draws all poses goes mainly between the paper's, and keeps the network that is best
    /// there; one of the encoder alone is between all of them as often, and is tested there.
    package func caution(about scene: CarScene) -> String? {
        var parts: [String] = []
        if poses != .all, scene.target != .paperTarget {
            parts.append("the target \(scene.target.text) instead of \(CarPose.paperTarget.text)")
        }
        if poses != .all, !CarPose.paperStarts.contains(scene.pose) {
            parts.append("the start \(scene.pose.text) beyond azimuth -75 to 75 and elevation 0 to 60")
        }
        if CarDesign(name: scene.car.name) == nil {
            let known = hasRealCars ? "built-in cars and \(CarSplit.trainedReal.count) of torcs-data" : "built-in cars"
            parts.append("a mesh from a file instead of \(known)")
        }
        guard !parts.isEmpty else { return nil }
        let range = poses == .mainlyPaper ? "mainly trained on, and tested on in training" : "trained on"
        return "outside what the network was \(range): \(parts.joined(separator: "; ")); expect more mistakes"
    }
}
