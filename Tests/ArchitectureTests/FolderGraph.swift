/// Which folders of a module use which others, by the names of their top-level types.
///
/// A folder uses another if a file of it names a type that the other declares at its top level; an `extension` of such a type
/// names it too. Nested types, private ones, comments and texts count for nothing, and a name that several folders declare
/// points to none of them, for it cannot be told which is meant. Files in the module's own folder form the folder ".".
struct FolderGraph {
    /// Why one folder uses another: a name and the file in which it stands.
    struct Use: Hashable {
        var file: String
        var name: String
    }

    private(set) var folders: Set<String> = []
    /// The uses of one folder by another, by both.
    private(set) var uses: [String: [String: Set<Use>]] = [:]

    init(_ files: [Sources.File]) {
        let words = files.map { SwiftWords($0.text) }
        var owners: [String: Set<String>] = [:]
        for (file, words) in zip(files, words) {
            folders.insert(file.folder)
            for name in words.declared { owners[name, default: []].insert(file.folder) }
        }
        for (file, words) in zip(files, words) {
            for name in words.named {
                guard let owner = owners[name], owner.count == 1, let other = owner.first, other != file.folder else {
                    continue
                }
                uses[file.folder, default: [:]][other, default: []].insert(Use(file: file.path, name: name))
            }
        }
    }

    /// The folders that `folder` uses.
    func used(by folder: String) -> Set<String> { Set(uses[folder, default: [:]].keys) }

    /// The sets of folders of which each uses each other, perhaps by way of third ones.
    var cycles: Set<Set<String>> {
        let reached = Dictionary(uniqueKeysWithValues: folders.map { ($0, reachable(from: $0)) })
        return Set(
            folders.compactMap { folder in
                let cycle = reached[folder, default: []].filter { reached[$0, default: []].contains(folder) }
                return cycle.isEmpty ? nil : cycle
            })
    }

    /// The uses within a cycle, a line each.
    func description(of cycle: Set<String>) -> String {
        cycle.sorted().flatMap { folder in
            cycle.intersection(used(by: folder)).sorted().map { other in
                let why = uses[folder, default: [:]][other, default: []].map { "\($0.file) names \($0.name)" }
                return "\(folder) -> \(other): \(why.sorted().joined(separator: ", "))"
            }
        }.joined(separator: "\n")
    }

    private func reachable(from folder: String) -> Set<String> {
        var found: Set<String> = []
        var open = used(by: folder)
        while let next = open.popFirst() {
            if found.insert(next).inserted { open.formUnion(used(by: next)) }
        }
        return found
    }
}

extension Sources.File {
    /// The folder of its module in which it stands; "." for the module's own.
    var folder: String {
        let parts = path.split(separator: "/")
        return parts.count > 2 ? String(parts[1]) : "."
    }
}
