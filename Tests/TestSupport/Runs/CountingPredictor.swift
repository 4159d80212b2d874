package import NPIKit
import Synchronization

/// How often something happened, across copies.
package final class Counter: Sendable {
    private let count = Mutex(0)

    package init() {}

    package var value: Int { count.withLock { $0 } }

    package func increment() {
        count.withLock { $0 += 1 }
    }
}

/// Counts the evaluations of another predictor.
package struct CountingPredictor: StepPredictor {
    private var base: any StepPredictor
    private let counter: Counter

    package init(_ base: any StepPredictor, _ counter: Counter) {
        self.base = base
        self.counter = counter
    }

    package var library: ProgramLibrary { base.library }
    package var stateSize: Int { base.stateSize }

    package func check(_ spec: ObservationSpec) throws(StepPredictorError) {
        try base.check(spec)
    }

    package mutating func predict(
        encoder: String, observation: Observation, program: ProgramID, arguments: Arguments,
        from state: [Float], to next: inout [Float], into prediction: inout Prediction
    ) {
        counter.increment()
        base.predict(
            encoder: encoder, observation: observation, program: program, arguments: arguments, from: state, to: &next,
            into: &prediction)
    }
}
