import Assets
package import NPIKit
import Scratchpads
package import Tours

extension Tour {
    /// The network on which the tour is played: its own, the one shipped for its task, or the one shipped for several.
    package func network() throws -> Network {
        let path =
            try modelPath { try? Assets.path(of: "Weights/\($0)") }
            ?? (try? Assets.path(of: Assets.model(for: problem.task.name)))
            ?? Assets.path(of: Assets.defaultModel)
        return try ModelFile.read(path).network
    }
}
