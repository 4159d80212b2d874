import CarModels
import Foundation
import TestSupport
import Testing

/// A folder with a mesh and its libraries.
private struct MeshFolder: ~Copyable {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("obj-\(UUID().uuidString)")

    init(_ files: [String: String] = [:]) throws {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        for (name, text) in files { try write(Data(text.utf8), to: name) }
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ data: Data, to name: String) throws {
        let place = url.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: place)
    }

    func model(_ text: String, up: UpAxis = .y) throws -> CarModel { try model(Data(text.utf8), up: up) }

    func model(_ data: Data, up: UpAxis = .y) throws -> CarModel {
        try write(data, to: "car.obj")
        return try CarModel(path: url.appendingPathComponent("car.obj").path, up: up)
    }

    /// The remark without the folder, whose name is random.
    func remark(on model: CarModel) -> String? {
        model.remark.map { $0.drop { $0 != ":" } }.map { "car.obj\($0)" }
    }
}

@Suite("Wavefront OBJ as people have it")
struct OBJFromElsewhereTests {
    private static let points = "v -1 0 -2\nv 1 0 -2\nv 1 0 2\nv -1 0 2\nv -1 1 -2\nv 1 1 -2\nv 1 1 2\nv -1 1 2\n"
    private static let faces = "f 1 2 3 4\nf 5 8 7 6\nf 1 5 6 2\nf 2 6 7 3\nf 3 7 8 4\nf 4 8 5 1\n"
    private static let box = points + faces

    private func mesh(_ text: String) throws -> Mesh { try mesh(Data(text.utf8)) }

    private func mesh(_ data: Data) throws -> Mesh {
        let folder = try MeshFolder()
        let model = try folder.model(data)
        #expect(model.remark == nil)
        return model.mesh
    }

    private func utf16(_ text: String, mark: [UInt8], _ bytes: (UInt16) -> [UInt8]) -> Data {
        Data(mark + text.utf16.flatMap(bytes))
    }

    // MARK: The text

    @Test("a byte order mark, of UTF-8 or UTF-16")
    func byteOrderMarks() throws {
        let plain = try mesh(Self.box)
        #expect(try mesh("\u{FEFF}" + Self.box) == plain)
        #expect(try mesh(utf16(Self.box, mark: [0xFF, 0xFE]) { [UInt8($0 & 255), UInt8($0 >> 8)] }) == plain)
        #expect(try mesh(utf16(Self.box, mark: [0xFE, 0xFF]) { [UInt8($0 >> 8), UInt8($0 & 255)] }) == plain)
    }

    @Test("lines that end in CR, in LF, in both, or now so, now so")
    func lineEnds() throws {
        let plain = try mesh(Self.box)
        for end in ["\r", "\r\n", "\r\r\n", "\n\n", " \t\r\n"] {
            #expect(try mesh(Self.box.replacingOccurrences(of: "\n", with: end)) == plain)
        }
        let mixed = Self.points.replacingOccurrences(of: "\n", with: "\r") + "# a comment\r" + Self.faces
        #expect(try mesh(mixed) == plain)
        #expect(try mesh(Self.box.trimmingCharacters(in: .newlines)) == plain)
    }

    @Test("tabs, page breaks, comments anywhere, capitals, and statements that mean nothing here")
    func ballast() throws {
        let text =
            "\t# made by hand\no car\ng body glass\ns off\n\u{0C}\nl 1 2 3\np 1\nvt 0 0\nvp 1\nlod 3\n"
            + Self.box.replacingOccurrences(of: " ", with: "\t").replacingOccurrences(of: "f\t1\t2", with: "F  1\t2")
            .replacingOccurrences(of: "5\t1\n", with: "5\t1#last\n")
        #expect(try mesh(text) == mesh(Self.box))
    }

    @Test("Ctrl-Z at the end, also with the zeros that fill a block up")
    func controlZ() throws {
        let plain = try mesh(Self.box)
        for end in ["\u{1A}", "\u{1A}\u{0}\u{0}\u{0}", "\n\u{1A}\n", "\u{0}"] {
            #expect(try mesh(Self.box + end) == plain)
        }
    }

