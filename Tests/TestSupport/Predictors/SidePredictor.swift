package import NPIKit
import Scratchpads

/// Plays a network for cars that sees no more than which half of the picture is brighter: it turns the car twice to that side, or
/// always to the left.
package struct SidePredictor: StepPredictor {
    /// The programs of turning cars.
    package let library = ProgramLibrary(for: [.car])
    /// The place in the program.
    package let stateSize = 1

    private let alwaysTurnsLeft: Bool

    /// Makes the predictor.
    package init(alwaysTurnsLeft: Bool = false) {
        self.alwaysTurnsLeft = alwaysTurnsLeft
    }

    /// Knows every world.
    package func check(_ spec: ObservationSpec) throws(StepPredictorError) {}

    /// Looks at the picture only in HGOTO.
    package mutating func predict(
        encoder: String, observation: Observation, program: ProgramID, arguments: Arguments,
        from state: [Float], to next: inout [Float], into prediction: inout Prediction
    ) {
        let step = Int(state[0])
        next[0] = state[0] + 1
        prediction.decision =
            switch (CarProgram(rawValue: library[program]), step) {
            case (.goto, 0): call(.hgoto)
            case (.hgoto, 0): turn(observation.pixels)
            case (.lgoto, ..<2): .act(CarAction.left.arguments)
            case (.rgoto, ..<2): .act(CarAction.right.arguments)
            default: .end
            }
    }

    private func turn(_ pixels: [UInt8]) -> Decision {
        guard !alwaysTurnsLeft else { return call(.lgoto) }
        let side = CarScene.imageSide
        var balance = 0
        for (index, value) in pixels.enumerated() { balance += index % side < side / 2 ? Int(value) : -Int(value) }
        return balance == 0 ? .end : call(balance > 0 ? .lgoto : .rgoto)
    }

    private func call(_ program: CarProgram) -> Decision {
        library.program(named: program.rawValue).map { .call($0, .none) } ?? .end
    }
}
