package import NPIKit
import Scratchpads
import Support

extension TrainingRecipe {
    /// An untrained network and everything that it is to be trained on, practice included.
    ///
    /// - Throws: ``ProgramLibraryError`` if an expert and the recipe disagree about programs; what ``ProofGoal`` throws.
    package func makeFrameGroups() throws -> (network: Network, frames: [FrameTrace]) {
        var network = makeNetwork()
        let frames = try proof?.frames(of: tasks, network.library) ?? makeFrames(network.library)
        guard auxiliary.programCount > 0, let spec = auxiliarySpec else { return (network, frames) }
        var generator = SeededGenerator(seed: seed ^ 0x9C71)
        let scripts = auxiliary.makeScripts(
            spec, like: frames, network.library,
            excluding: TaskCatalog.all.reduce(into: []) { $0.formUnion($1.scriptsToLearnLater(network.library)) },
            using: &generator)
        network.prepare(auxiliary, scripts: scripts, seed: seed)
        return (
            network, frames + auxiliary.makeFrames(of: scripts, spec, network.library, using: &generator)
        )
    }

    /// What is seen in practice: the environment in which another task could be learned later.
    private var auxiliarySpec: ObservationSpec? {
        TaskCatalog.all.first { $0.foundation.map(tasks.contains) ?? false }?.observationSpec
    }
}
