/// Makes a mesh of what an OBJ file says.
struct OBJAssembly {
    /// What was passed over and not found.
    private(set) var remarks: OBJRemarks

    private let contents: OBJContents
    private let colors: MaterialColors
    private let up: UpAxis
    private var mesh = Mesh()
    /// The normals of faces that have none of their own; they follow the file's at the end.
    private var flatNormals: [Vector] = []
    private var materials: FaceMaterials

    init(_ contents: OBJContents, colors: MaterialColors, up: UpAxis, remarks: OBJRemarks) {
        self.contents = contents
        self.colors = colors
        self.up = up
        self.remarks = remarks
        materials = FaceMaterials(contents, colors)
    }

    /// The mesh, at the size and place that it was drawn at where numbers of 32 bits can tell them.
    mutating func mesh(file: String) throws(OBJError) -> Mesh {
        let faces = contents.faces.filter { isDrawn($0) }
        guard !faces.isEmpty else { throw remarks.firstProblem(file: file) ?? OBJError(.noFaces, file: file) }
        let frame = CoordinateFrame(
            around: faces.lazy.flatMap { [contents] in
                contents.corners[$0.corners].map { contents.points[Int($0.point)] }
            })
        mesh.positions = contents.points.map { point in
            point.x.isNaN ? .zero : up.turned(frame.point(point))
        }
        mesh.normals = contents.normals.map { $0.x.isNaN ? .zero : up.turned($0) }
        var cut = PolygonCut()
        for face in faces { append(face, &cut) }
        appendFlatNormals()
        mesh.materials = materials.all
        remarks.missingColors = materials.missing
        guard mesh.materials.count <= Mesh.materialLimit else {
            throw OBJError(.tooMany("materials", limit: Mesh.materialLimit), file: file)
        }
        return mesh
    }

    /// Whether the points of a face are there; if not, it is counted.
    private mutating func isDrawn(_ face: OBJContents.Face) -> Bool {
        for corner in contents.corners[face.corners] {
            let place = Int(corner.point)
            guard place < contents.points.count else {
                remarks.faces.add(
                    .outOfRange(of: "point", index: place + 1, count: contents.points.count), line: Int(face.line))
                return false
            }
            guard !contents.points[place].x.isNaN else {
                remarks.faces.add(.unusable(of: "point", index: place + 1), line: Int(face.line))
                return false
            }
        }
        return true
    }

    private mutating func append(_ face: OBJContents.Face, _ cut: inout PolygonCut) {
        let corners = contents.corners[face.corners]
        let points = corners.map { mesh.positions[Int($0.point)] }
        let normals = normals(of: face)
        for triangle in cut.triangles(of: points) {
            let places = [triangle.x, triangle.y, triangle.z].map(Int.init)
            let ends = places.map { corners[corners.startIndex + $0].point }
            let triangleNormals: SIMD3<Int32>
            if let normals {
                triangleNormals = SIMD3(normals[places[0]], normals[places[1]], normals[places[2]])
            } else {
                flatNormals.append(Mesh.faceNormal(points[places[0]], points[places[1]], points[places[2]]))
                triangleNormals = SIMD3(repeating: -Int32(flatNormals.count))
            }
            mesh.triangles.append(
                Mesh.Triangle(
                    corners: SIMD3(ends[0], ends[1], ends[2]), normals: triangleNormals,
                    material: materials.place(of: face.material, points: ends)))
        }
    }

    /// The normals at a face's corners; nil where it is flat, which is counted if it should not be.
    private mutating func normals(of face: OBJContents.Face) -> [Int32]? {
        let normals = contents.corners[face.corners].compactMap(\.normal)
        for place in normals {
            guard place >= 0 else {
                remarks.flatFaces.add(.noIndex(of: "normal"), line: Int(face.line))
                return nil
            }
            guard place < contents.normals.count else {
                remarks.flatFaces.add(
                    .outOfRange(of: "normal", index: Int(place) + 1, count: contents.normals.count),
                    line: Int(face.line))
                return nil
            }
            guard !contents.normals[Int(place)].x.isNaN else {
                remarks.flatFaces.add(.unusable(of: "normal", index: Int(place) + 1), line: Int(face.line))
                return nil
            }
        }
        return normals.count == face.corners.count ? normals : nil
    }

    /// Puts the flat faces' normals behind the file's own.
    private mutating func appendFlatNormals() {
        let start = Int32(mesh.normals.count)
        mesh.normals += flatNormals
        for index in mesh.triangles.indices where mesh.triangles[index].normals.x < 0 {
            mesh.triangles[index].normals = SIMD3(repeating: start - mesh.triangles[index].normals.x - 1)
        }
    }
}
