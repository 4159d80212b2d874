package import NPIKit
package import Scratchpads
import Support

/// Looks for short problems in which frames see what a network decides wrongly.
///
/// A sequence that no problem shows may be one that cannot come up: the enumeration takes in a little more than can happen.
package struct CounterexampleSearch {
    /// What is looked for, by the call and by what its frames see.
    private struct Branch {
        var next: [[UInt8]: Int] = [:]
        var counterexample: Counterexample?
    }

    private struct Frame {
        var call: Call
        var place = 0
        /// The branch that it has come to; nil where it sees nothing that is looked for.
        var branch: Int?
    }

    private let task: TaskDefinition
    private let structure: TaskStructure
    private var branches: [Branch] = []
    private var roots: [Call: Int] = [:]
    /// The shortest problem for each.
    package private(set) var found: [Counterexample: FoundCounterexample] = [:]

    /// For `counterexamples` of `task`.
    ///
    /// - Throws: ``NPIKit/ProgramLibraryError`` if `library` lacks a program, ``ProofError`` for a task without a file.
    package init(
        _ counterexamples: [Counterexample], of task: TaskDefinition, _ library: ProgramLibrary
    ) throws {
        self.task = task
        structure = try TaskStructure.proving(task, library)
        for counterexample in counterexamples {
            var branch = roots[counterexample.call] ?? add()
            roots[counterexample.call] = branch
            for seen in counterexample.seen {
                let next = branches[branch].next[seen] ?? add()
                branches[branch].next[seen] = next
                branch = next
            }
            branches[branch].counterexample = counterexample
        }
    }

    private mutating func add() -> Int {
        branches.append(Branch())
        return branches.count - 1
    }

    /// Draws problems, short ones first, until `events` events have been gone through or everything has been found.
    package mutating func run(events: Int, seed: UInt64 = 1) {
        let wanted = branches.count { $0.counterexample != nil }
        var generator = SeededGenerator(seed: seed)
        var rest = events
        var length = 1
        while rest > 0, found.count < wanted, length <= 8 {
            // Short inputs are few, longer ones many.
            var share = min(rest, events / 8 + 1)
            while share > 0, found.count < wanted {
                let input = structure.anyInput(length: length, using: &generator)
                guard let problem = try? Problem(task: task, input: input) else {
                    share -= 1
                    rest -= 1
                    continue
                }
                let used = look(at: problem, limit: share)
                share -= used
                rest -= used
            }
            length += 1
        }
    }

    /// Goes through the events of a problem. Returns how many there were.
    private mutating func look(at problem: Problem, limit: Int) -> Int {
        var world = problem.makeWorld()
        var observation = Observation(for: task.observationSpec)
        var frames = [frame(Call(program: structure.top, arguments: .none))]
        var event = 0
        while let top = frames.indices.last, event < limit {
            event += 1
            world.observe(into: &observation)
            let seen = observation.categories
            frames[top].branch = frames[top].branch.flatMap { branches[$0].next[seen] }
            if let branch = frames[top].branch, let counterexample = branches[branch].counterexample {
                note(counterexample, problem.input, event)
            }
            let next = structure.next(
                frames[top].call.program, frames[top].call.arguments, place: frames[top].place, seeing: seen)
            frames[top].place = next.place
            switch next.decision {
            case .end: frames.removeLast()
            case .act(let arguments): _ = world.perform(arguments)
            case .call(let program, let arguments):
                frames.append(frame(Call(program: program, arguments: arguments)))
            }
        }
        return event
    }

    private func frame(_ call: Call) -> Frame { Frame(call: call, branch: roots[call]) }

    private mutating func note(_ counterexample: Counterexample, _ input: [String], _ event: Int) {
        if let known = found[counterexample], known.event <= event { return }
        found[counterexample] = FoundCounterexample(counterexample: counterexample, input: input, event: event)
    }
}
