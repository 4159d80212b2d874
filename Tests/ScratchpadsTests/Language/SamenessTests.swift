import NPIKit
import Scratchpads
import Support
import TestSupport
import Testing

@Suite("The task files do what the Swift tasks did")
struct SamenessTests {
    static func fileTask(_ name: String) throws -> TaskDefinition {
        try #require(TaskCatalog.task(named: name))
    }

    static let pairs: [(TaskDefinition, String)] = [(.addInSwift, "add"), (.sortInSwift, "sort"), (.maxInSwift, "max")]

    /// Every event with what was seen, decided and said, of the expert's own run.
    private func compare(_ old: TaskDefinition, _ new: TaskDefinition, _ input: [String]) throws {
        let (one, other) = (try Problem(task: old, input: input), try Problem(task: new, input: input))
        #expect(one.expectedOutput == other.expectedOutput)
        #expect(one.title(width: 30) == other.title(width: 30) && one.goal(width: 50) == other.goal(width: 50))
        let library = ProgramLibrary(for: [old])
        let experts = (try one.makeExpert(library), try other.makeExpert(library))
        var worlds = (one.makeWorld(), other.makeWorld())
        let spec = worlds.0.observationSpec
        var seen = (Observation(for: spec), Observation(for: spec))
        var frames: [(program: ProgramID, step: Int, place: Int)] = [(try library.require(one.program), 0, 0)]
        var count = 0
        while let top = frames.last {
            count += 1
            worlds.0.observe(into: &seen.0)
            worlds.1.observe(into: &seen.1)
            let decisions = (
                experts.0.decide(program: top.program, arguments: .none, step: top.step, in: worlds.0),
                experts.1.decide(program: top.program, arguments: .none, step: top.place, in: worlds.1)
            )
            let said = (
                experts.0.narrate(decisions.0, program: top.program, arguments: .none, step: top.step, in: worlds.0),
                experts.1.narrate(decisions.1, program: top.program, arguments: .none, step: top.place, in: worlds.1)
            )
            guard seen.0 == seen.1, decisions.0 == decisions.1, said.0.text == said.1.text else {
                Issue.record("\(input) event \(count): \(decisions) \(said.0.text) | \(said.1.text)")
                return
            }
            let place = experts.1.step(after: top.place, program: top.program, arguments: .none, in: worlds.1)
            frames[frames.count - 1] = (top.program, top.step + 1, place)
            switch decisions.0 {
            case .call(let callee, _): frames.append((callee, 0, 0))
            case .act(let arguments):
                #expect(worlds.0.actionName(arguments) == worlds.1.actionName(arguments))
                let effects = (worlds.0.perform(arguments), worlds.1.perform(arguments))
                #expect(effects.0.isNone == effects.1.isNone)
                #expect(worlds.0.mark(of: arguments, effects.0) == worlds.1.mark(of: arguments, effects.1))
            case .end: frames.removeLast()
            }
        }
        #expect(one.output(of: worlds.0) == other.output(of: worlds.1))
        #expect(worlds.0.textLines == worlds.1.textLines)
        #expect(count <= other.expertEventBound)
    }

    @Test("the encodings are the same: fields, cells, actions and programs", arguments: pairs.map(\.1))
    func encodings(name: String) throws {
        let old = try #require(Self.pairs.first { $0.1 == name }).0
        let new = try Self.fileTask(name)
        #expect(old.observationSpec == new.observationSpec)
        #expect(old.programNames == new.programNames)
        #expect(old.summary == new.summary && old.inputSyntax == new.inputSyntax)
        for program in old.programNames { #expect(old.purpose(of: program) == new.purpose(of: program)) }
        #expect(old.exampleInput == new.exampleInput)
        let worlds = (
            try Problem(task: old, input: old.exampleInput).makeWorld(),
            try Problem(task: new, input: new.exampleInput).makeWorld()
        )
        #expect(worlds.0.cells == worlds.1.cells)
        #expect(worlds.0.actions.map(\.name) == worlds.1.actions.map(\.name))
        #expect(worlds.0.actions.map(\.arguments) == worlds.1.actions.map(\.arguments))
        #expect(worlds.0.drawing == worlds.1.drawing)
    }

    @Test("all small problems go the same way", arguments: pairs.map(\.1))
    func small(name: String) throws {
        let old = try #require(Self.pairs.first { $0.1 == name }).0
        let new = try Self.fileTask(name)
        if name == "add" {
            for one in 0..<40 { for other in 0..<40 { try compare(old, new, ["\(one)", "\(other)"]) } }
        } else {
            for number in 0..<1_000 { try compare(old, new, String(number).map { String($0) }) }
        }
    }

    @Test("10,000 random problems go the same way", arguments: pairs.map(\.1))
    func random(name: String) throws {
        let old = try #require(Self.pairs.first { $0.1 == name }).0
        let new = try Self.fileTask(name)
        var generator = SeededGenerator(seed: 14)
        let count = name == "add" ? 6_000 : 2_000
        let known = try #require(TaskCatalog.task(named: name))
        for _ in 0..<count {
            let length = Int.random(in: 1...(name == "add" ? 24 : 12), using: &generator)
            try compare(old, new, known.randomProblem(length: length, using: &generator).input)
        }
    }
}
