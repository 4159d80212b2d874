import NPIKit
import Proof
import Scratchpads
import TestSupport
import Testing

@Suite("What frames can see is counted from the text alone")
struct CountTests {
    private func counts(_ name: String) throws -> [String: Int] {
        let task = try #require(TaskCatalog.task(named: name))
        let calls = try TaskProof(task, nil).calls.filter { $0.unbounded == nil }
        return Dictionary(calls.map { ($0.program, $0.sequences) }, uniquingKeysWith: +)
    }

    @Test("recursive addition: as running it on all small inputs has shown")
    func addition() throws {
        #expect(try counts("add-recursive") == ["ADD": 24_642, "ADD1": 241, "CARRY": 102, "LSHIFT": 24_641])
    }

    @Test("addition with a loop: the programs that it calls, as before; the loop itself has no end")
    func additionWithALoop() throws {
        #expect(try counts("add") == ["ADD1": 241, "CARRY": 102, "LSHIFT": 24_641])
        let proof = try TaskProof(.add, nil)
        let top = try #require(proof.calls.first { $0.program == "ADD" })
        let line =
            try #require(
                TaskDefinition.add.source?.text.split(separator: "\n", omittingEmptySubsequences: false)
                    .firstIndex { $0.contains("until") }) + 1
        #expect(top.unbounded == .loop(line: line) && !proof.isProven)
    }

    @Test("recursive sorting: what does not compare values that are far apart is exact")
    func sorting() throws {
        let counts = try counts("sort-recursive")
        let exact = ["BUBBLE": 395, "BSTEP": 6_270, "COMPSWAP": 200, "RSHIFT": 1_210, "LSHIFT": 310]
        #expect(counts.filter { exact[$0.key] != nil } == exact)
        // 800 and 1,560 can come up: that the largest value has gone to the end is not known.
        #expect(counts["BUBBLESORT"] == 6_080 && counts["RESET"] == 1_725)
    }
}
