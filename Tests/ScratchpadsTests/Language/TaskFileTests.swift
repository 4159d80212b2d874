import NPIKit
import Scratchpads
import Support
import Testing

@Suite("Task files")
struct TaskFileTests {
    static let subtract = """
        task subtract
        about "subtract a smaller number from a larger one, borrowing"

        input A, B: number of 1..20 digits "two whole numbers, the larger first"
        example 91 17
        require A >= B
        check A - B

        row INP1: digits = A, aligned right
        row INP2: digits = B, aligned right
        row BORROW: digits, auxiliary
        row OUT: digits
        width: longest + 2
        output OUT as number

        pointer INP1, INP2, BORROW, OUT at right
        see INP1, INP2, BORROW
        view columns

        program SUB "subtracts two numbers, a column at a time from the right"
          until INP1 is blank
            SUB1                          say "this column: {INP1} - {INP2}"
            LSHIFT

        program SUB1 "subtracts the digits of one column"
          let rest = INP1 - INP2 - BORROW
          write OUT rest mod 10           say "{rest}: write {rest mod 10}"
          if rest < 0
            BORROW1                       say "{rest} is less than 0: borrow"

        program BORROW1 "writes a 1 into the borrow row of the column to the left"
          move BORROW left
          write BORROW 1
          move BORROW right

        program LSHIFT "moves all pointers one column to the left"
          move INP1 left
          move INP2 left
          move BORROW left
          move OUT left
        """

    private func task(_ text: String) throws -> TaskDefinition {
        try TaskDefinition(TaskSource(file: "my.task", text: text))
    }

    private func problems(_ text: String) -> [String] {
        do {
            _ = try task(text)
            return []
        } catch {
            return (error as? TaskFileError)?.description.split(separator: "\n").map(String.init) ?? ["\(error)"]
        }
    }

    private func problems(changing line: String, to other: String) -> String {
        let text = Self.subtract.replacing(line, with: other, maxReplacements: 1)
        #expect(text != Self.subtract)
        return problems(text).first ?? "none"
    }

    @Test("subtraction in thirty lines is right on a thousand problems")
    func subtraction() throws {
        let task = try task(Self.subtract)
        let examination = try #require(TaskExamination(task, count: 1_000, seed: 1))
        #expect(examination.findings.filter(\.isError) == [])
        #expect(examination.problemCount == 1_000)
        let problem = try Problem(task: task, input: ["91", "17"])
        #expect(problem.expectedOutput == "74" && problem.title() == "SUB 91 17")
        #expect(throws: ProblemError.self) { try Problem(task: task, input: ["17", "91"]) }
    }

    @Test("a file without an example has one that is drawn, and says so in messages")
    func noExample() throws {
        let task = try task(Self.subtract.replacing("example 91 17\n", with: ""))
        #expect(task.exampleInput.count == 2)
        _ = try Problem(task: task, input: task.exampleInput)
        #expect(throws: ProblemError.self) { try Problem(task: task, input: []) }
    }

    @Test("the programs themselves run in the debugger's interpreter, and go the way of the text")
    func expertRun() throws {
        let task = try task(Self.subtract)
        let problem = try Problem(task: task, input: ["1000", "1"])
        let predictor = try #require(FilePredictor(task))
        var interpreter = try Interpreter(
            predictor, in: problem.makeWorld(), running: try predictor.library.require("SUB"))
        while interpreter.step() != nil {}
        #expect(problem.output(of: interpreter.world) == "999")
    }

