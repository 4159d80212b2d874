package import NPIKit
import Scratchpads

/// Asks a network at every step of a run that is known, whichever network made it, and lets it go on as the run went.
///
///     var path = try ForcedPath(session, predictor: network)
///     while path.advance() { show(path.number, path.prediction) }
///
/// At each step the network sees what the run's frame saw, and its own state of that frame goes on from what it saw there
/// before; what it would have decided itself changes nothing. So two networks can be compared step by step, also where one
/// of them would have gone another way. The run itself is not touched.
package struct ForcedPath: Sendable {
    /// The number of the event about which the network was asked last; 0 before the first one.
    package private(set) var number = 0
    /// What the network saw.
    package private(set) var observation: Observation
    /// What the network says of the event; of the first one, the call of the top program, it says nothing.
    package private(set) var prediction: Prediction
    /// The state of the frame that decided the event, after the evaluation.
    package private(set) var state: [Float]

    private let log: EventLog
    private let encoder: String
    /// The rows of the run's programs in the network's memory.
    private let rows: [ProgramID?]
    private var line: StateHistory
    private var predictor: any StepPredictor
    /// The states of the open frames, the top program's first.
    private var frames: [[Float]] = []

    /// Prepares to follow the known part of `session` from its first event.
    ///
    /// - Throws: ``ForcedPathError`` if the network cannot see the environment, lacks a program that was called, or has no
    ///   room for the states of so many open frames.
    package init(_ session: Session, predictor: any StepPredictor) throws(ForcedPathError) {
        let spec = session.world.observationSpec
        do throws(StepPredictorError) {
            try predictor.check(spec)
        } catch {
            throw .predictor(error)
        }
        let library = session.library
        let rows = library.names.map { predictor.library.program(named: $0) }
        let log = session.log
        for (row, name) in zip(rows.indices, library.names)
        where rows[row] == nil && log.calls(of: ProgramID(rawValue: row)).count > 0 {
            throw .unknownProgram(name)
        }
        let depth = (0..<log.count).reduce(0) { max($0, Int(log.events[$1].depth) + 1) }
        guard depth <= LiveRun.stateLimit / max(predictor.stateSize, 1) else { throw .tooDeep(depth) }
        self.log = log
        self.rows = rows
        self.predictor = predictor
        encoder = spec.encoder
        observation = Observation(for: spec)
        prediction = Prediction(programCount: predictor.library.count)
        state = Array(repeating: 0, count: predictor.stateSize)
        line = session.history.states
        line.move(to: 0, in: log)
    }

    /// The network's programs, by which its predictions are ordered.
    package var library: ProgramLibrary { predictor.library }

    /// Goes on to the next event, and asks the network about it. Returns false at the end of what is known.
    package mutating func advance() -> Bool {
        guard number < log.count else { return false }
        number += 1
        let event = log.events[number - 1]
        if event.frame > 0 { ask(log.events[Int(event.frame) - 1]) }
        switch event.kind {
        case .return: frames.removeLast()
        case .call, .act:
            if !frames.isEmpty { frames[frames.count - 1] = state }
            if event.kind == .call { frames.append(Array(repeating: 0, count: predictor.stateSize)) }
        }
        return true
    }

    /// Asks the network in the innermost frame, which `call` has opened.
    private mutating func ask(_ call: PackedEvent) {
        guard let program = rows[Int(call.program)] else { return }
        line.move(to: number - 1, in: log)
        line.world.observe(into: &observation)
        if !observation.pixels.isEmpty { line.world.look(into: &observation.pixels) }
        predictor.predict(
            encoder: encoder, observation: observation, program: program, arguments: call.arguments,
            from: frames[frames.count - 1], to: &state, into: &prediction)
    }
}

/// Why a network cannot follow a run.
package enum ForcedPathError: Error, CustomStringConvertible {
    /// It cannot see the environment.
    case predictor(StepPredictorError)
    /// It does not know a program that was called.
    case unknownProgram(String)
    /// So many calls were open at once that their states would fill the memory.
    case tooDeep(Int)

    /// One line for the user.
    package var description: String {
        switch self {
        case .predictor(let error): error.description
        case .unknownProgram(let name): "the network does not know \(name), which the run has called"
        case .tooDeep(let depth): "the run nests \(depth) calls; the network's states of so many do not fit in memory"
        }
    }
}
