import Debugger
import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("What a person writes for a breakpoint")
struct BreakpointSpecTests {
    /// Where `c` stops on 96 + 125, pressed again and again, or on 9 2 5.
    private func stops(_ text: String, _ task: TaskDefinition = .add) throws -> [Int] {
        let problem = try Problem(task: task, input: task.exampleInput)
        var session = try Session(problem, predictor: ExpertPredictor([task]))
        try session.addBreakpoint(text)
        var stops: [Int] = []
        while case .breakpoint = session.perform(.run(.forward)) { stops.append(session.position) }
        return stops
    }

    @Test(
        "stops where it says",
        arguments: [
            ("CARRY", [4, 18]), ("call carry", [4, 18]), ("return CARRY", [8, 22]), ("act WRITE CARRY", [6, 20]),
            ("ACT write out 2", [17, 31]), ("act", [3, 5, 6, 7]), ("step 17", [17]), ("depth 3", [4, 18]),
            ("carry == 1", [6, 13, 20]), ("CARRY if inp1 == 9", [18]), ("ADD1 every 2", [16]),
            ("ADD1 after 1", [16, 30]), ("ADD1 hit 3", [30]), ("ADD1 once", [2]), ("depth >= 3", [4, 18]),
            ("inp1 == blank and carry == blank", [36]), ("program == CARRY and step > 10", [18]), ("out[0] == 1", [3]),
            ("not out[1] == blank", [17]), ("ADD1 log", []), ("ADD1 off", []), ("LSHIFT if ptr_out = 1", [24]),
            ("p(ADD1) > 0.5", [1, 15, 29]),
        ] as [(String, [Int])])
    func places(text: String, expected: [Int]) throws {
        let found = try stops(text)
        #expect(Array(found.prefix(max(expected.count, text == "act" ? 4 : 99))) == expected, "\(text): \(found)")
    }

    @Test(
        "knows the values of an array",
        arguments: [("sweeps == 2", 1), ("act SWAP", 2), ("values[2] == 9", 1)])
    func sorting(text: String, count: Int) throws {
        #expect(try stops(text, .sort).count == count, "\(text)")
    }

    @Test(
        "says what is wrong, and in which column",
        arguments: [
            ("", 1, "break where?"), ("CARRI", 1, "there is no program CARRI to break on; did you mean CARRY?"),
            ("carrry == 1", 1, "there is no value carrry; did you mean carry?"),
            ("carry == ", 10, "here should be a value"),
            ("carry == 1)", 11, ") has no meaning here"), ("(carry == 1", 12, "here should be )"),
            ("p(ADD2) < 1", 3, "there is no program ADD2"), ("p < 1", 1, "p asks for a program"),
            ("end in 0.3", 11, "here should be .."), ("carry == 1 twice", 12, "twice has no meaning here"),
            ("ADD1 every 0", 12, "at least 1"), ("ADD1 every", 11, "a whole number"), ("step 1.5", 6, "a whole number"),
            ("act WRITE SUM", 5, "there is no action WRITE SUM"), ("call", 5, "here should be a program"),
            ("act WRITE OUT and carry == 1", 5, "a condition stands behind if, as in act WRITE OUT if depth > 2"),
            ("call ACT", 6, "ACT is no program that is called"), ("doubt 2", 7, "a probability"),
            ("low-confidence 2", 16, "a probability"),
            ("carry § 1", 7, "§ has no meaning here"), ("program == 3", 12, "here should be a program"),
            ("depth == ADD", 10, "here should be a number"), ("ADD1 if CARRY", 9, "compare it"),
            ("ADD1 if", 8, "here should be a value"),
            ("out == 1 or out[", 17, "here should be a value"),
            ("ADD1 1", 6, "1 has no meaning here"), ("1e400 == 1", 2, "e400 has no meaning here"),
        ] as [(String, Int, String)])
    func errors(text: String, column: Int, words: String) throws {
        var session = try Trial.addition().session()
        let error = #expect(throws: SpecError.self) { try session.addBreakpoint(text) }
        #expect(error?.column == column, "\(text.prefix(40)): \(error?.description ?? "")")
        #expect(error?.what.contains(words) == true, "\(text.prefix(40)): \(error?.description ?? "")")
        #expect(session.stopPoints.breakpoints.isEmpty)
    }

    @Test("says where a condition is nested too deeply")
    func nesting() throws {
        try errors(text: String(repeating: "(", count: 500), column: 65, words: "nested too deeply")
        try errors(text: String(repeating: "not ", count: 9_000), column: 257, words: "nested too deeply")
    }

    @Test("any text is read or refused", arguments: 0..<30)
    func nonsense(seed: Int) throws {
        var generator = SplitMix(seed: UInt64(seed))
        var session = try Trial.addition().session()
        session.extend(events: 20)
        let pieces = [
            "ADD1", "carry", "==", "(", ")", "[", "]", "if", "act", "WRITE", "1", "0.3", "..", "in", "and", "or", "not",
            "-", "*", "p", "p(ADD)", "depth", "step", "every", "once", "é", "\u{301}", "999999999999999999999",
            "return",
        ]
        for _ in 0..<200 {
            let text = (0..<Int.random(in: 0...9, using: &generator)).map { _ in
                pieces.randomElement(using: &generator)!
            }
            .joined(separator: Bool.random(using: &generator) ? " " : "")
            _ = try? session.addBreakpoint(text)
        }
        session.scan()
        while case .breakpoint = session.perform(.run(.forward)) {}
        #expect(session.isAtEnd)
    }

    @Test("low-confidence stops before the step of low confidence, where its probabilities are shown")
    func lowConfidence() throws {
        let trial = Trial.random[3]
        var session = try trial.session()
        try session.addBreakpoint("low-confidence 0.5")
        session.perform(.run(.forward))
        if session.ending == nil || session.position < session.log.count {
            let next = try #require(session.knownNext(at: session.position))
            #expect(try #require(next.prediction).confidence(of: next.kind).value < 0.5)
        }
    }
}
