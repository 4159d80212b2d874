/// Reads Wavefront OBJ: y up, the front toward +z, faces of any number of corners, indices from 1 or from -1 backwards.
///
/// Texture coordinates, groups, lines and whatever else there may be is passed over, and so, with a count, is a point or a
/// face that cannot be read. Beside what the format says, sizes are limited, so that a wrong file is a message and not an
/// hour's wait.
struct OBJReader {
    /// The most bytes of a file.
    static let byteLimit = 64 << 20
    /// The most points, and the most normals.
    static let pointLimit = 1_000_000
    /// The most triangles.
    static let triangleLimit = 1_000_000
    /// Numbers beyond this cannot be computed with.
    private static let largestNumber = 1e18

    private let file: String
    private var scanner: TextScanner
    private var contents = OBJContents()
    private var materialPlaces: [String: Int32] = [:]
    private var material: Int32 = -1
    private var triangleCount = 0

    /// Prepares to read `bytes`.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - file: What it is called in messages.
    init(_ bytes: [UInt8], file: String) throws(OBJError) {
        self.file = file
        guard !bytes.isEmpty else { throw OBJError(.empty, file: file) }
        let text = MeshText.prepared(bytes)
        guard !MeshText.isBinary(text) else { throw OBJError(.binary, file: file) }
        scanner = TextScanner(text)
    }

    /// Reads the file to its end.
    mutating func read() throws(OBJError) -> OBJContents {
        while scanner.nextLine() {
            guard let word = scanner.nextWord() else { continue }
            if scanner.isWord(word, "v") {
                try readPoint()
            } else if scanner.isWord(word, "vn") {
                try readNormal()
            } else if scanner.isWord(word, "f") || scanner.isWord(word, "fo") {
                try readFace()
            } else if scanner.isWord(word, "usemtl") {
                try useMaterial(scanner.rest())
            } else if scanner.isWord(word, "mtllib") {
                contents.libraries.append(scanner.rest())
            }
        }
        return contents
    }

    private func require(_ condition: Bool, _ problem: @autoclosure () -> OBJError.Problem) throws(OBJError) {
        if !condition { throw OBJError(problem(), file: file, line: scanner.line) }
    }

    // MARK: Points and normals

    private mutating func readPoint() throws(OBJError) {
        try require(contents.points.count < Self.pointLimit, .tooMany("points", limit: Self.pointLimit))
        let line = scanner.line
        do throws(OBJError.Problem) {
            contents.points.append(try vector("point"))
            if let color = pointColor() {
                let missing = contents.points.count - 1 - contents.pointColors.count
                contents.pointColors += repeatElement(Vector(repeating: .nan), count: missing)
                contents.pointColors.append(color)
            }
        } catch {
            // It keeps its place: faces count.
            contents.points.append(SIMD3(repeating: .nan))
            contents.remarks.points.add(error, line: line)
        }
    }

    private mutating func readNormal() throws(OBJError) {
        try require(contents.normals.count < Self.pointLimit, .tooMany("normals", limit: Self.pointLimit))
        let normal = try? vector("normal")
        contents.normals.append(normal.map { Vector($0).unit } ?? Vector(repeating: .nan))
    }

    private mutating func vector(_ kind: String) throws(OBJError.Problem) -> SIMD3<Double> {
        var result = SIMD3<Double>.zero
        for index in 0..<3 {
            guard let word = scanner.nextWord() else { throw .tooFewNumbers(of: kind, found: index) }
            guard let number = scanner.number(word) else { throw .notANumber(scanner.text(word)) }
            guard abs(number) <= Self.largestNumber else { throw .notFinite(scanner.text(word)) }
            result[index] = number
        }
        return result
    }

    /// Red, green and blue behind a point's place; nil where they are missing. A weight is one number.
    private mutating func pointColor() -> Vector? {
        var color = Vector.zero
        for index in 0..<3 {
            guard let word = scanner.nextWord(), let number = scanner.number(word), (0...255).contains(number) else {
                return nil
            }
            color[index] = Float(number)
        }
        return color
    }

    // MARK: Faces

    private mutating func useMaterial(_ name: String) throws(OBJError) {
        guard !name.isEmpty else {
            material = -1
            return
        }
        if let place = materialPlaces[name] {
            material = place
            return
        }
        try require(contents.materials.count < Mesh.materialLimit, .tooMany("materials", limit: Mesh.materialLimit))
        material = Int32(contents.materials.count)
        materialPlaces[name] = material
        contents.materials.append(name)
    }

    private mutating func readFace() throws(OBJError) {
        let start = contents.corners.count
        let line = scanner.line
        var isTooLarge = false
        do throws(OBJError.Problem) {
            while let word = scanner.nextWord(), !isTooLarge {
                isTooLarge = triangleCount + contents.corners.count - start - 2 >= Self.triangleLimit
                contents.corners.append(try corner(word))
            }
            let count = contents.corners.count - start
            guard count >= 3 else { throw .tooFewCorners(count) }
        } catch {
            contents.corners.removeLast(contents.corners.count - start)
            contents.remarks.faces.add(error, line: line)
            return
        }
        try require(!isTooLarge, .tooMany("triangles", limit: Self.triangleLimit))
        triangleCount += contents.corners.count - start - 2
        contents.faces.append(
            OBJContents.Face(corners: start..<contents.corners.count, material: material, line: Int32(line)))
    }

    private func corner(_ word: Range<Int>) throws(OBJError.Problem) -> OBJContents.Corner {
        let parts = scanner.partsBetweenSlashes(word)
        guard parts.count <= 3, let index = scanner.integer(parts[0]) else { throw .badCorner(scanner.text(word)) }
        let count = contents.points.count
        guard index != 0, index > 0 || count + index >= 0 else {
            throw .outOfRange(of: "point", index: index, count: count)
        }
        var corner = OBJContents.Corner(point: place(of: index, count: count))
        if parts.count == 3, !parts[2].isEmpty {
            // An index that is none is one that does not exist.
            corner.normal = place(of: scanner.integer(parts[2]) ?? 0, count: contents.normals.count)
        }
        return corner
    }

    /// The index from 0 that `index` stands for, which counts from 1 or backwards from -1; negative if there is none.
    private func place(of index: Int, count: Int) -> Int32 {
        Int32(index < 0 ? max(count + index, -1) : index - 1)
    }
}
