import Foundation

extension CarModel {
    /// Reads a Wavefront OBJ file, and the colours of its materials from the MTL files beside it where there are any.
    ///
    /// - Throws: ``OBJError``, one line that names the file, the line and what is wrong.
    package convenience init(path: String) throws(OBJError) {
        let bytes = try Self.bytes(of: path, limit: OBJReader.byteLimit)
        let folder = (path as NSString).deletingLastPathComponent
        var reader = try OBJReader(bytes, file: path) { name in
            // A library lies beside the file; nothing is read from elsewhere.
            let library = (folder as NSString).appendingPathComponent((name as NSString).lastPathComponent)
            guard let bytes = try? Self.bytes(of: library, limit: MTLReader.byteLimit) else { return [:] }
            return MTLReader.colors(in: bytes)
        }
        try self.init(try reader.read(), name: path)
    }

    private static func bytes(of path: String, limit: Int) throws(OBJError) -> [UInt8] {
        // A pipe would be waited for, a device never ends.
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        switch try? FileManager.default.attributesOfItem(atPath: target)[.type] as? FileAttributeType {
        case .typeRegular?: break
        case .typeDirectory?: throw OBJError(.unreadable("it is a folder"), file: path)
        case nil: throw OBJError(.unreadable("there is no such file"), file: path)
        case _?: throw OBJError(.unreadable("it is no regular file"), file: path)
        }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw OBJError(.unreadable("permission denied"), file: path)
        }
        defer { try? handle.close() }
        do {
            let data = try handle.read(upToCount: limit + 1) ?? Data()
            guard data.count <= limit else {
                let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? data.count
                throw OBJError(.tooLarge(bytes: size, limit: limit), file: path)
            }
            return Array(data)
        } catch let error as OBJError {
            throw error
        } catch {
            throw OBJError(.unreadable(error.localizedDescription), file: path)
        }
    }
}
