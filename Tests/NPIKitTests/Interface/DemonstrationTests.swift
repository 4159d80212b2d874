import NPIKit
import Support
import Testing

@Suite("An expert's demonstration")
struct DemonstrationTests {
    @Test("is one training sequence for each call, in the order of return")
    func frames() throws {
        let demonstration = try Demonstration(
            of: LampExpert.tidy, in: LampRow(colours: [0, 2]), by: LampExpert())
        func trace(
            _ program: ProgramID, _ arguments: Arguments = .none, _ categories: [UInt8], _ decisions: [Decision]
        ) -> FrameTrace {
            FrameTrace(
                encoder: "lamps", program: program, arguments: arguments, categories: categories,
                decisions: decisions)
        }
        #expect(
            demonstration.frames == [
                trace(LampExpert.fix, .none, [0, 0], [.end]),
                trace(LampExpert.next, .none, [0, 0, 2, 1], [.act(.none), .end]),
                trace(
                    LampExpert.fix, Arguments(2, 0, 0), [2, 1, 3, 1], [.act(Arguments(1, 3, 0)), .end]),
                trace(
                    LampExpert.tidy, .none, [0, 0, 0, 0, 2, 1, 3, 1],
                    [
                        .call(LampExpert.fix, .none), .call(LampExpert.next, .none),
                        .call(LampExpert.fix, Arguments(2, 0, 0)), .end,
                    ]),
            ])
        #expect(demonstration.world.colours == [0, 3])
    }

    @Test("is what an interpreter does whose network decides like the expert")
    func interpreter() throws {
        for row in LampRow.random(longest: 6, count: 5, seed: 1) {
            let demonstration = try Demonstration(of: LampExpert.tidy, in: row, by: LampExpert())
            var interpreter = try Interpreter(ScriptedPredictor.expert, in: row, running: LampExpert.tidy)
            while interpreter.step() != nil {}
            #expect(interpreter.world == demonstration.world)
            #expect(interpreter.world.colours == row.tidied)
            #expect(interpreter.eventCount == 1 + demonstration.frames.reduce(0) { $0 + $1.stepCount })
        }
    }

    @Test("of an expert that never ends is stopped at the limit")
    func limit() {
        struct Restless: Expert {
            func decide(program: ProgramID, arguments: Arguments, step: Int, in world: LampRow) -> Decision {
                .act(.none)
            }
        }
        #expect(throws: DemonstrationError.stepLimit(50)) {
            try Demonstration(
                of: LampExpert.tidy, in: LampRow(colours: [0]), by: Restless(), maximumSteps: 50)
        }
        #expect(DemonstrationError.stepLimit(50).description == "the demonstration did not end within 50 steps")
    }

    @Test("leaves the toy world as it was when it is undone")
    func undoing() {
        var generator = SeededGenerator(seed: 4)
        for start in LampRow.random(longest: 4, count: 3, seed: 3) {
            var row = start
            var effects: [Effect] = []
            for _ in 0..<50 {
                effects.append(
                    row.perform(
                        Arguments(Int.random(in: 0...2, using: &generator), Int.random(in: 0...5, using: &generator), 0)
                    ))
            }
            for effect in effects.reversed() { row.undo(effect) }
            #expect(row == start)
        }
    }
}
