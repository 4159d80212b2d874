import Experiments
import NPIKit

/// A network that is measured, on every core, with what it is known to answer; or asked at every step.
struct MeasuredNetwork {
    private let network: Network
    private let cache: AnswerCache?
    /// The network with what it is known to answer; nil where it is to be asked at every step.
    private let cached: CachedPredictor?

    /// - Parameters:
    ///   - network: The network.
    ///   - sha256: The digest of its file.
    ///   - isCached: Whether it is not asked again what it has answered before, in this run or an earlier one.
    init(_ network: Network, sha256: String, isCached: Bool) {
        let cache = isCached ? AnswerCache(of: sha256) : nil
        self.network = network
        self.cache = cache
        cached = isCached ? cache?.predictor(network) ?? CachedPredictor(network) : nil
    }

    /// What solves problems with `network`: the measured one, or what is left of it without some programs.
    func solvers(_ network: Network) -> Solvers {
        guard let cached else { return Solvers(onEachCore: NetworkPredictor(network)) }
        // Other programs can be called, so other answers are right.
        return network.library == self.network.library ? Solvers(onEachCore: cached) : Solvers(network)
    }

    /// Keeps what is new for the next run.
    func keepAnswers() {
        guard let cached else { return }
        cache?.keep(cached)
    }
}