    @Test("a backslash at the end of a line, glued to the word before or not, also at the end of the file")
    func continuations() throws {
        let plain = try mesh(Self.box)
        for (old, new) in [
            ("f 1 2 3", "f 1 2\\\n 3"), ("f 1 2 3", "f 1 2\\\n3"), ("f 1 2 3", "f 1 2 \\ \r\n3"),
            ("f 1 2 3", "f \\\n1\\\n2\\\n3"), ("v 1 0 2", "v 1\\\r0\\\r2"), ("5 1\n", "5 1\\"),
        ] {
            #expect(try mesh(Self.box.replacingOccurrences(of: old, with: new)) == plain, "\(old) -> \(new)")
        }
    }

    @Test("a wrong byte in a comment or a name does not make it binary")
    func bytes() throws {
        let text = Array("# caf\u{E9} \u{1} \u{1B}[2J\n".unicodeScalars.map { UInt8($0.value) }) + Array(Self.box.utf8)
        #expect(try mesh(Data(text)) == mesh(Self.box))
        #expect(try mesh("# a\u{0}b\n" + Self.box + "\u{1A}\u{1}\u{0}x\n") == mesh(Self.box))
    }

    // MARK: Points and faces

    @Test("faces before their points")
    func facesFirst() throws {
        #expect(try mesh(Self.faces + Self.points) == mesh(Self.box))
    }

    @Test(
        "what cannot be used is passed over with a count, and the rest is there",
        arguments: [
            ("f 1 2\n", "1 face is passed over (line 15: a face has 2 of the 3 corners that it needs)"),
            ("f\nf 1\n", "2 faces are passed over (the first in line 15: a face has 0 of the 3 corners that it needs)"),
            ("f 1 2 99\n", "1 face is passed over (line 15: point 99 does not exist; there are 8)"),
            (
                "f 1 2 0\n",
                "1 face is passed over (line 15: point 0 does not exist; counting begins at 1, or at -1 from the end)"
            ),
            ("f -1 -2 -9\n", "1 face is passed over (line 15: point -9 does not exist; there are 8)"),
            ("f 1 2 x\n", "1 face is passed over (line 15: \"x\" is no corner; write 7, 7/1, 7//3 or 7/1/3)"),
            (
                "v nan 0 0\n",
                "1 point is passed over (line 15: \"nan\" is no number that can be drawn; give a finite one)"
            ),
            ("v -1.#IND 0 0\n", "1 point is passed over (line 15: a point has 1 of the 3 numbers that it needs)"),
            (
                "v 0 inf 0\nv 1 2\nf 9 1 2\n",
                "1 face is passed over (line 17: point 9 cannot be used); 2 points are passed over "
                    + "(the first in line 15: \"inf\" is no number that can be drawn; give a finite one)"
            ),
        ])
    func passedOver(addition: String, words: String) throws {
        let folder = try MeshFolder()
        let model = try folder.model(Self.box + addition)
        #expect(folder.remark(on: model) == "car.obj: \(words)")
        #expect(try model.mesh.triangles == mesh(Self.box).triangles)
        #expect(try Array(model.mesh.positions.prefix(8)) == mesh(Self.box).positions)
    }

    @Test("a point that cannot be used keeps its place, so that the faces behind it are right")
    func places() throws {
        let folder = try MeshFolder()
        let model = try folder.model("v x y z\n" + Self.points + "f -8 -7 -6 -5\n")
        #expect(try model.mesh.triangles.count == mesh(Self.points + "f 1 2 3 4\n").triangles.count)
        #expect(model.mesh.triangles[0].corners == SIMD3(1, 2, 3))
    }

