import NPIKit
import Scratchpads

/// What the network sees before each event: a category for each field, and the image where there is one.
struct SightColumns {
    private let spec: ObservationSpec
    private var observation: Observation
    private var categories: [UInt8] = []
    private var pixels: [UInt8] = []

    init(_ spec: ObservationSpec) {
        self.spec = spec
        observation = Observation(for: spec)
    }

    /// How many bytes an event takes.
    var bytesPerEvent: Int { spec.fields.count + (spec.image?.byteCount ?? 0) }

    /// Adds what is seen of `world`.
    mutating func add(_ world: AnyScratchpad) {
        world.observe(into: &observation)
        categories += observation.categories
        guard spec.image != nil else { return }
        world.look(into: &observation.pixels)
        pixels += observation.pixels
    }

    /// The columns, each with a row for each event.
    var columns: [DataColumn] {
        var columns = [
            DataColumn(
                "observation", shape: [spec.fields.count], labels: spec.fields.map { "seen_\($0.name)" },
                .bytes(categories))
        ]
        if let image = spec.image {
            columns.append(
                DataColumn("image", shape: [image.channels, image.height, image.width], labels: [], .bytes(pixels)))
        }
        return columns
    }
}
