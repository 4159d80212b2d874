package import NPIKit
import Scratchpads

/// Runs the network again beside a recording and compares every event and every probability that was recorded.
///
///     var verifier = try Verifier(recording, predictor: network, model: identity)
///     while verifier.advance(budget: 1_000) == nil { show(verifier.eventCount) }
///
/// Where a probability is another, the comparison goes on to the first decision that is. What a person has forced or set is forced
/// and set again. The expert's judgements are compared too. Of a recording with branches it is the run that was looked at last.
package struct Verifier: Sendable {
    /// How far a probability may be off: recordings have five decimals, those made by hand perhaps four.
    package static let tolerance = 0.0001

    /// How many events were found equal.
    package private(set) var eventCount = 0

    /// The first probability that is another.
    private var probability: Difference?
    private let recording: Recording
    private let problem: Problem
    private let rows: [ProgramID]
    private let expert: TaskExpert?
    private let otherModel: ModelIdentity?
    private var interpreter: Interpreter<AnyScratchpad>
    private var places = ExpertPlaces()
    private var changes: ArraySlice<RecordedChange>

    /// Prepares to verify.
    ///
    /// - Parameter model: Which network `predictor` is.
    /// - Throws: ``RecordingError`` if the recording cannot be replayed, or not by this model.
    package init(
        _ recording: Recording, predictor: any StepPredictor, model: ModelIdentity? = nil
    ) throws(RecordingError) {
        self.recording = recording
        changes = recording.run.changes[...]
        problem = try Session.problem(of: recording.header, isExact: true)
        guard problem.isAsRecorded else { throw RecordingError(.notAsRecorded(problem.remark ?? "")) }
        do {
            rows = try recording.library.names.map { try predictor.library.require($0) }
            interpreter = try Interpreter(
                predictor, in: problem.makeWorld(), running: try predictor.library.require(recording.header.program),
                arguments: recording.log.count > 0 ? recording.log[1].arguments : problem.arguments)
        } catch {
            throw RecordingError(.network("\(error)"))
        }
        expert = try? problem.makeExpert(predictor.library)
        otherModel = recording.header.model.flatMap { $0.sha256 == model?.sha256 || model == nil ? nil : $0 }
    }

    /// Compares up to `budget` events more.
    ///
    /// - Returns: The outcome once it is known.
    package mutating func advance(budget: Int) -> Verification? {
        for _ in 0..<max(budget, 1) {
            if let difference = makeChanges() { return outcome(difference) }
            guard eventCount < recording.log.count else { return outcome(endDifference()) }
            if let difference = compareNext() { return outcome(difference) }
            eventCount += 1
        }
        return eventCount < recording.log.count ? nil : outcome(makeChanges() ?? endDifference())
    }

    /// Sets what a person has set after the event that was compared last.
    private mutating func makeChanges() -> Difference? {
        while let recorded = changes.first, recorded.position == eventCount {
            changes.removeFirst()
            do throws(RecordingError) {
                let change = try recorded.read(in: interpreter.world)
                interpreter.edit { change.perform(in: &$0) }
            } catch {
                return Difference(event: eventCount, recorded: "the change \(recorded.text)", found: error.cause.text)
            }
        }
        return nil
    }

    private func outcome(_ difference: Difference?) -> Verification {
        Verification(
            difference: difference, probability: probability, eventCount: eventCount, otherModel: otherModel)
    }

    private mutating func compareNext() -> Difference? {
        let record = recording.log[eventCount + 1]
        let differ = { (recorded: String, found: String) in
            Difference(event: record.number, recorded: recorded, found: found)
        }
        guard let decision = record.decision.map(translated) else {
            if let event = interpreter.step() { places.follow(event, after: 0) }
            return nil
        }
        guard let prediction = interpreter.predict() else { return differ(name(decision), "nothing: it has halted") }
        if probability == nil, let recorded = record.prediction, let unlike = unlikeness(recorded, prediction) {
            probability = differ(unlike.recorded, unlike.found)
        }
        if !record.isForced, prediction.decision != decision {
            return differ(name(decision), name(prediction.decision))
        }
        let judgement = judge(decision)
        if record.judgement != .unknown, judgement != .unknown, record.judgement != judgement {
            let words = { (judgement: Judgement) in "that the expert \(judgement == .agrees ? "agrees" : "differs")" }
            return differ(words(record.judgement), words(judgement))
        }
        let after = expert.map { places.after($0, interpreter.frames, in: interpreter.world) } ?? 0
        if let event = interpreter.force(decision) { places.follow(event, after: after) }
        return nil
    }

    /// Whether the recorded end fits: only a whole recording tells its output.
    private func endDifference() -> Difference? {
        guard let end = recording.end, let output = end.output else { return nil }
        let found = problem.output(of: interpreter.world)
        guard found != output else { return nil }
        return Difference(event: eventCount, recorded: "the output \(output)", found: found)
    }

    private func translated(_ decision: Decision) -> Decision {
        guard case .call(let program, let arguments) = decision else { return decision }
        return .call(rows[program.rawValue], arguments)
    }

    private func judge(_ decision: Decision) -> Judgement {
        guard let expert, let frame = interpreter.frames.last else { return .unknown }
        let expected = expert.decide(
            program: frame.program, arguments: frame.arguments, step: places.present, in: interpreter.world)
        return expected == decision ? .agrees : .differs
    }

    private func unlikeness(_ summary: PredictionSummary, _ prediction: Prediction) -> (
        recorded: String, found: String
    )? {
        func unlike(_ what: String, _ recorded: Probability, _ found: Float) -> (recorded: String, found: String)? {
            let found = Probability(found)
            guard abs(recorded.value - found.value) > Self.tolerance else { return nil }
            return ("\(what) \(recorded)", "\(found)")
        }
        if let found = unlike("end", summary.end, prediction.end) { return found }
        for chance in summary.programs {
            let row = rows[chance.program.rawValue]
            let found = unlike(
                "p(\(recording.library[chance.program]))", chance.probability, prediction.programs[row.rawValue])
            if let found { return found }
        }
        for index in 0..<Arguments.count {
            for chance in summary.values(ofArgument: index) {
                let found = unlike(
                    "p(argument \(index + 1) = \(chance.value))", chance.probability,
                    prediction.argument(index, is: chance.value))
                if let found { return found }
            }
        }
        return nil
    }

    private func name(_ decision: Decision) -> String {
        interpreter.world.name(of: decision, in: interpreter.predictor.library)
    }
}

extension Recording {
    /// Runs the network again and compares, all at once, each branch from its beginning.
    ///
    /// - Throws: As ``Verifier/init(_:predictor:model:)``.
    package func verify(with predictor: any StepPredictor, model: ModelIdentity? = nil) throws(RecordingError)
        -> Verification
    {
        var count = 0
        for branch in branches {
            var verifier = try Verifier(only(branch), predictor: predictor, model: model)
            var outcome: Verification?
            while outcome == nil { outcome = verifier.advance(budget: .max) }
            guard var outcome else { continue }
            // What a branch has in common with its parent counts once.
            count += max(outcome.eventCount - branch.start, 0)
            outcome.eventCount = count
            outcome.branchCount = others.count + 1
            if !others.isEmpty { outcome.branch = branch.id }
            if !outcome.isVerified || branch.id == branches.last?.id { return outcome }
        }
        preconditionFailure("a recording holds a run")
    }
}