    @Test(
        "a normal that is missing, zero or no number leaves the face flat, with a count",
        arguments: [
            ("1//1 2//1 3//1 4//1", "", "normal 1 does not exist; there are 0"),
            ("1/0/0 2/0/0 3/0/0 4/0/0", "vn 0 1 0\n", "its normal does not exist"),
            ("1//-2 2//-2 3//-2 4//-2", "vn 0 1 0\n", "its normal does not exist"),
            ("1//x 2//1 3//1 4//1", "vn 0 1 0\n", "its normal does not exist"),
            ("1//1 2//1 3//1 4//1", "vn nan 1 0\n", "normal 1 cannot be used"),
        ])
    func normals(corners: String, normals: String, words: String) throws {
        let folder = try MeshFolder()
        let text = normals + Self.box.replacingOccurrences(of: "f 1 2 3 4\n", with: "f \(corners)\n")
        let model = try folder.model(text)
        let line = normals.isEmpty ? 9 : 10
        #expect(folder.remark(on: model) == "car.obj: 1 face is drawn flat (line \(line): \(words))")
        let normal = model.mesh.normals[Int(model.mesh.triangles[0].normals.x)]
        #expect(abs(normal.y) == 1)
    }

    @Test("corners of every form: without texture, without normal, with slashes at the end")
    func corners() throws {
        for corners in ["1/ 2/ 3/ 4/", "1// 2// 3// 4//", "1/7 2/8 3/9 4/1", "+1 2/x 3 4/1/"] {
            #expect(try mesh(Self.box.replacingOccurrences(of: "f 1 2 3 4", with: "f \(corners)")) == mesh(Self.box))
        }
    }

    // MARK: Far and small

    private func scaled(by scale: Double, around centre: SIMD3<Double>) -> String {
        let corners = [(-1, 0, -2), (1, 0, -2), (1, 0, 2), (-1, 0, 2), (-1, 1, -2), (1, 1, -2), (1, 1, 2), (-1, 1, 2)]
        return corners.map { x, y, z in
            let point = SIMD3(Double(x), Double(y), Double(z)) * scale + centre
            return "v \(point.x) \(point.y) \(point.z)\n"
        }.joined() + Self.faces
    }

    @Test(
        "a car of some metres in the coordinates of a map, and one of a hair's width, look like one at the origin",
        arguments: [
            (0.37, SIMD3(500_123.25, 120.5, 4_649_776.75)), (1, SIMD3(-1e7, 3e6, 0)), (1e-3, SIMD3(100, 0, 0)),
            (1e-12, .zero), (1e-15, SIMD3(1e-9, 0, 0)), (1e15, .zero), (3e-30, .zero),
        ])
    func far(scale: Double, centre: SIMD3<Double>) throws {
        let near = try mesh(Self.box)
        let model = try mesh(scaled(by: scale, around: centre))
        for (point, expected) in zip(model.positions, near.positions) {
            #expect((point - expected).length < 2e-4)
        }
        func picture(_ mesh: Mesh) -> [Tint] {
            var raster = Raster()
            raster.draw(mesh, from: CameraView(azimuth: -30, elevation: 30), in: .studio, width: 64, height: 64)
            return raster.painted(Palette(studio: mesh))
        }
        let unlike = zip(picture(model), picture(near)).filter { $0 != $1 }
        #expect(unlike.count < 20)
    }

    @Test("--up z: what was up along z is up along y, and the front is where it was")
    func upAxis() throws {
        let folder = try MeshFolder()
        let turned = Self.points.split(separator: "\n").map { line in
            let words = line.split(separator: " ")
            return "v \(words[1]) \(-(Double(words[3]) ?? 0)) \(words[2])\n"
        }
        #expect(try folder.model(turned.joined() + Self.faces, up: .z).mesh.positions == mesh(Self.box).positions)
    }

    @Test("thousands of large polygons with notches take seconds, not hours")
    func largePolygons() throws {
        let star = (0..<900).map { index in
            let (angle, radius) = (Double(index) * 0.0069813, index % 2 == 0 ? 1.0 : 0.5)
            return "v \(radius * cos(angle)) \(radius * sin(angle)) 0\n"
        }.joined()
        let face = "f " + (1...900).map(String.init).joined(separator: " ") + "\n"
        #expect(try mesh(star + String(repeating: face, count: 1_000)).triangles.count == 898_000)
    }

