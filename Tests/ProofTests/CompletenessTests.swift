import NPIKit
import Proof
import Scratchpads
import Support
import TestSupport
import Testing

@Suite("Nothing that a frame sees is missing from what is counted")
struct CompletenessTests {
    static let tasks = [
        "add-recursive", "add", "sort-recursive", "sort", "max-recursive", "max", "balanced-recursive",
        "compare-recursive", "compare", "increment-recursive", "increment", "multiply-recursive", "multiply",
        "palindrome-recursive", "palindrome", "reverse-recursive", "reverse", "subtract-recursive", "subtract",
    ]

    @Test("on problems of many lengths, each frame sees a sequence that was counted", arguments: tasks)
    func complete(name: String) throws {
        let task = try #require(TaskCatalog.task(named: name))
        #expect(try missing(task, seed: task.seed, lengths: (0..<600).map { $0 % 40 == 0 ? 24 : 1 + $0 % 6 }) == [])
    }

    @Test("in another task of the language, with rows of its own width, both directions and copies")
    func ownTask() throws {
        let task = try TaskDefinition(TaskSource(task: "ring", text: Self.ring))
        #expect(try TaskSequences(task, ProgramLibrary(for: [task])).boundedCalls.count == 4)
        #expect(try missing(task, seed: 3, lengths: (0..<400).map { 1 + $0 % 9 }) == [])
    }

    /// What frames of bounded calls see in problems of these lengths, and was not counted.
    private func missing(_ task: TaskDefinition, seed: UInt64, lengths: [Int]) throws -> Set<FrameTrace> {
        let library = ProgramLibrary(for: [task])
        let sequences = try TaskSequences(task, library)
        let bounded = Set(sequences.boundedCalls)
        var generator = SeededGenerator(seed: seed)
        var seen: Set<FrameTrace> = []
        for length in lengths {
            let problem = task.randomProblem(length: length, using: &generator)
            let frames = try Demonstration(
                of: library.require(problem.program), in: problem.makeWorld(), by: problem.makeExpert(library)
            ).frames
            for frame in frames where bounded.contains(Call(frame)) { seen.insert(frame) }
        }
        #expect(!seen.isEmpty)
        for call in bounded { sequences.forEach(of: call) { seen.remove($0) } }
        return seen
    }

    private static let ring = """
        task ring
        about "copy a word in front of itself, and count in bits"
        input W: word of 1..6 "a word of a, b and c"
        check reversed W
        row IN: symbols "abc" = W
        row BACK: symbols "abc"
        row MARK: bits
        width: length + 3
        output BACK as word
        pointer IN, BACK, MARK at left
        see IN, BACK, MARK
        view tape

        program RING "to the end of the word, and back"
          GO
          TURN

        program GO "to the first blank"
          if IN is blank
            return
          move IN right
          write MARK 1
          move MARK right
          GO

        program TURN "back, copying"
          move IN left
          TAKE
          if MARK is blank
            move MARK left
          if IN is blank
            return
          if MARK == 1
            write MARK blank
            TURN

        program TAKE "copies a symbol"
          copy IN to BACK
          move BACK right
        """
}

extension Call {
    fileprivate init(_ frame: FrameTrace) { self.init(program: frame.program, arguments: frame.arguments) }
}
