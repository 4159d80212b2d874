import Experiments
import Scratchpads
import TerminalKit

extension HeatMap {
    /// The picture of a map of poses: azimuths across, elevations up.
    init(_ map: PoseMap) {
        let mark = map.target.flatMap { target in
            PoseMap.elevations.firstIndex(of: target.elevation).flatMap { row in
                PoseMap.azimuths.firstIndex(of: target.azimuth).map {
                    Mark(row: row, column: $0, name: "the target \(target.text)")
                }
            }
        }
        self.init(
            title: map.title, xTitle: "azimuth", yTitle: "elevation", columns: PoseMap.azimuths.map { "\($0)" },
            rows: PoseMap.elevations.map { "\($0)" }, counts: map.rows, mark: mark)
    }
}