    // MARK: Colours

    private static let painted = points + "usemtl red\nf 1 2 3 4\nf 5 8 7 6\nusemtl blue\nf 1 5 6 2\nf 2 6 7 3\n"
    private static let red = "newmtl red\nKd 0.8 0.1 0.1\n"
    private static let blue = "newmtl blue\nKd 0.1 0.1 0.8\n"
    private static let both = [Tint(204, 26, 26), Tint(26, 26, 204)]

    @Test(
        "libraries are found however their names are written",
        arguments: [
            "mtllib a.mtl b.mtl", "mtllib a.mtl\tb.mtl", "mtllib a.mtl\nmtllib b.mtl",
            "mtllib .\\a.mtl\nmtllib ./b.mtl",
            "mtllib A.MTL\nmtllib B.mtl", "mtllib sub/c.mtl", "mtllib sub\\c.mtl", "mtllib SUB\\C.MTL",
            "mtllib \"sub/c.mtl\"", "mtllib 'a.mtl' \"b.mtl\"", "mtllib a.mtl # colours\nmtllib b.mtl # more",
            "mtllib d d.mtl", "mtllib \"d d.mtl\"", "mtllib d d.mtl # both", "mtllib d d.mtl a.mtl",
            "mtllib C:\\models\\a.mtl\nmtllib /home/me/b.mtl", "mtllib ../../a.mtl b.mtl", "mtllib elsewhere/d d.mtl",
            "mtllib\ta.mtl  b.mtl  ", "mtllib a.mtl \\\n b.mtl", "MTLLIB a.mtl b.mtl", "mtllib #e.mtl",
        ])
    func libraries(line: String) throws {
        let folder = try MeshFolder([
            "a.mtl": Self.red, "b.mtl": Self.blue, "sub/c.mtl": Self.red + Self.blue, "d d.mtl": Self.red + Self.blue,
            "#e.mtl": Self.red + Self.blue,
        ])
        let model = try folder.model("\(line)\n\(Self.painted)")
        #expect(model.mesh.materials.map(\.color) == Self.both)
        #expect(model.remark == nil)
    }

    @Test("a library may stand behind the faces, have any line ends, a mark and be of UTF-16")
    func libraryText() throws {
        for text in [
            Data("\u{FEFF}\(Self.red)\(Self.blue)".utf8),
            Data((Self.red + Self.blue).replacingOccurrences(of: "\n", with: "\r").utf8),
            utf16(Self.red + Self.blue, mark: [0xFF, 0xFE]) { [UInt8($0 & 255), UInt8($0 >> 8)] },
            Data("\(Self.red)\t map_Kd x.png\n\(Self.blue)\u{1A}".utf8),
        ] {
            let folder = try MeshFolder()
            try folder.write(text, to: "a.mtl")
            #expect(try folder.model("\(Self.painted)mtllib a.mtl\n").mesh.materials.map(\.color) == Self.both)
        }
    }

    @Test(
        "materials are found by names with comments, quotes, other cases and in another encoding",
        arguments: [
            ("red # the body", "red"), ("red", "red # the body"), ("\"red\"", "red"), ("red", "\"red\""),
            ("Red", "red"), ("red\t", "red"), ("body paint", "body paint"), ("Material #25", "Material #25"),
            ("rouge foncé", "rouge foncé"),
        ])
    func names(used: String, described: String) throws {
        let folder = try MeshFolder(["a.mtl": "newmtl \(described)\nKd 0.8 0.1 0.1\n"])
        let text = "mtllib a.mtl\n\(Self.points)usemtl \(used)\n\(Self.faces)"
        // The mesh in Latin-1, in which every character is a byte, and in UTF-8.
        for data in [Data(text.unicodeScalars.map { UInt8($0.value) }), Data(text.utf8)] {
            let model = try folder.model(data)
            #expect(model.mesh.materials.map(\.color) == [Tint(204, 26, 26)])
            #expect(model.remark == nil)
        }
    }

