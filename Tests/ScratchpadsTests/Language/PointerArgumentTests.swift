import NPIKit
import Scratchpads
import Support
import Testing

@Suite("Arguments that are pointers, invariants and countdowns in task files")
struct PointerArgumentTests {
    static let hanoi = """
        task hanoi
        input N: count of 1..3 at most 9
        check countdown N
        always A is falling and B is falling and C is falling

        row A: symbols "123456789" = countdown N
        row B: symbols "123456789"
        row C: symbols "123456789"
        width: N + 1
        output C as list
        pointer A at right
        pointer B, C at left
        counter LEVEL to N - 1
        see LEVEL at end

        program TOWER
          HANOI(A, B, C)

        program HANOI(pointer FROM, pointer BY, pointer TO)
          if LEVEL at end
            DISK(FROM, TO)
            return
          move LEVEL right
          HANOI(FROM, TO, BY)
          move LEVEL left
          DISK(FROM, TO)
          move LEVEL right
          HANOI(BY, FROM, TO)
          move LEVEL left

        program DISK(pointer FROM, pointer TO)
          move FROM left
          copy FROM to TO                 say "from {FROM} to {TO}, which has {left of TO}"
          write FROM blank
          move TO right
        """

    private func task(_ text: String) throws -> TaskDefinition {
        try TaskDefinition(TaskSource(file: "my.task", text: text))
    }

    private func finding(changing line: String, to other: String) throws -> String? {
        let text = Self.hanoi.replacing(line, with: other, maxReplacements: 1)
        #expect(text != Self.hanoi)
        return TaskExamination(try task(text), count: 50, seed: 1)?.findings.first(where: \.isError)?.text
    }

    private func problem(changing line: String, to other: String) -> String {
        let text = Self.hanoi.replacing(line, with: other, maxReplacements: 1)
        #expect(text != Self.hanoi)
        do {
            _ = try task(text)
            return "none"
        } catch {
            return (error as? TaskFileError)?.description.split(separator: "\n").first.map(String.init) ?? ""
        }
    }

    private func run(_ input: String) throws -> (moves: Int, output: String, names: [String]) {
        let problem = try Problem(task: try task(Self.hanoi), input: [input])
        let predictor = try #require(FilePredictor(problem.task))
        var interpreter = try Interpreter(
            predictor, in: problem.makeWorld(), running: try predictor.library.require(problem.program))
        var names: [String] = []
        while let event = interpreter.step() {
            if case .act(let arguments, _) = event, let action = interpreter.world.action(arguments) {
                names.append(action.name)
            }
        }
        return (names.count { $0.hasPrefix("COPY") }, problem.output(of: interpreter.world), names)
    }

    @Test("the tower of Hanoi takes 2^n - 1 moves, and the pointers that are named make them")
    func hanoi() throws {
        for disks in 1...9 {
            let run = try run("\(disks)")
            #expect(run.moves == (1 << disks) - 1)
            #expect(run.output == (1...disks).reversed().map { "\($0)" }.joined(separator: " "))
        }
        #expect(try run("2").names.filter { $0.hasPrefix("COPY") } == ["COPY A TO B", "COPY A TO C", "COPY B TO C"])
        let examination = try #require(TaskExamination(try task(Self.hanoi), count: 200, seed: 1))
        #expect(examination.findings == [])
    }

    @Test("problems are never drawn longer than the file allows")
    func limits() throws {
        let task = try task(Self.hanoi.replacing("1..3 at most 9", with: "1..3 at most 4"))
        #expect(task.lengthLimit == 4 && task.trainingLengths == 1...3)
        #expect(task.validationParts.full.map(\.length) == [1, 2, 3, 4])
        var generator = SeededGenerator(seed: 1)
        #expect(task.randomProblem(length: 30, using: &generator).input == ["4"])
        let number = try TaskDefinition(
            TaskSource(
                file: "s.task", text: TaskFileTests.subtract.replacing("20 digits", with: "20 digits at most 40")))
        #expect(number.validationParts.training.map(\.length) == [1, 10, 20, 40])
    }

