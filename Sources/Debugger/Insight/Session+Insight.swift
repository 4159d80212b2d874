package import NPIKit
import Scratchpads

extension Session {
    /// The network that can be looked into: the one that makes the run, or the one that a replay is looked at with.
    var eye: (any StepPredictor)? { history.live?.interpreter.predictor ?? observer }

    /// What the network remembers of its programs; nil where there is no network.
    package var memory: ProgramMemory? { eye?.memory }

    /// Lets a replay be looked at with a network. The recorded run stays as it is.
    ///
    /// - Throws: ``SessionError`` if the network cannot see the environment.
    package mutating func look(with predictor: any StepPredictor) throws(SessionError) {
        do throws(StepPredictorError) {
            try predictor.check(world.observationSpec)
        } catch {
            throw .predictor(error)
        }
        observer = predictor
    }

    /// Begins to find what goes on in the network in the selected frame: at the position for the innermost frame, and for
    /// a caller at the step that made its open call. Nil where no frame is open or there is no network.
    ///
    /// - Parameter known: What was found last, which often makes it short.
    package func findInsight(from known: Insight? = nil) -> InsightRun? {
        InsightRun(self, from: known)
    }
}
