import Support

/// The folder of a mesh, in which its material libraries are found by names as people and other systems write them: in
/// another case, with backslashes, with a path that was right elsewhere, several in a line.
///
/// Nothing is read from outside the folder.
struct LibraryFolder {
    private let path: String

    /// The folder in which the file at `path` lies.
    init(ofFile path: String) {
        let slash = path.lastIndex(of: "/")
        self.path = slash.map { String(path[...$0]) } ?? "./"
    }

    /// What was found of a line of names.
    struct Libraries {
        /// The contents of the files that were found.
        var contents: [[UInt8]] = []
        /// The names of those that were not.
        var missing: [String] = []
    }

    /// The libraries that `text`, which follows `mtllib`, names: one whose name may hold spaces, or several.
    func libraries(named text: String) -> Libraries {
        for meaning in WrittenName.meanings(of: text) {
            if let contents = contents(of: meaning) { return Libraries(contents: [contents]) }
        }
        var libraries = Libraries()
        var rest = WrittenName.shown(text).split { $0 == " " || $0 == "\t" }
        while !rest.isEmpty {
            // The longest run of words that is a name.
            let counts = stride(from: min(rest.count, Self.longestName), through: 1, by: -1)
            let found = counts.lazy.compactMap { count -> (Int, [UInt8])? in
                let name = String(text[rest[0].startIndex..<rest[count - 1].endIndex])
                return contents(of: WrittenName.shown(name)).map { (count, $0) }
            }.first
            if let (_, contents) = found { libraries.contents.append(contents) }
            if found == nil { libraries.missing.append(WrittenName.shown(String(rest[0]))) }
            rest.removeFirst(found?.0 ?? 1)
        }
        return libraries
    }

    /// How many words a name has at most.
    private static let longestName = 16

    /// The file that `name` means: at its path below the folder, or else beside the mesh.
    private func contents(of name: String) -> [UInt8]? {
        let parts = name.split { $0 == "/" || $0 == "\\" }.map(String.init).filter { $0 != "." }
        guard let last = parts.last else { return nil }
        let isBelow = !parts.contains("..") && name.first != "/" && name.first != "\\" && !parts[0].hasSuffix(":")
        if isBelow, parts.count > 1, let found = file(at: parts) { return found }
        return file(at: [last])
    }

    private func file(at parts: [String]) -> [UInt8]? {
        var place = path
        for (index, part) in parts.enumerated() {
            guard let entry = Self.entry(part, in: place) else { return nil }
            place += entry
            if index < parts.count - 1 { place += "/" }
        }
        return try? FileBytes.read(place, limit: MTLReader.byteLimit)
    }

    /// The entry of `folder` that is called `name`, or so but for its case or the encoding of its name.
    private static func entry(_ name: String, in folder: String) -> String? {
        guard name != "..", name != ".", let entries = try? FileSystem.names(in: folder) else { return nil }
        if entries.contains(name) { return name }
        // The order of a folder's entries is none.
        return entries.filter { MeshText.string(FileName.bytes(of: $0)).lowercased() == name.lowercased() }.min()
    }
}
