package import NPIKit
import Scratchpads

/// Calls the top program within itself without end.
package struct RunawayPredictor: StepPredictor {
    package init() {}

    package let library = ProgramLibrary(for: [.add])
    package let stateSize = 1

    package func check(_ spec: ObservationSpec) throws(StepPredictorError) {}

    package mutating func predict(
        encoder: String, observation: Observation, program: ProgramID, arguments: Arguments,
        from state: [Float], to next: inout [Float], into prediction: inout Prediction
    ) {
        prediction.end = 0.1
        prediction.decision = .call(program, arguments)
    }
}