    @Test("what always has to hold is looked at after every step")
    func invariant() throws {
        let broken = try finding(changing: "  HANOI(FROM, TO, BY)", to: "  HANOI(FROM, BY, TO)")
        #expect(broken?.hasPrefix("A is falling and B is falling and C is falling does not hold after ") == true)
        #expect(try finding(changing: "check countdown N", to: "check N")?.contains("check says") == true)
    }

    @Test("what cannot be said of pointers as arguments is told, with what would be right")
    func mistakes() {
        #expect(
            problem(changing: "  write FROM blank", to: "  write FROM TO").hasSuffix(
                "TO stands for the pointer that the caller names: it can be moved, written at, swapped, copied and passed on, but not asked for"
            ))
        #expect(problem(changing: "  HANOI(A, B, C)", to: "  HANOI(A, B, LEVEL)").contains("LEVEL is a counter"))
        #expect(problem(changing: "  HANOI(A, B, C)", to: "  HANOI(A, B, 3)").contains("a pointer's name belongs here"))
        #expect(problem(changing: "  HANOI(A, B, C)", to: "  HANOI(A, B, D)").contains("there is no pointer D"))
        #expect(
            problem(changing: "row B: symbols \"123456789\"", to: "row B: digits").contains(
                "stand on rows with different symbols; one argument cannot stand for both"))
        #expect(
            problem(changing: "DISK(pointer FROM, pointer TO)", to: "DISK(pointer FROM, pointer A)").contains(
                "A is a pointer itself; choose another name"))
        #expect(problem(changing: "= countdown N", to: "= countdown M").contains("there is no input M that is a count"))
        #expect(problem(changing: "at most 9", to: "at most 12").contains("N can be 12, but this row has 9 symbols"))
        #expect(problem(changing: "always A is falling", to: "always A is fallin").contains("blank, sorted or falling"))
    }

    @Test("a network that hands on the number of no pointer does nothing, and is told what the text says")
    func foreignArguments() throws {
        let problem = try Problem(task: try task(Self.hanoi), input: ["2"])
        let library = ProgramLibrary(for: [problem.task])
        let expert = try problem.makeExpert(library)
        var world = problem.makeWorld()
        let before = world
        let disk = try library.require("DISK")
        for step in 0...5 {
            let arguments = Arguments(9, 8, 7)
            let decision = expert.decide(program: disk, arguments: arguments, step: step, in: world)
            if case .act(let action) = decision { #expect(world.perform(action) == .none) }
            let narration = expert.narrate(decision, program: disk, arguments: arguments, step: step, in: world)
            #expect(!narration.text.isEmpty)
        }
        #expect(world == before)
    }

    @Test("mutated files are read or refused, and what is read runs or is stopped")
    func mutated() {
        var generator = SeededGenerator(seed: 9)
        let bytes = Array(Self.hanoi.utf8)
        let pieces = [
            "pointer ", "FROM", "TO, TO", "countdown N", " is falling", "always LEVEL at end", "999", "N", ",",
        ]
        for _ in 0..<2_000 {
            var mutated = bytes
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let place = Int.random(in: 0..<mutated.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: mutated.remove(at: place)
                case 1: mutated[place] = UInt8.random(in: 32...126, using: &generator)
                default: mutated.insert(contentsOf: (pieces.randomElement(using: &generator) ?? "").utf8, at: place)
                }
            }
            guard let task = try? task(String(decoding: mutated, as: UTF8.self)) else { continue }
            let world = try? task.task.makeWorld(["2"])
            #expect(world != nil || (try? Problem(task: task, input: ["2"])) == nil)
        }
    }

    @Test("rows of different widths that end at the same side count their places from there")
    func places() throws {
        let text = """
            task meet
            input A: number of 1..5 digits
            check A
            row LONG: digits = A, aligned right, width length + 3
            row SHORT: digits, aligned right, width length
            output LONG as number
            pointer LONG, SHORT at right
            see place of LONG == place of SHORT
            program GO
              if place of LONG == place of SHORT
                move LONG left
              until place of LONG == place of SHORT
                move LONG right
            """
        let examination = try #require(TaskExamination(try task(text), count: 20, seed: 1))
        #expect(examination.findings.filter(\.isError) == [])
    }
}
