import NPIKit
import Scratchpads

/// A run of an expert with every step told, as a debugger would show it.
struct ExpertRun {
    /// One line a call, indented, as in the paper's printed traces.
    var lines: [String] = []
    /// The narration of each step, by program.
    var sentences: [(program: String, text: String)] = []
    /// How many calls there were, of programs and of ACT: the lines of a printed trace.
    var callCount = 1
    /// How many events there were: the first call, and one for each step.
    var eventCount = 1
    /// The environment at the end.
    var world: AnyScratchpad

    init(_ problem: Problem, narrated: Bool = true) throws {
        let library = ProgramLibrary(for: [problem.task])
        let expert = try problem.makeExpert(library)
        // A frame's step is its place in the program.
        var stack = [(program: try library.require(problem.program), step: 0)]
        world = problem.makeWorld()
        lines.append(problem.program)
        while let top = stack.last {
            let decision = expert.decide(program: top.program, arguments: .none, step: top.step, in: world)
            if narrated {
                let narration = expert.narrate(
                    decision, program: top.program, arguments: .none, step: top.step, in: world)
                sentences.append((library[top.program], narration.text))
                if decision != .end {
                    lines.append(
                        String(repeating: "  ", count: stack.count) + world.name(of: decision, in: library))
                }
            }
            eventCount += 1
            callCount += decision == .end ? 0 : 1
            stack[stack.count - 1].step = expert.step(
                after: top.step, program: top.program, arguments: .none, in: world)
            switch decision {
            case .call(let callee, _): stack.append((callee, 0))
            case .act(let arguments): _ = world.perform(arguments)
            case .end: stack.removeLast()
            }
        }
    }
}
