package import Scratchpads

/// How many runs there are of each pose of the camera, such as those that ended wrong by where they ended.
package struct PoseMap: Hashable, Sendable {
    /// What is counted.
    package var title: String
    /// The runs of each pose; those that are missing have none.
    package var counts: [CarPose: Int]
    /// The pose to which all are turned; nil where they are turned to several.
    package var target: CarPose?

    /// Makes a map.
    package init(title: String, counts: [CarPose: Int], target: CarPose?) {
        self.title = title
        self.counts = counts
        self.target = target
    }

    /// The azimuths in the order of a map, -165...180 degrees.
    package static let azimuths = CarPose.all.filter { $0.elevation == 0 }.map(\.azimuth).sorted()
    /// The elevations in the order of a map, from the highest down.
    package static let elevations = CarPose.all.filter { $0.azimuth == 0 }.map(\.elevation).sorted(by: >)

    /// The counts, a row for each elevation.
    package var rows: [[Int]] {
        Self.elevations.map { elevation in
            Self.azimuths.map { counts[CarPose(azimuth: $0, elevation: elevation)] ?? 0 }
        }
    }
}
