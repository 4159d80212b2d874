extension CarModel {
    /// Reads a Wavefront OBJ file, and the colours of its materials from the MTL files beside it where there are any.
    ///
    /// What cannot be read of it is passed over, as ``remark`` tells.
    ///
    /// - Parameter up: Which axis of the file points up.
    /// - Throws: ``OBJError``, one line that names the file, the line and what is wrong.
    package convenience init(path: String, up: UpAxis = .y) throws(OBJError) {
        let bytes: [UInt8]
        do throws(OBJError.Problem) {
            bytes = try FileBytes.read(path, limit: OBJReader.byteLimit)
        } catch {
            throw OBJError(error, file: path)
        }
        var reader = try OBJReader(bytes, file: path)
        let contents = try reader.read()
        let folder = LibraryFolder(ofFile: path)
        var remarks = contents.remarks
        var colors = MaterialColors()
        for names in contents.libraries {
            let libraries = folder.libraries(named: names)
            for library in libraries.contents { MTLReader.read(library, into: &colors) }
            remarks.missingLibraries += libraries.missing
        }
        var assembly = OBJAssembly(contents, colors: colors, up: up, remarks: remarks)
        let mesh = try assembly.mesh(file: path)
        try self.init(mesh, name: path, remark: assembly.remarks.text(file: path))
    }
}
