import Experiments
import NPIKit

/// A network that is measured, on every core, with what it is known to answer; or asked at every step.
struct MeasuredNetwork {
    private let network: Network
    private let cache: AnswerCache?
    /// One for each core; none where the network is to be asked at every step.
    private let predictors: [CachedPredictor]

    /// - Parameters:
    ///   - network: The network.
    ///   - sha256: The digest of its file.
    ///   - isCached: Whether it is not asked again what it has answered before, in this run or an earlier one.
    init(_ network: Network, sha256: String, isCached: Bool) {
        let cache = isCached ? AnswerCache(of: sha256) : nil
        self.network = network
        self.cache = cache
        let count = isCached ? Solvers.coreCount : 0
        predictors = cache?.predictors(network, count: count) ?? (0..<count).map { _ in CachedPredictor(network) }
    }

    /// What solves problems with `network`: the measured one, or what is left of it without some programs.
    func solvers(_ network: Network) -> Solvers {
        guard !predictors.isEmpty else {
            return Solvers((0..<Solvers.coreCount).map { _ in NetworkPredictor(network) })
        }
        // Other programs can be called, so other answers are right.
        return network.library == self.network.library ? Solvers(predictors) : Solvers(network)
    }

    /// Keeps what is new for the next run.
    func keepAnswers() {
        guard let most = predictors.max(by: { $0.answerCount < $1.answerCount }) else { return }
        cache?.keep(most)
    }
}
