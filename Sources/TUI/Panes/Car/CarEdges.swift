import CarModels
import Scratchpads

/// Where outlines and borders of a rendered car run, dot by dot.
struct CarEdges {
    private let raster: Raster
    private let edges: [Bool]

    /// Finds the edges of `raster`: where the material changes, where one part lies well before another, and where the light
    /// changes abruptly.
    init(_ raster: Raster) {
        self.raster = raster
        let (width, height) = (raster.width, raster.height)
        var edges = Array(repeating: false, count: width * height)
        for y in 0..<height {
            for x in 0..<width {
                let place = y * width + x
                let isRight = x + 1 < width && Self.differs(raster, place, place + 1)
                let isBelow = y + 1 < height && Self.differs(raster, place, place + width)
                edges[place] = isRight || isBelow
            }
        }
        self.edges = edges
    }

    private static func differs(_ raster: Raster, _ a: Int, _ b: Int) -> Bool {
        if raster.materials[a] != raster.materials[b] { return true }
        guard raster.materials[a] != 0 else { return false }
        let (near, far) = (raster.nearness[a], raster.nearness[b])
        if abs(near - far) > 0.035 * max(near, far) { return true }
        return abs(Int(raster.brightness[a]) - Int(raster.brightness[b])) > 40
    }

    /// Whether there is an edge at a dot.
    func isEdge(_ x: Int, _ y: Int) -> Bool { edges[y * raster.width + x] }

    /// The stroke that comes nearest to the edges in a cell of 2 x 4 dots, or nil if there are too few.
    func stroke(_ x: Int, _ y: Int) -> Unicode.Scalar? {
        func row(_ index: Int) -> Int { (isEdge(x, y + index) ? 1 : 0) + (isEdge(x + 1, y + index) ? 1 : 0) }
        func column(_ index: Int) -> Int { (0..<4).count { isEdge(x + index, y + $0) } }
        let rows = (0..<4).map(row)
        guard rows.reduce(0, +) >= 2 else { return nil }
        let columns = [column(0), column(1)]
        if columns.contains(where: { $0 >= 3 }) { return "|" }
        if let flat = rows.firstIndex(of: 2), rows.count(where: { $0 > 0 }) <= 2 {
            return flat == 3 ? "_" : flat == 0 ? "\"" : "-"
        }
        let upperLeft = (0..<2).count { isEdge(x, y + $0) } + (2..<4).count { isEdge(x + 1, y + $0) }
        let upperRight = (0..<2).count { isEdge(x + 1, y + $0) } + (2..<4).count { isEdge(x, y + $0) }
        return upperLeft == upperRight ? "+" : upperLeft > upperRight ? "\\" : "/"
    }

    /// How bright a cell of 2 x 4 dots is, as a character; nil where there is no car.
    func shade(_ x: Int, _ y: Int) -> Unicode.Scalar? {
        let place = (y + 2) * raster.width + x
        guard raster.materials[place] != 0 else { return nil }
        let brightness = raster.brightness[place]
        return brightness < 70 ? " " : brightness < 120 ? "." : brightness < 165 ? ":" : "'"
    }
}
