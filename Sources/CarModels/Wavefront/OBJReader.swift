/// Reads Wavefront OBJ: y up, the front toward +z, faces of any number of corners, indices from 1 or from -1 backwards.
///
/// Faces without normals are flat. Texture coordinates, groups, lines and whatever else there may be is passed over.
/// Beside what the format says, sizes are limited, so that a wrong file is a message and not an hour's wait.
struct OBJReader {
    /// The most bytes of a file.
    static let byteLimit = 64 << 20
    /// The most points, and the most normals.
    static let pointLimit = 1_000_000
    /// The most triangles.
    static let triangleLimit = 1_000_000
    /// Numbers beyond this cannot be computed with.
    private static let largestNumber: Float = 1e18

    private let file: String
    private let colors: (String) -> [String: Tint]
    private var scanner: TextScanner

    private var mesh = Mesh()
    /// The normals of faces that have none of their own; they follow the file's at the end.
    private var flatNormals: [Vector] = []
    private var known: [String: Tint] = [:]
    private var materialNames: [String: Int32] = [:]
    private var material: Int32 = -1
    private var corners: [Int32] = []
    private var cornerNormals: [Int32] = []

    /// Prepares to read `bytes`.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - file: What it is called in messages.
    ///   - colors: Finds the colours of a material library, given its name as written.
    init(_ bytes: [UInt8], file: String, colors: @escaping (String) -> [String: Tint]) throws(OBJError) {
        self.file = file
        self.colors = colors
        scanner = TextScanner(bytes)
        guard !bytes.isEmpty else { throw OBJError(.empty, file: file) }
        guard bytes.count <= Self.byteLimit else {
            throw OBJError(.tooLarge(bytes: bytes.count, limit: Self.byteLimit), file: file)
        }
        guard !bytes.contains(where: { $0 < 9 || (14..<27).contains($0) }) else { throw OBJError(.binary, file: file) }
    }

    /// The mesh, at the size and place that it was drawn at.
    mutating func read() throws(OBJError) -> Mesh {
        while scanner.nextLine() {
            guard let word = scanner.nextWord() else { continue }
            if scanner.isWord(word, "v") {
                mesh.positions.append(try vector("point"))
                try require(mesh.positions.count <= Self.pointLimit, .tooMany("points", limit: Self.pointLimit))
            } else if scanner.isWord(word, "vn") {
                mesh.normals.append(try vector("normal").unit)
                try require(mesh.normals.count <= Self.pointLimit, .tooMany("normals", limit: Self.pointLimit))
            } else if scanner.isWord(word, "f") {
                try readFace()
            } else if scanner.isWord(word, "usemtl") {
                try useMaterial(scanner.rest())
            } else if scanner.isWord(word, "mtllib") {
                known.merge(colors(scanner.rest())) { _, new in new }
            }
        }
        guard !mesh.triangles.isEmpty else { throw OBJError(.noFaces, file: file) }
        appendFlatNormals()
        mesh.materials = mesh.materials.map { Material($0.name, known[$0.name] ?? $0.color) }
        return mesh
    }

    /// Puts the flat faces' normals behind the file's own.
    private mutating func appendFlatNormals() {
        let start = Int32(mesh.normals.count)
        mesh.normals += flatNormals
        for index in mesh.triangles.indices where mesh.triangles[index].normals.x < 0 {
            mesh.triangles[index].normals = SIMD3(repeating: start - mesh.triangles[index].normals.x - 1)
        }
    }

    private func require(_ condition: Bool, _ problem: @autoclosure () -> OBJError.Problem) throws(OBJError) {
        if !condition { throw OBJError(problem(), file: file, line: scanner.line) }
    }

    private mutating func vector(_ kind: String) throws(OBJError) -> Vector {
        var result = Vector.zero
        for index in 0..<3 {
            guard let word = scanner.nextWord() else {
                throw OBJError(.tooFewNumbers(of: kind, found: index), file: file, line: scanner.line)
            }
            guard let number = scanner.number(word) else {
                throw OBJError(.notANumber(scanner.text(word)), file: file, line: scanner.line)
            }
            try require(abs(number) <= Self.largestNumber, .notFinite(scanner.text(word)))
            result[index] = number
        }
        return result
    }

    private mutating func useMaterial(_ name: String) throws(OBJError) {
        if let index = materialNames[name] {
            material = index
            return
        }
        try require(mesh.materials.count < Mesh.materialLimit, .tooMany("materials", limit: Mesh.materialLimit))
        material = Int32(mesh.materials.count)
        materialNames[name] = material
        mesh.materials.append(Material(name, Material.unknown.color))
    }

    private mutating func readFace() throws(OBJError) {
        corners.removeAll(keepingCapacity: true)
        cornerNormals.removeAll(keepingCapacity: true)
        while let word = scanner.nextWord() { try readCorner(word) }
        try require(corners.count >= 3, .tooFewCorners(corners.count))
        if material < 0 { try useMaterial(Material.unknown.name) }
        let points = corners.map { mesh.positions[Int($0)] }
        for triangle in PolygonCut.triangles(of: points) {
            let (a, b, c) = (Int(triangle.x), Int(triangle.y), Int(triangle.z))
            let normals: SIMD3<Int32>
            if cornerNormals.allSatisfy({ $0 >= 0 }) {
                normals = SIMD3(cornerNormals[a], cornerNormals[b], cornerNormals[c])
            } else {
                flatNormals.append(Mesh.faceNormal(points[a], points[b], points[c]))
                normals = SIMD3(repeating: -Int32(flatNormals.count))
            }
            mesh.triangles.append(
                Mesh.Triangle(
                    corners: SIMD3(corners[a], corners[b], corners[c]), normals: normals, material: material))
        }
        try require(
            mesh.triangles.count <= Self.triangleLimit, .tooMany("triangles", limit: Self.triangleLimit))
    }

    private mutating func readCorner(_ word: Range<Int>) throws(OBJError) {
        let parts = scanner.partsBetweenSlashes(word)
        guard parts.count <= 3, let index = scanner.integer(parts[0]) else {
            throw OBJError(.badCorner(scanner.text(word)), file: file, line: scanner.line)
        }
        corners.append(try place(of: index, kind: "point", count: mesh.positions.count))
        guard parts.count == 3, !parts[2].isEmpty else {
            cornerNormals.append(-1)
            return
        }
        guard let normal = scanner.integer(parts[2]) else {
            throw OBJError(.badCorner(scanner.text(word)), file: file, line: scanner.line)
        }
        cornerNormals.append(try place(of: normal, kind: "normal", count: mesh.normals.count))
    }

    /// The index from 0 that `index` stands for, which counts from 1 or backwards from -1.
    private func place(of index: Int, kind: String, count: Int) throws(OBJError) -> Int32 {
        let place = index < 0 ? count + index : index - 1
        try require(index != 0 && (0..<count).contains(place), .outOfRange(of: kind, index: index, count: count))
        return Int32(place)
    }
}
