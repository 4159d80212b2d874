import CarModels
import Foundation
import TestSupport
import Testing

@Suite("Wavefront OBJ in")
struct OBJTests {
    /// Reads `text` as a file called car.obj, with `material.mtl` beside it.
    private func read(_ text: String, material: String? = nil) throws -> Mesh {
        try read(Data(text.utf8), material: material)
    }

    private func read(_ data: Data, material: String? = nil) throws -> Mesh {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("obj-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try data.write(to: folder.appendingPathComponent("car.obj"))
        try material?.write(to: folder.appendingPathComponent("material.mtl"), atomically: true, encoding: .utf8)
        do {
            return try CarModel(path: folder.appendingPathComponent("car.obj").path).mesh
        } catch let error {
            // Without the folder, whose name is random.
            throw Complaint(text: error.description.replacingOccurrences(of: "\(folder.path)/", with: ""))
        }
    }

    struct Complaint: Error, Equatable { var text: String }

    private static let square = "v 0 0 0\nv 1 0 0\nv 1 1 0\nv 0 1 0\n"

    @Test("a pipe, which would be waited for, and a folder are no cars")
    func otherFiles() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("obj-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(mkfifo(folder + "/pipe.obj", 0o600) == 0)
        for (path, words) in [(folder + "/pipe.obj", "it is no regular file"), (folder, "it is a folder")] {
            let error = #expect(throws: OBJError.self) { try CarModel(path: path) }
            #expect(error?.description == "\(path): cannot be read: \(words)")
        }
    }

    @Test("quads, larger polygons, comments and lines that go on")
    func polygons() throws {
        #expect(try read(Self.square + "f 1 2 3 4 # a quad\n").triangles.count == 2)
        #expect(try read(Self.square + "f 1 2 \\\n 3 4\r\n").triangles.count == 2)
        let hexagon = (0..<6).map { "v \(cos(Double($0))) \(sin(Double($0))) 0\n" }.joined()
        #expect(try read(hexagon + "f 1 2 3 4 5 6\n").triangles.count == 4)
    }

    @Test("a polygon with a notch is cut along the notch")
    func concave() throws {
        // An arrow head: its area is 2, and a fan from the first corner would cover more.
        let mesh = try read("v 0 2 0\nv -2 -2 0\nv 0 -1 0\nv 2 -2 0\nf 1 2 3 4\n")
        let area = mesh.triangles.reduce(Float(0)) { sum, triangle in
            let p = (0..<3).map { mesh.positions[Int(triangle.corners[$0])] }
            return sum + (p[1] - p[0]).cross(p[2] - p[0]).length / 2
        }
        // The box is 4 x 4, so its half diagonal is sqrt 8.
        #expect(abs(area * 8 - 6) < 1e-3)
    }

    @Test("negative indices count from the end")
    func negative() throws {
        let forward = try read(Self.square + "f 1 2 3\n")
        #expect(try read(Self.square + "f -4 -3 -2\n") == forward)
    }

    @Test("normals are the file's, and flat where it has none")
    func normals() throws {
        let given = try read(Self.square + "vn 0 0.6 0.8\nvt 0 0\nf 1/1/1 2//1 3/1/1\n")
        #expect(given.normals[Int(given.triangles[0].normals.x)] == Vector(0, 0.6, 0.8))
        let flat = try read(Self.square + "vn 0 1 0\nf 1/1 2 3\n")
        #expect(flat.normals[Int(flat.triangles[0].normals.x)] == Vector(0, 0, 1))
    }

    @Test("materials take their colours from the MTL file beside it")
    func materials() throws {
        let text = "mtllib material.mtl\n\(Self.square)usemtl body paint\nf 1 2 3\nusemtl none\nf 1 3 4\n"
        let mesh = try read(text, material: "newmtl body paint\nKa 0 0 0\nKd 1 0.5 0\n")
        #expect(mesh.materials.map(\.name) == ["body paint", "none"])
        #expect(mesh.materials[0].color == Tint(255, 128, 0))
        #expect(try read(text).materials[0].color == mesh.materials[1].color)
    }

    @Test("a library is looked for beside the file and nowhere else")
    func libraryElsewhere() throws {
        let text = "mtllib ../../../../etc/hostname\n\(Self.square)f 1 2 3\n"
        #expect(try read(text).triangles.count == 1)
    }

    @Test(
        "damage is named with its line",
        arguments: [
            ("", "car.obj: the file is empty; a car is a Wavefront OBJ file"),
            ("v 0 0 0\n", "car.obj: there is no face (a line such as \"f 1 2 3\"); this is no Wavefront OBJ mesh"),
            ("hello\nworld\n", "car.obj: there is no face (a line such as \"f 1 2 3\"); this is no Wavefront OBJ mesh"),
            (
                "v 0 0 0\nv 1 0 0\nv nan 0 0\nf 1 2 3\n",
                "car.obj, line 3: \"nan\" is no number that can be drawn; give a finite one"
            ),
            ("v 0 1e999 0\n", "car.obj, line 1: \"1e999\" is no number that can be drawn; give a finite one"),
            ("\nv 0 zero 0\n", "car.obj, line 2: \"zero\" is no number"),
            ("v 1 2\n", "car.obj, line 1: a point has 2 of the 3 numbers that it needs"),
            ("v 0 0 0\nv 1 0 0\nf 1 2\n", "car.obj, line 3: a face has 2 of the 3 corners that it needs"),
            ("v 0 0 0\nv 1 0 0\nf 1 2 3\n", "car.obj, line 3: point 3 does not exist; there are 2"),
            ("v 0 0 0\nf 1 1 -2\n", "car.obj, line 2: point -2 does not exist; there are 1"),
            (
                "v 0 0 0\nf 0 1 1\n",
                "car.obj, line 2: point 0 does not exist; counting begins at 1, or at -1 from the end"
            ),
            ("v 0 0 0\nf 1 1 x\n", "car.obj, line 2: \"x\" is no corner; write 7, 7/1, 7//3 or 7/1/3"),
            ("v 0 0 0\nf 1 1 1/2/3/4\n", "car.obj, line 2: \"1/2/3/4\" is no corner; write 7, 7/1, 7//3 or 7/1/3"),
            (
                "v 0 0 0\nf 1 1 99999999999\n",
                "car.obj, line 2: \"99999999999\" is no corner; write 7, 7/1, 7//3 or 7/1/3"
            ),
            ("v 2 2 2\nf 1 1 1\n", "car.obj: all faces lie in one point; a car needs some extent"),
            ("\u{0}\u{1}\u{2}\u{3}", "car.obj: this is no text; a car is a Wavefront OBJ file"),
        ])
    func damage(text: String, message: String) {
        #expect(throws: Complaint(text: message)) { _ = try read(text) }
    }

    @Test("files and meshes beyond the limits are refused")
    func limits() {
        let large = Data(repeating: UInt8(ascii: "#"), count: (64 << 20) + 1)
        #expect(
            throws: Complaint(
                text: "car.obj: the file has 67108865 bytes; at most 67108864 are taken, so simplify the mesh")
        ) { _ = try read(large) }
        let fan = "f" + String(repeating: " 1 2 3", count: 340_000) + "\n"
        #expect(
            throws: Complaint(
                text: "car.obj, line 5: there are more than 1000000 triangles, the limit; simplify the mesh")
        ) { _ = try read(Self.square + fan) }
    }

    @Test("folders and missing files are named")
    func unreadable() {
        #expect(throws: (any Error).self) { _ = try CarModel(path: "/nowhere/car.obj") }
        #expect(throws: (any Error).self) { _ = try CarModel(path: "/tmp") }
    }

    @Test("any bytes give a mesh or a message, never a crash")
    func noise() throws {
        var generator = SplitMix(seed: 5)
        let pieces = [
            "v ", "vn ", "f ", "usemtl ", "1 ", "-1 ", "2/3/4 ", "//", "nan ", "1e30 ", "\n", "\\\n", "# ", "\u{FFFD}",
        ]
        for _ in 0..<300 {
            let text = (0..<40).map { _ in pieces[Int(generator.next() % UInt64(pieces.count))] }.joined()
            _ = try? read(Self.square + text)
        }
    }

    @Test("what is written is read again", arguments: [CarDesign(.saloon, 1), CarDesign(.truck, 7)])
    func roundTrip(design: CarDesign) throws {
        let mesh = design.makeMesh()
        let text = OBJWriter.text(mesh, comment: design.name, library: "material.mtl")
        let back = try read(text, material: OBJWriter.materialText(mesh))
        let drawn = design.makeModel().mesh
        #expect(back.positions == drawn.positions)
        #expect(back.materials == drawn.materials)
        #expect(back.triangles.map(\.corners) == drawn.triangles.map(\.corners))
    }
}
