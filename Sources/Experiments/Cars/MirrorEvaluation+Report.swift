import Scratchpads
import Support

extension MirrorEvaluation {
    /// The results by group, as a table; where runs were not mirrored, car by car; and which decisions were not.
    package func report(_ results: [Result]) -> TextTable {
        let groups = CarEvaluation.Group.allCases.filter { group in results.contains { $0.group == group } }
        let rows = groups.flatMap { group in
            let own = results.filter { $0.group == group }
            return Image.allCases.map { image in
                let sum = Self.sum(own, image)
                return [group.rawValue, image.rawValue, sum.runs.text, sum.decisions.text]
            }
        }
        let notes = [
            "picture: left and right of the picture are exchanged; the light comes from the right",
            "car: left and right of the car are exchanged, and the light is as always",
        ]
        let cars = results.flatMap { result in Image.allCases.compactMap { Self.note(result, $0) } }
        let decisions = Image.allCases.flatMap { Self.notes(Self.sum(results, $0).differences, $0) }
        return TextTable(
            title: "Mirror images of cars turned \(evaluation.routes.title): mirrored, and 95 % intervals",
            header: ["cars", "mirrored", "whole runs", "decisions"], rows: rows, notes: notes + cars + decisions)
    }

    /// From where the runs started that were not mirrored.
    package func map(_ results: [Result], _ image: Image) -> PoseMap {
        let sum = Self.sum(results, image)
        let unlikeCount = sum.runs.count - sum.runs.right
        return PoseMap(
            title: "Starts of the \(unlikeCount.grouped) of \(sum.runs.count.grouped) runs that the mirrored "
                + "\(image.rawValue) does not mirror",
            counts: sum.unlikeStarts, target: evaluation.routes.target)
    }

    private static func sum(_ results: [Result], _ image: Image) -> Comparison {
        results.reduce(Comparison()) { $0 + $1[image] }
    }

    /// Where the runs of a car were not mirrored, by the azimuths of their starts.
    private static func note(_ result: Result, _ image: Image) -> String? {
        let comparison = result[image]
        guard !comparison.unlikeStarts.isEmpty else { return nil }
        let azimuths = Dictionary(comparison.unlikeStarts.map { ($0.key.azimuth, $0.value) }, uniquingKeysWith: +)
        let places = azimuths.sorted { $0.key < $1.key }.map { "\($0.key) x \($0.value)" }.joined(separator: "; ")
        let count = comparison.runs.count - comparison.runs.right
        return
            "\(image.rawValue), \(result.car): \(count) of \(comparison.runs.count) not mirrored, from azimuth \(places)"
    }

    private static func notes(_ differences: [Difference: Int], _ image: Image) -> [String] {
        differences.sorted { ($1.value, $0.key.text) < ($0.value, $1.key.text) }.prefix(6)
            .map { "\(image.rawValue): \($0.key.text) x \($0.value)" }
    }
}
