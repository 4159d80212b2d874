package import NPIKit
import Scratchpads
import Support

extension TrainingRecipe {
    /// An untrained network and everything that it is to be trained on, practice included.
    ///
    /// - Throws: ``ProgramLibraryError`` if an expert and the recipe disagree about programs.
    package func makeLessons() throws(ProgramLibraryError) -> (network: Network, frames: [FrameTrace]) {
        var network = makeNetwork()
        let frames = try makeFrames(network.library)
        guard practice.programCount > 0, let spec = practiceSpec else { return (network, frames) }
        var generator = SeededGenerator(seed: seed ^ 0x9C71)
        let scripts = practice.makeScripts(
            spec, like: frames, network.library, excluding: SortingExpert.scriptsToLearnLater(network.library),
            using: &generator)
        network.prepare(practice, scripts: scripts, seed: seed)
        return (
            network, frames + practice.makeFrames(of: scripts, spec, network.library, using: &generator)
        )
    }

    /// What is seen in practice: the environment in which another task could be learned later.
    private var practiceSpec: ObservationSpec? {
        TaskName.allCases.first { $0.foundation.map(tasks.contains) ?? false }?.observationSpec
    }
}
