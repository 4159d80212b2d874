import Foundation
import NPIKit
import Support

/// Where a network's answers are kept from one run to the next: `$XDG_CACHE_HOME/npi/answers`, a file for each network.
///
/// Whoever removes the folder loses nothing but time: what is missing or damaged is asked of the network again.
struct AnswerCache {
    /// The networks used last whose answers are kept.
    private static let fileLimit = 8
    /// A larger file is not worth its place.
    private static let largestSize = 64 << 20
    private static let suffix = ".answers"

    private let folder: String
    private let path: String
    private let identity: String

    /// The answers of the network with the digest `sha256`; nil without a home.
    init?(of sha256: String) {
        guard let folder = ProcessVariables.cacheFolder() else { return nil }
        self.folder = "\(folder)/answers"
        path = "\(self.folder)/\(sha256.prefix(32))\(Self.suffix)"
        identity = "\(sha256) npi \(Version.current) \(BLASKernels.name) \(BLASKernels.Instructions.here)"
    }

    /// The network with what it is known to answer; see ``NetworkPredictor/init(_:isShared:)``.
    func predictor(_ network: Network, isShared: Bool = false) -> CachedPredictor {
        CachedPredictor(network, kept: kept, isShared: isShared)
    }

    private var kept: KeptAnswers? {
        guard let file = try? FileParts(path) else { return nil }
        return KeptAnswers(identity: identity, size: file.size) { file.read($0, into: $1) }
    }

    /// Keeps what `predictor` knows, where that is clearly more than it began with, or what it began with is damaged.
    func keep(_ predictor: CachedPredictor) {
        let new = predictor.newAnswerCount
        guard new >= max((predictor.answerCount - new) / 16, 64) || predictor.isDamaged else { return }
        let data = predictor.answers(identity: identity)
        guard data.count <= Self.largestSize else { return }
        do {
            try FileSystem.makeFolder(folder)
            try FileWriting.replace(path, with: data)
        } catch {
            return
        }
        removeOldest()
    }

    private func removeOldest() {
        let names = ((try? FileSystem.names(in: folder)) ?? []).filter { $0.hasSuffix(Self.suffix) }
        let files = names.map { name in
            let time = (try? FileSystem.status(of: "\(folder)/\(name)"))?.st_mtim.tv_sec ?? 0
            return (path: "\(folder)/\(name)", time: time)
        }
        for file in files.sorted(by: { $0.time > $1.time }).dropFirst(Self.fileLimit) { FileSystem.remove(file.path) }
    }
}
