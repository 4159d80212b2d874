import NPIKit
import Testing

@Suite("Running programs")
struct InterpreterTests {
    let row = LampRow(colours: [2, 0, 3])

    func interpreter(
        _ predictor: some StepPredictor = ScriptedPredictor.expert, in world: LampRow? = nil,
        running program: ProgramID = LampExpert.tidy, arguments: Arguments = .none
    ) throws -> Interpreter<LampRow> {
        try Interpreter(predictor, in: world ?? row, running: program, arguments: arguments)
    }

    func evaluations(_ interpreter: Interpreter<LampRow>) -> Int {
        (interpreter.predictor as? ScriptedPredictor)?.evaluationCount ?? -1
    }

    @Test("nested calls, actions and returns come in the order of the call tree")
    func events() throws {
        var interpreter = try interpreter()
        let step = Event.act(.none, Effect(kind: 1))
        func fix(_ colour: Int) -> Event { .call(LampExpert.fix, Arguments(colour, 0, 0)) }
        func paint(_ colour: Int, before: Int16) -> Event {
            .act(Arguments(1, colour, 0), Effect(kind: 2, before: before))
        }
        let next = Event.call(LampExpert.next, .none)
        let expected: [Event] = [
            .call(LampExpert.tidy, .none),
            fix(2), paint(3, before: 2), .return(LampExpert.fix), next, step, .return(LampExpert.next),
            fix(0), .return(LampExpert.fix), next, step, .return(LampExpert.next),
            fix(3), paint(0, before: 3), .return(LampExpert.fix), .return(LampExpert.tidy),
        ]
        var events: [Event] = []
        while let event = interpreter.step() { events.append(event) }
        #expect(events == expected)
        #expect(interpreter.world.colours == row.tidied)
        #expect(interpreter.world.colours == [3, 0, 0])
    }

    @Test("before the first event there is no frame, after the last there is none; then nothing happens any more")
    func halting() throws {
        var interpreter = try interpreter()
        #expect(interpreter.frames.isEmpty && !interpreter.isHalted)
        #expect(interpreter.predict() == nil)
        #expect(interpreter.force(.end) == nil)
        #expect(interpreter.step() == .call(LampExpert.tidy, .none))
        while interpreter.step() != nil { #expect(interpreter.eventCount < 100) }
        #expect(interpreter.isHalted && interpreter.frames.isEmpty)
        let count = interpreter.eventCount
        #expect(interpreter.step() == nil && interpreter.predict() == nil && interpreter.force(.act(.none)) == nil)
        #expect(interpreter.eventCount == count)
        #expect(interpreter.isHalted)
    }

    @Test("a frame may return without a call or an action")
    func returnAtOnce() throws {
        var interpreter = try interpreter(ScriptedPredictor { _ in .end })
        #expect(interpreter.step() == .call(LampExpert.tidy, .none))
        #expect(interpreter.step() == .return(LampExpert.tidy))
        #expect(interpreter.isHalted)
    }

    @Test("each evaluation gives exactly one event, and the first event needs none")
    func eventCount() throws {
        var interpreter = try interpreter()
        for count in 1... {
            let event = interpreter.step()
            guard event != nil else { break }
            #expect(interpreter.eventCount == count)
            #expect(evaluations(interpreter) == count - 1)
        }
        #expect(interpreter.eventCount == 16)
    }

    @Test("asking twice what comes next evaluates once, and so does the step that follows")
    func predicting() throws {
        var interpreter = try interpreter()
        _ = interpreter.step()
        let prediction = interpreter.predict()
        #expect(interpreter.predict()?.decision == prediction?.decision)
        #expect(evaluations(interpreter) == 1)
        #expect(interpreter.step() == .call(LampExpert.fix, Arguments(2, 0, 0)))
        #expect(prediction?.decision == .call(LampExpert.fix, Arguments(2, 0, 0)))
        #expect(evaluations(interpreter) == 1)
    }

    @Test("an edited world is looked at anew")
    func editing() throws {
        var interpreter = try interpreter()
        _ = interpreter.step()
        #expect(interpreter.predict()?.decision == .call(LampExpert.fix, Arguments(2, 0, 0)))
        let answer = interpreter.edit { world in
            world.colours[0] = 1
            return 42
        }
        #expect(answer == 42)
        #expect(interpreter.predict()?.decision == .call(LampExpert.fix, Arguments(1, 0, 0)))
        #expect(interpreter.step() == .call(LampExpert.fix, Arguments(1, 0, 0)))
        #expect(interpreter.eventCount == 2)
    }

    @Test("an edit that fails half-way is looked at anew as well")
    func failedEdit() throws {
        struct Refusal: Error {}
        var interpreter = try interpreter()
        _ = interpreter.step()
        _ = interpreter.predict()
        #expect(throws: Refusal.self) {
            try interpreter.edit { world in
                world.colours[0] = 3
                throw Refusal()
            }
        }
        #expect(interpreter.step() == .call(LampExpert.fix, Arguments(3, 0, 0)))
    }

