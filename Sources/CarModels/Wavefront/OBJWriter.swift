/// Writes a mesh as Wavefront OBJ and MTL.
package enum OBJWriter {
    /// The text of the OBJ file.
    ///
    /// - Parameters:
    ///   - mesh: With numbers of few decimals.
    ///   - comment: Stands in the first line.
    ///   - library: The name of the MTL file beside it.
    package static func text(_ mesh: Mesh, comment: String, library: String) -> String {
        var text = "# \(comment)\nmtllib \(library)\n"
        for point in mesh.positions { text += "v \(numbers(point, 4))\n" }
        let isFlat = mesh.triangles.allSatisfy { $0.normals.x == $0.normals.y && $0.normals.y == $0.normals.z }
        if !isFlat {
            for normal in mesh.normals { text += "vn \(numbers(normal, 3))\n" }
        }
        var material: Int32 = -1
        for triangle in mesh.triangles {
            if triangle.material != material {
                material = triangle.material
                text += "usemtl \(mesh.materials[Int(material)].name)\n"
            }
            text += "f"
            for corner in 0..<3 {
                text += " \(triangle.corners[corner] + 1)"
                if !isFlat { text += "//\(triangle.normals[corner] + 1)" }
            }
            text += "\n"
        }
        return text
    }

    /// The text of the MTL file.
    package static func materialText(_ mesh: Mesh) -> String {
        mesh.materials.map { "newmtl \($0.name)\nKd \(numbers($0.color.shares, 4))\n" }.joined()
    }

    private static func numbers(_ vector: Vector, _ decimals: Int) -> String {
        (0..<3).map { number(vector[$0], decimals) }.joined(separator: " ")
    }

    /// A number with at most so many decimals, without zeros at the end.
    static func number(_ value: Float, _ decimals: Int) -> String {
        let unit = (0..<decimals).reduce(1) { product, _ in product * 10 }
        let scaled = Int((Double(value) * Double(unit)).rounded(.toNearestOrEven))
        let (whole, part) = abs(scaled).quotientAndRemainder(dividingBy: unit)
        let sign = scaled < 0 ? "-" : ""
        guard part > 0 else { return "\(sign)\(whole)" }
        let digits = String(part)
        var decimalsText = String(repeating: "0", count: decimals - digits.utf8.count) + digits
        while decimalsText.hasSuffix("0") { decimalsText.removeLast() }
        return "\(sign)\(whole).\(decimalsText)"
    }
}