    @Test("two materials that differ behind a # only are two")
    func numbered() throws {
        let folder = try MeshFolder(["a.mtl": "newmtl Material #1\nKd 1 0 0\nnewmtl Material #2\nKd 0 0 1\n"])
        let text = "mtllib a.mtl\n\(Self.points)usemtl Material #2\nf 1 2 3\nusemtl Material #1\nf 1 3 4\n"
        #expect(try folder.model(text).mesh.materials.map(\.color) == [Tint(0, 0, 255), Tint(255, 0, 0)])
    }

    @Test("what is not found is said in one line")
    func notFound() throws {
        let folder = try MeshFolder(["a.mtl": Self.red])
        func remark(_ text: String) throws -> String? { folder.remark(on: try folder.model(text)) }
        #expect(
            try remark("mtllib gone.mtl\n\(Self.painted)")
                == #"car.obj: not found: "gone.mtl"; no colour was found for "red", "blue""#)
        #expect(try remark("mtllib a.mtl\n\(Self.painted)") == #"car.obj: no colour was found for "blue""#)
        #expect(
            try remark("mtllib a.mtl gone.mtl\n\(Self.points)usemtl red\n\(Self.faces)")
                == #"car.obj: not found: "gone.mtl""#)
        let many = (1...9).map { "usemtl m\($0)\nf 1 2 3\n" }.joined()
        #expect(
            try remark(Self.points + many) == #"car.obj: no colour was found for "m1", "m2", "m3" and 6 more"#)
        #expect(try remark("\(Self.points)usemtl unused\nusemtl red\n\(Self.faces)mtllib a.mtl\n") == nil)
        #expect(
            try remark("mtllib \u{1B}]52;x\u{7}.mtl\n\(Self.box)") == #"car.obj: not found: "]52;x?.mtl""#)
    }

    @Test("nothing is read from outside the folder")
    func outside() throws {
        let outer = try MeshFolder(["x.mtl": Self.red, "inner/y.mtl": Self.blue])
        try outer.write(Data("mtllib ../x.mtl ./inner/../x.mtl\n\(Self.painted)".utf8), to: "inner/car.obj")
        let model = try CarModel(path: outer.url.appendingPathComponent("inner/car.obj").path)
        #expect(model.mesh.materials.allSatisfy { $0.color == Material.unknown.color })
    }

    @Test("points' colours are used where there is no material, in 0...1 or 0...255, each face in the mean of its own")
    func pointColors() throws {
        func colored(_ color: String, _ faces: String = Self.faces) -> String {
            Self.points.replacingOccurrences(of: "\n", with: " \(color)\n") + faces
        }
        let folder = try MeshFolder(["a.mtl": Self.red])
        #expect(try folder.model(colored("0.8 0.1 0.1")).mesh.materials.map(\.color) == [Tint(204, 26, 26)])
        #expect(try folder.model(colored("204 26 26")).mesh.materials.map(\.color) == [Tint(204, 26, 26)])
        // A weight is no colour, nor are two numbers, nor are words.
        for other in ["1.0", "0.5 0.5", "a b c", "nan 0 0"] {
            #expect(try folder.model(colored(other)).mesh.materials == [.unknown])
        }
        let mixed = colored("0 0 1", "f 1 2 3 4\nusemtl red\nf 5 8 7 6\nmtllib a.mtl\n")
        #expect(try folder.model(mixed).mesh.materials.map(\.color) == [Tint(0, 0, 255), Tint(204, 26, 26)])
        // A material whose colour is not there counts as none.
        let without = try folder.model(colored("0 0 1", "usemtl x\n\(Self.faces)"))
        #expect(without.mesh.materials.map(\.color) == [Tint(0, 0, 255)])
        #expect(without.remark == nil)
        let corners = "v 0 0 0 1 0 0\nv 1 0 0 0 1 0\nv 0 1 0 0 0 1\nf 1 2 3\n"
        #expect(try folder.model(corners).mesh.materials.map(\.color) == [Tint(85, 85, 85)])
    }
}
