import Support

/// A digest of what a file means, kept within it, so that no change goes unnoticed: a flipped bit in a program's name is as
/// bad as one in a weight.
///
/// It covers the metadata of this program and the tensors in the order of their names, so that a file that other tools have
/// written again, in another order or with notes of their own, still matches as long as it means the same.
enum Checksum {
    private static let key = "npi.digest"
    /// That of earlier versions, which went by the order in the file.
    private static let oldKey = "npi.sha256"
    private static let ownPrefix = "npi."

    /// Adds the checksum; nothing may change afterwards.
    static func add(to file: inout Safetensors) {
        file.metadata[oldKey] = nil
        file.metadata[key] = digest(of: file)
    }

    /// Whether the file holds what its checksum was made of. A file without one, such as one that a Python script wrote,
    /// counts as unchanged.
    ///
    /// - Parameter order: The names of the tensors as npi orders them, for files of earlier versions.
    static func matches(_ file: Safetensors, order: [String]) -> Bool {
        if let found = file.metadata[key] { return found == digest(of: file) }
        guard let found = file.metadata[oldKey] else { return true }
        return found == oldDigest(of: file.tensors, file) || found == oldDigest(of: file.tensors(in: order), file)
    }

    /// Whether the file has a checksum.
    static func isPresent(in file: Safetensors) -> Bool {
        file.metadata[key] != nil || file.metadata[oldKey] != nil
    }

    /// SHA-256 over the metadata of this program, then the tensors, each in the order of their names.
    private static func digest(of file: Safetensors) -> String {
        let own = file.metadata.filter { $0.key.hasPrefix(ownPrefix) }
        return digest(own, file.tensors.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
    }

    /// The digest of earlier versions, which wrote no metadata but their own and the format.
    private static func oldDigest(of tensors: [Safetensors.Tensor], _ file: Safetensors) -> String {
        var written = file.metadata.filter { $0.key.hasPrefix(ownPrefix) }
        written["format"] = "pt"
        return digest(written, tensors)
    }

    private static func digest(_ metadata: [String: String], _ tensors: [Safetensors.Tensor]) -> String {
        let hash = SHA256()
        func add(_ text: String) {
            // The length keeps neighbours apart.
            withUnsafeBytes(of: UInt64(text.utf8.count).littleEndian) { hash.update($0) }
            hash.update(text.utf8)
        }
        for (name, value) in metadata.sorted(by: { $0.key < $1.key }) where name != key && name != oldKey {
            add(name)
            add(value)
        }
        for tensor in tensors {
            add(tensor.name)
            add("\(tensor.shape)")
            tensor.values.withUnsafeBytes { hash.update($0) }
        }
        return hash.finish()
    }
}

extension Safetensors {
    /// The tensors named in `order`, and then the others as they stand.
    fileprivate func tensors(in order: [String]) -> [Tensor] {
        let named = Set(order)
        let byName = Dictionary(tensors.map { ($0.name, $0) }) { first, _ in first }
        return order.compactMap { byName[$0] } + tensors.filter { !named.contains($0.name) }
    }
}
