import Assets
import NPIKit
import Proof
import Scratchpads
import Testing

/// Tasks made to break what a proof rests on: they are refused, or the proof does not depend on it.
@Suite("What a proof rests on cannot be broken unnoticed")
struct AssumptionTests {
    /// The text of a shipped task with `old` in it exchanged for `new`.
    private func text(_ name: String, _ old: String, _ new: String) throws -> String {
        let text = try #require(ShippedTasks.text(of: name))
        #expect(text.contains(old), "\(name) has no \(old)")
        return text.replacing(old, with: new)
    }

    private func task(_ name: String, _ old: String, _ new: String) throws -> TaskDefinition {
        try TaskDefinition(TaskSource(task: name, text: text(name, old, new)))
    }

    private func proof(_ task: TaskDefinition) throws -> TaskProof { try TaskProof(task, nil) }

    @Test(
        "programs that decide by what is not seen are refused when the file is read",
        arguments: [
            ("reverse-recursive", "  if FROM at start\n", "  if TO at start\n"),
            ("reverse-recursive", "  if FROM at start\n", "  if FROM at end\n"),
            ("increment-recursive", "see BIT\n", "see BIT at start\n"),
        ])
    func unseen(name: String, old: String, new: String) throws {
        #expect(throws: (any Error).self) { try task(name, old, new) }
    }

    @Test(
        "a frame that sees without end is never proven, and its line is named",
        arguments: [
            // A call of itself exchanged for a loop.
            (
                "increment-recursive",
                """
                  if BIT == 1
                    CLEAR                                say "1 + 1 is 10: write 0, carry 1"
                    INCREMENT                            say "add the carried 1 to the bits on the left"
                    return
                """,
                """
                  while BIT == 1
                    CLEAR
                """, 18
            ),
            (
                "reverse-recursive",
                """
                  if FROM at start
                    return                               say "{FROM} was the first value: done"
                  NEXT
                  REVERSE                                say "copy the rest in the same way"
                """,
                """
                  until FROM at start
                    NEXT
                    copy FROM to TO
                """, 20
            ),
        ])
    func loops(name: String, old: String, new: String, line: Int) throws {
        let proof = try proof(try task(name, old, new))
        #expect(!proof.isProven)
        #expect(proof.calls.compactMap(\.unbounded) == [.loop(line: line)])
    }

    @Test(
        "programs that do not do what check says are no matter of the proof, and npi check refuses them",
        arguments: [
            ("increment-recursive", "  write BIT 1 ", "  write BIT 0 "),
            ("reverse-recursive", "  move TO right", "  move TO left"),
        ])
    func wrongPrograms(name: String, old: String, new: String) throws {
        let task = try task(name, old, new)
        #expect(try proof(task).isProven)
        let examination = try #require(TaskExamination(task, count: 100, seed: 1))
        #expect(examination.findings.contains { $0.isError })
    }

    @Test(
        "the lengths that a file allows change nothing: longer inputs are proven too",
        arguments: [
            ("reverse-recursive", "1..20 digits", "1..2 digits"),
            ("increment-recursive", "binary of 1..20 digits", "binary of 1..2 digits"),
            ("add-recursive", "1..20 digits", "1..2 digits"),
        ])
    func lengths(name: String, old: String, new: String) throws {
        let short = try proof(try task(name, old, new))
        let long = try proof(try task(name, old, old))
        #expect(short.calls == long.calls && short.situations == long.situations)
    }

    @Test("what the line require refuses is counted all the same", arguments: ["subtract-recursive"])
    func requirements(name: String) throws {
        let text = try #require(ShippedTasks.text(of: name))
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("require") })
        let free = try task(name, "\(line)\n", "")
        #expect(try proof(free).calls == (try proof(try task(name, "\(line)\n", "\(line)\n"))).calls)
    }
}
