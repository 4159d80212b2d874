import NPIKit
import Scratchpads

/// Calls the top program within itself without end.
struct RunawayPredictor: StepPredictor {
    let library = ProgramLibrary(for: [.add])
    let stateSize = 1

    func check(_ spec: ObservationSpec) throws(StepPredictorError) {}

    mutating func predict(
        encoder: String, observation: Observation, program: ProgramID, arguments: Arguments,
        from state: [Float], to next: inout [Float], into prediction: inout Prediction
    ) {
        prediction.end = 0.1
        prediction.decision = .call(program, arguments)
    }
}