    @Test("a mistake names its place, shows the line, and says what would be right")
    func mistakes() {
        #expect(
            problems(changing: "write OUT rest mod 10 ", to: "write OTU rest mod 10 ")
                == "my.task:27:9: there is no pointer OTU; did you mean OUT?")
        #expect(
            problems(changing: "see INP1, INP2, BORROW", to: "see INP1, INP2")
                == "my.task:26:28: the programs ask for BORROW, which the network does not see; add it to the line see")
        #expect(
            problems(changing: "    LSHIFT", to: "    LSHFIT")
                == "my.task:23:5: there is no program LSHFIT; did you mean LSHIFT?")
        #expect(
            problems(changing: "until INP1 is blank", to: "util INP1 is blank")
                .hasPrefix("my.task:21:3: no statement begins with util; did you mean until?"))
        #expect(
            problems(changing: "  move BORROW left", to: "\tmove BORROW left")
                == "my.task:32:1: a tab stands here; indent with spaces, two for each level")
        #expect(problems(changing: "program LSHIFT", to: "program SUB1").hasPrefix("my.task:"))
        #expect(
            problems(changing: "if rest < 0", to: "if rest")
                .hasPrefix("my.task:28:6: this is a value, not a condition"))
        #expect(
            problems(changing: "write BORROW 1", to: "write BORROW 12")
                == "my.task:33:16: this is 12, but BORROW holds 0 to 9")
        #expect(
            problems(changing: "output OUT as number", to: "output OUT as numbr")
                == "my.task:14:15: an output is read as number, as list, as word or as symbol")
        #expect(
            problems(changing: "check A - B", to: "check A - C")
                == "my.task:7:11: check knows the inputs alone; there is no input C; did you mean A?")
    }

    @Test("all mistakes of a file are told at once, in the order of its lines")
    func allAtOnce() {
        let found = problems(
            Self.subtract.replacing("check A - B", with: "chek A - B").replacing("    LSHIFT", with: "    LSHFIT")
                .replacing("  move OUT left", with: "  move OUT up"))
        #expect(found.filter { $0.hasPrefix("my.task:") }.count == 3)
    }

    @Test(
        "of what follows from a mistake nothing is told",
        arguments: [
            ("  if rest < 0\n", "  if rest < 0:\n", ["28:14: \":\" cannot stand here"]),
            ("  if rest < 0\n", "  if rest == -1\n", ["28:14: a number has no sign here; -1 is written 0 - 1"]),
            ("    LSHIFT\n", "    LSHIFT now\n      say \"on\"\n", ["23:5: no statement begins with LSHIFT"]),
            ("  until INP1 is blank\n", "  until INP1 = blank do\n", ["21:22: \"do\" cannot stand here"]),
            ("say \"{rest} is", "say {rest} is", ["29:39: { means nothing here"]),
            ("pointer INP1", "pointers INP1", ["16:1: no line begins with pointers; did you mean pointer?"]),
            (
                "  write OUT rest mod 10", "  write OUT rest % 10",
                ["27:18: % means nothing here; a remainder is written A mod B"]
            ),
            ("  write OUT rest mod 10", "  OUT = rest mod 10", ["27:3: a symbol is written by: write OUT VALUE"]),
            ("  let rest = INP1", "  rest = INP1", ["26:3: a value gets a name by: let rest = VALUE"]),
            (
                "  move BORROW right", "   move BORROW right",
                ["34:1: this line is indented by 3 spaces; the lines beside it by 2"]
            ),
            ("  move INP1 left", "  move INP1, INP2 left", ["37:12: each pointer is moved by a line of its own"]),
            ("  if rest < 0\n", "  if rest < 0\n    return\n  elif rest > 5\n", ["30:3: this is written else if"]),
            ("see INP1, INP2, BORROW", "see INP1, BORROW", ["26:21: the programs ask for INP2"]),
            ("row OUT: digits", "row OUT: digts", ["12:10: a row has digits, bits, or symbols"]),
            ("row OUT: digits", "row OUT digits", ["12:9: \":\" is missing here: row OUT: digits"]),
            ("row OUT: digits", "rwo OUT: digits", ["12:1: no line begins with rwo; did you mean row?"]),
            ("row OUT: digits", "row : digits", ["12:5: the row's name is missing here"]),
            ("row OUT: digits", "row OUT: digits, aligned rigth", ["12:26: a row is aligned left or aligned right"]),
            ("row INP1: digits = A", "row INP1: digits = C", ["9:20: there is no input C; did you mean A?"]),
            ("input A, B: number", "input A, B: nubmer", ["4:13: an input is a number, a binary"]),
            ("pointer INP1, INP2", "pointer INP1; INP2", ["16:13: ; means nothing here"]),
            ("pointer INP1, INP2", "pointer INPT1, INP2", ["16:9: there is no row INPT1; did you mean INP1?"]),
            ("see INP1, INP2", "see INP1 INP2", ["17:10: a comma is missing here"]),
            ("see INP1, INP2", "see INP1, INPUT2", ["17:11: nothing is called INPUT2 here"]),
            ("let rest = INP1", "let rest = (INP1", ["26:35: \")\" is missing here"]),
            ("program SUB1 \"", "program SUB1: \"", ["25:13: \":\" cannot stand here"]),
            ("program SUB1 \"", "progam SUB1 \"", ["25:1: no line begins with progam; a program begins: program NAME"]),
            ("program SUB1 \"", "program 1SUB \"", ["25:9: the program's name is missing here"]),
        ] as [(String, String, [String])])
    func consequences(line: String, other: String, expected: [String]) {
        let found = problems(Self.subtract.replacing(line, with: other)).filter { $0.hasPrefix("my.task:") }
        let isAsExpected =
            found.count == expected.count && zip(found, expected).allSatisfy { $0.hasPrefix("my.task:\($1)") }
        #expect(isAsExpected, "\(found)")
    }

    @Test(
        "of one line all mistakes are told that do not follow from each other",
        arguments: [
            (
                "write OUT rest mod 10", "write OTU rset mod 10",
                ["27:9: there is no pointer OTU", "27:13: nothing is called rset"]
            ),
            (
                "write OUT rest mod 10", "OUT = rest % 10",
                ["27:3: a symbol is written by: write OUT VALUE", "27:14: % means nothing here"]
            ),
            (
                "if rest < 0\n", "if rset < 0 || INP3 > 2:\n",
                [
                    "28:6: nothing is called rset", "28:15: | means nothing here; it is written or",
                    "28:18: nothing is called INP3", "28:26: \":\" cannot stand here",
                ]
            ),
            (
                "row OUT: digits", "row OUT digts = Q, aligned up, never blanc",
                [
                    "12:9: \":\" is missing", "12:17: there is no input Q", "12:28: a row is aligned left",
                    "12:38: \"blank\" is missing",
                ]
            ),
            (
                "see INP1, INP2, BORROW", "see INP1, INP9, BORROW at edge",
                ["17:11: nothing is called INP9", "17:27: \"start\" or \"end\""]
            ),
            (
                "check A - B", "check C - D",
                ["7:7: check knows the inputs alone", "7:11: check knows the inputs alone"]
            ),
            (
                "say \"{rest} is less", "say \"{rst} of {INP7} is less",
                ["29:39: between { and }: nothing is called rst", "29:39: between { and }: nothing is called INP7"]
            ),
            ("  BORROW1  ", "  BOROW1(X, 1)  ", ["29:5: there is no program BOROW1", "29:12: nothing is called X"]),
            ("  move BORROW left", "\tmove BOROW left", ["32:1: a tab", "32:7: there is no pointer BOROW"]),
        ] as [(String, String, [String])])
    func severalInOneLine(line: String, other: String, expected: [String]) {
        let found = problems(Self.subtract.replacing(line, with: other, maxReplacements: 1))
            .filter { $0.hasPrefix("my.task:") }
        let isAsExpected =
            found.count == expected.count && zip(found, expected).allSatisfy { $0.hasPrefix("my.task:\($1)") }
        #expect(isAsExpected, "\(found)")
    }

    @Test("tabs are told once")
    func tabs() {
        let text = Self.subtract.replacing("\n  move", with: "\n\tmove")
        #expect(
            problems(text).filter { $0.hasPrefix("my.task:") } == [
                "my.task:32:1: a tab stands here, and in 5 more lines; indent with spaces, two for each level"
            ])
    }

    @Test("an else belongs to an if that cannot be read, and what is called below is called")
    func unreadableIf() {
        let text = Self.subtract.replacing("  if rest < 0\n", with: "  if rest <\n")
            .replacing("program BORROW1", with: "  else\n    return\n\nprogram BORROW1")
        let found = problems(text).filter { $0.hasPrefix("my.task:") }
        #expect(found == ["my.task:28:12: a value is missing here: a name, a number, blank, or (...)"])
    }

    @Test("recursion without an end, a wrong check and an endless loop are found by running")
    func examination() throws {
        func first(_ line: String, _ other: String) throws -> String? {
            let text = Self.subtract.replacing(line, with: other, maxReplacements: 1)
            return TaskExamination(try task(text), count: 100, seed: 1)?.findings.first?.text
        }
        #expect(try first("  move OUT left", "  move OUT left\n  LSHIFT") == "LSHIFT calls itself without end")
        #expect(
            try first("  move BORROW right", "  SUB1")?.hasSuffix("call each other without end") == true)
        #expect(try first("check A - B", "check A + B") == "the programs give 0, check says 10")
        #expect(
            try first("example 91 17", "example 17 91")?.hasPrefix(
                "the line example does not fit: subtract needs A >= B") == true)
        #expect(try first("write OUT rest mod 10", "write OUT rest + 10") == "line 27 gives 10, but OUT holds 0 to 9")
        #expect(
            try first("  move INP1 left", "  move INP1 right")
                == "the programs have not halted after 1,000,000 events: the loop of line 21 goes on")
        #expect(
            try first("require A >= B\n", "")
                == "check has no value here, being less than 0 or divided by 0; a line such as require A >= B leaves such inputs out"
        )
        #expect(
            try first("view columns", "view columns\nevents at most 5 * longest")?
                .hasSuffix(" events, but the line events says at most 5; without that line they are counted") == true)
    }

    @Test("a difference is worked out in what is said")
    func workedDifference() throws {
        let text = Self.subtract.replacing("- BORROW", with: "- BORROW \"borrowed\"")
            .replacing("say \"{rest}: write", with: "say \"{worked rest}: write")
        let task = try task(text)
        let run = try ExpertRun(try Problem(task: task, input: ["91", "17"]))
        let said = run.sentences.map(\.text).filter { $0.contains(": write") }
        #expect(said == ["1 - 7 = -6: write 4", "9 - 1 - 1 borrowed = 7: write 7"])
    }

    @Test("a row that nothing reads is noted")
    func unread() throws {
        let text = Self.subtract.replacing("row OUT: digits", with: "row OUT: digits\nrow NOTES: digits")
            .replacing("OUT at right", with: "OUT, NOTES at right")
            .replacing("  move OUT left", with: "  move OUT left\n  write NOTES 1")
        let examination = try #require(TaskExamination(try task(text), count: 100, seed: 1))
        #expect(
            examination.findings.map(\.text) == [
                "nothing reads the row NOTES: it is not seen, not copied, and not the output"
            ])
    }

    @Test("the largest numbers are divided without a trap, and down")
    func division() throws {
        // 2 to the 63rd less 1, and its negative less 1.
        let power = "1073741824 * 1073741824"
        let largest = "(\(power) * 7 + (\(power) - 1))"
        // What cannot be computed is a blank.
        for (value, written) in [
            ("\(largest) div 1 mod 10", "7"), ("(0 - \(largest) - 1) mod (0 - 1)", "0"), ("(0 - 7) div 2 + 4", "0"),
            ("(3 - 5) mod 10", "8"), ("(0 - \(largest) - 1) div (0 - 1)", ""), ("1 mod (0 - \(largest) - 1)", ""),
            ("7 div 0", ""),
        ] {
            let text = Self.subtract.replacing("write OUT rest mod 10", with: "write OUT \(value)")
            let task = try task(text)
            let problem = try Problem(task: task, input: ["9", "1"])
            let predictor = try #require(FilePredictor(task))
            var interpreter = try Interpreter(
                predictor, in: problem.makeWorld(), running: try predictor.library.require("SUB"))
            while interpreter.step() != nil {}
            #expect(problem.output(of: interpreter.world) == written, "\(value)")
        }
    }

    @Test("nothing in a file can grow without bound, crash or hang: mutated files are read or refused")
    func mutated() {
        var generator = SeededGenerator(seed: 3)
        let bytes = Array(Self.subtract.utf8)
        let pieces = [
            "until", "(", ")", "\"", "{", "}", " ", "\n  ", "let rest = rest", "99999999999", "of", "..", "é", "\u{1b}",
        ]
        for _ in 0..<3_000 {
            var mutated = bytes
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let place = Int.random(in: 0..<mutated.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: mutated.remove(at: place)
                case 1: mutated[place] = UInt8.random(in: 9...126, using: &generator)
                default: mutated.insert(contentsOf: (pieces.randomElement(using: &generator) ?? "").utf8, at: place)
                }
            }
            let text = String(decoding: mutated, as: UTF8.self)
            if let task = try? task(text) {
                _ = try? Problem(task: task, input: ["91", "17"])
            } else {
                #expect(problems(text).allSatisfy { !$0.contains("\u{1b}") })
            }
        }
    }

    @Test("5,000 lines are read in an instant, and nesting is bounded")
    func long() {
        let body = (0..<1_250).map { _ in "  move INP1 left\n  move INP2 left\n  move OUT left\n  move BORROW left\n" }
            .joined()
        let text = Self.subtract + "\n\nprogram LONG\n" + body
        #expect(problems(text).count > 0)
        let nested = Self.subtract.replacing(
            "if rest < 0", with: "if " + String(repeating: "(", count: 5_000) + "rest < 0")
        #expect(problems(nested).first?.contains("more than 1000 characters") == true)
    }
}