    @Test("a forced decision is carried out in place of the network's, which still evaluates")
    func forcing() throws {
        var interpreter = try interpreter()
        _ = interpreter.step()
        #expect(interpreter.force(.act(Arguments(1, 1, 0))) == .act(Arguments(1, 1, 0), Effect(kind: 2, before: 2)))
        #expect(evaluations(interpreter) == 1)
        #expect(interpreter.frames.last?.state == [1, 1, 7])
        #expect(interpreter.frames.last?.step == 1)
        #expect(interpreter.step() == .call(LampExpert.next, .none))
        #expect(interpreter.force(.end) == .return(LampExpert.next))
        #expect(interpreter.force(.end) == .return(LampExpert.tidy))
        #expect(interpreter.isHalted)
    }

    @Test("a frame's state is its own: callees leave it alone, and new frames start from zeros")
    func states() throws {
        var interpreter = try interpreter()
        var before: [[Float]] = []
        while interpreter.step() != nil {
            let frames = interpreter.frames
            // All but the one that made the event have the state that they had before it.
            for (index, state) in before.dropLast().enumerated() where index < frames.count {
                #expect(frames[index].state == state)
            }
            if let top = frames.last, top.step == 0 { #expect(top.state == [0, 0, 0]) }
            before = frames.map(\.state)
        }
        #expect((interpreter.predictor as? ScriptedPredictor)?.sawForeignState == false)
    }

    @Test("with a real network too, a callee does not touch its caller's state")
    func networkStates() throws {
        var interpreter = try interpreter(NetworkPredictor(.lamps()))
        _ = interpreter.step()
        _ = interpreter.force(.call(LampExpert.fix, Arguments(2, 0, 0)))
        let caller = interpreter.frames[0].state
        #expect(caller.contains { $0 != 0 })
        #expect(interpreter.frames[1].state.allSatisfy { $0 == 0 })
        _ = interpreter.force(.act(Arguments(1, 3, 0)))
        _ = interpreter.force(.call(LampExpert.next, .none))
        _ = interpreter.force(.end)
        _ = interpreter.force(.end)
        #expect(interpreter.frames.count == 1 && interpreter.frames[0].state == caller)
    }

    @Test("copies are independent, and both go on as if alone")
    func copies() throws {
        for count in 0...15 {
            var original = try interpreter(NetworkPredictor(.lamps(seed: 11)))
            for _ in 0..<count { _ = original.step() }
            var copy = original
            copy.edit { $0.colours = [1, 1, 1] }
            for _ in 0..<5 { _ = copy.step() }
            var untouched = try interpreter(NetworkPredictor(.lamps(seed: 11)))
            for _ in 0..<count { _ = untouched.step() }
            for _ in 0..<5 {
                #expect(original.step() == untouched.step())
                #expect(original.frames.map(\.state) == untouched.frames.map(\.state))
                #expect(original.world == untouched.world)
            }
        }
    }

    @Test("a run goes on from a point in its past as it did before")
    func resuming() throws {
        var first = try interpreter(NetworkPredictor(.lamps(seed: 11)))
        for count in 0..<12 {
            var resumed = try Interpreter(
                NetworkPredictor(.lamps(seed: 11)), in: first.world, running: LampExpert.tidy,
                resuming: first.frames, after: first.eventCount)
            let decision = first.predict()?.decision
            #expect(resumed.predict()?.decision == decision)
            let event = count == 0 ? first.step() : first.force(.call(LampExpert.fix, .none))
            #expect((count == 0 ? resumed.step() : resumed.force(.call(LampExpert.fix, .none))) == event)
            #expect(resumed.eventCount == first.eventCount)
            #expect(resumed.frames.map(\.state) == first.frames.map(\.state))
        }
    }

    @Test("deep recursion only takes memory", .timeLimit(.minutes(1)))
    func depth() throws {
        var interpreter = try interpreter(ScriptedPredictor { .call($0.program, $0.arguments) })
        for _ in 0..<100_000 { _ = interpreter.step() }
        #expect(interpreter.frames.count == 100_000)
        #expect(!interpreter.isHalted)
    }

    @Test("a world that the predictor does not know is refused before the first event")
    func unknownWorld() {
        struct Elsewhere: Environment {
            var observationSpec: ObservationSpec { .init(encoder: "elsewhere", fields: []) }
            func observe(into observation: inout Observation) {}
            mutating func perform(_ arguments: Arguments) -> Effect { .none }
            mutating func undo(_ effect: Effect) {}
        }
        #expect(throws: StepPredictorError.unknownEncoder("elsewhere", known: ["lamps"])) {
            try Interpreter(ScriptedPredictor.expert, in: Elsewhere(), running: LampExpert.tidy)
        }
    }
}
