import Assets
import Debugger
import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("The network's states over time")
struct StatesTests {
    private let network: Network

    init() throws {
        network = try ModelFile.read(try Assets.path(of: Assets.defaultModel)).network
    }

    private func session(_ task: TaskDefinition, _ input: [String]) throws -> Session {
        var session = try Session(Problem(task: task, input: input), predictor: CachedPredictor(network))
        session.extend(events: .max)
        return session
    }

    /// The hidden state of the upper layer after each event, as the run itself had it.
    private func hiddenStates(_ session: Session) throws -> [Int: [Float]] {
        var states: [Int: [Float]] = [:]
        var path = try ForcedPath(session, predictor: NetworkPredictor(network))
        while path.advance() { states[path.number] = CoreState(path.state).layers.last.map { Array($0.hidden) } }
        return states
    }

    @Test("the states around a step are those that the run had there, wherever one comes from")
    func window() throws {
        var session = try session(.add, ["96", "125"])
        let expected = try hiddenStates(session)
        var window = StateWindow()
        for position in [17, 18, 3, 38, 39, 20, 1] {
            session.perform(.go(to: position))
            window.refresh(in: session, wantsGates: false, isAlone: false)
            while window.isFinding { window.advance(budget: 7, in: session) }
            let event = min(position + 1, session.log.count)
            #expect(window.present == event)
            #expect(window.states.count == session.log.count - 1)
            for (event, state) in window.states { #expect(state.hidden == expected[event]) }
        }
    }

    @Test("a window on a long run keeps the steps near the position and no others")
    func bounded() throws {
        let digits = String(repeating: "97", count: 60)
        var session = try session(.add, [digits, "5" + digits])
        let expected = try hiddenStates(session)
        var window = StateWindow()
        for position in [900, 901, 400] {
            session.perform(.go(to: position))
            window.refresh(in: session, wantsGates: false, isAlone: false)
            while window.isFinding { window.advance(budget: 64, in: session) }
            let range = position + 1 - StateWindow.before...position + 1 + StateWindow.after
            #expect(Set(window.states.keys) == Set(range))
            for (event, state) in window.states { #expect(state.hidden == expected[event]) }
        }
    }

    @Test("the gates make the state: h' = o tanh(f c + i g), and each is between 0 and 1")
    func gates() throws {
        var session = try session(.add, ["96", "125"])
        session.perform(.go(to: 17))
        var window = StateWindow()
        window.refresh(in: session, wantsGates: true, isAlone: true)
        while window.isFinding { window.advance(budget: 64, in: session) }
        let state = try #require(window.states[18])
        let gates = try #require(state.gates)
        var search = try #require(session.findInsight())
        var insight: Insight?
        while insight == nil { insight = search.advance(budget: 64, in: session) }
        let cell = try #require(insight.flatMap { CoreState($0.after).layers.last?.cell })
        for (unit, hidden) in state.hidden.enumerated() {
            for gate in [gates.input[unit], gates.forget[unit], gates.output[unit]] { #expect((0...1).contains(gate)) }
            // |h'| is never more than o lets through.
            #expect(abs(hidden) <= gates.output[unit] + 1e-5)
        }
        #expect(cell.count == gates.output.count)
    }

    @Test("of a short run all steps are looked at, and the plane stays the same however one moves")
    func sample() throws {
        var session = try session(.sort, ["9", "2", "5"])
        let expected = try hiddenStates(session)
        var sample = StateSample(session)
        while !sample.isDone { sample.advance(budget: 50, in: session) }
        #expect(sample.isOfAll && sample.states.map(\.event) == Array(2...session.log.count))
        for state in sample.states { #expect(state.hidden == expected[state.event]) }
        session.perform(.go(to: 40))
        #expect(sample.isCurrent(in: session))
        let share = try #require(sample.plane?.share)
        #expect(share > 0.2 && share <= 1)
    }

    @Test("of a long run a bounded number of steps is looked at, spread over all of it, always the same ones")
    func boundedSample() throws {
        let digits = String(repeating: "97", count: 100)
        let session = try session(.add, [digits, "5" + digits])
        let expected = try hiddenStates(session)
        #expect(session.log.count > 2 * StateSample.limit)
        var samples = [StateSample(session), StateSample(session)]
        for index in samples.indices {
            while !samples[index].isDone { samples[index].advance(budget: index == 0 ? 9 : 1_000, in: session) }
        }
        let events = samples[0].states.map(\.event)
        #expect(events == samples[1].states.map(\.event))
        #expect(events.count == StateSample.limit && !samples[0].isOfAll)
        for eighth in 0..<8 {
            let part = session.log.count * eighth / 8..<session.log.count * (eighth + 1) / 8
            #expect(events.count { part.contains($0) } >= StateSample.limit / 10)
        }
        for state in samples[0].states { #expect(state.hidden == expected[state.event]) }
    }

    @Test("the step most like a call of CARRY is another call of CARRY, and it says among how many it was sought")
    func alike() throws {
        let session = try session(.add, ["96", "125"])
        var sample = StateSample(session)
        while !sample.isDone { sample.advance(budget: 50, in: session) }
        let state = try #require(sample.states.first { $0.event == 18 })
        let alike = AlikeSteps(to: state, in: sample, session)
        #expect(session.name(of: session.log[18]) == "CARRY")
        let first = try #require(alike.matches.first)
        #expect(session.name(of: session.log[first.event]) == "CARRY")
        #expect(first.distance > 0)
        #expect(alike.matches.map(\.distance) == alike.matches.map(\.distance).sorted())
        #expect(!alike.matches.contains { $0.event == 18 })
        #expect(alike.isOfAll && alike.sampleCount == 38)
        #expect(alike.match(at: first.event - 1)?.rank == 1)
    }

    @Test("a replay with a network beside it shows the states of the recorded run")
    func replay() throws {
        let live = try session(.add, ["96", "125"])
        var replay = try Session(replaying: try Recording(bytes: live.recorded()))
        try replay.look(with: NetworkPredictor(network))
        var (own, seen) = (StateSample(live), StateSample(replay))
        while !own.isDone { own.advance(budget: 50, in: live) }
        while !seen.isDone { seen.advance(budget: 50, in: replay) }
        #expect(own.states == seen.states)
    }

    @Test("after a change the states are those of the new branch")
    func branch() throws {
        var session = try session(.add, ["96", "125"])
        let sample = StateSample(session)
        var window = StateWindow()
        session.perform(.go(to: 2))
        window.refresh(in: session, wantsGates: false, isAlone: false)
        while window.isFinding { window.advance(budget: 64, in: session) }
        let change = try CellChange("inp1 1", in: session.world)
        try session.edit(change)
        session.extend(events: .max)
        #expect(!sample.isCurrent(in: session))
        window.refresh(in: session, wantsGates: false, isAlone: false)
        while window.isFinding { window.advance(budget: 64, in: session) }
        let insight = try #require(window.states[3])
        #expect(session.name(of: session.log[3]) == "WRITE OUT 6")
        #expect(session.library[insight.program] == "ADD1")
    }
}
