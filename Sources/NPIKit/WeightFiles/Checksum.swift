import Support

/// A digest of everything that a file holds, kept within it, so that no damage goes unnoticed: a flipped bit in a
/// program's name is as bad as one in a weight.
enum Checksum {
    private static let key = "npi.sha256"

    /// Adds the checksum; nothing may change afterwards.
    static func add(to file: inout Safetensors) {
        file.metadata[key] = digest(of: file)
    }

    /// Whether the file holds what its checksum was made of. A file without one, such as one that a Python script wrote,
    /// counts as intact.
    static func matches(_ file: Safetensors) -> Bool {
        file.metadata[key].map { $0 == digest(of: file) } ?? true
    }

    /// Whether the file has a checksum.
    static func isPresent(in file: Safetensors) -> Bool {
        file.metadata[key] != nil
    }

    /// SHA-256 over everything but the checksum itself: the metadata in order of their keys, then each tensor.
    private static func digest(of file: Safetensors) -> String {
        let hash = SHA256()
        func add(_ text: String) {
            // The length keeps neighbours apart.
            withUnsafeBytes(of: UInt64(text.utf8.count).littleEndian) { hash.update($0) }
            hash.update(text.utf8)
        }
        for (name, value) in file.metadata.sorted(by: { $0.key < $1.key }) where name != key {
            add(name)
            add(value)
        }
        for tensor in file.tensors {
            add(tensor.name)
            add("\(tensor.shape)")
            tensor.values.withUnsafeBytes { hash.update($0) }
        }
        return hash.finish()
    }
}
