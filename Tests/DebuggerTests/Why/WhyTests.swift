import Assets
import Debugger
import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("Why the network does what it does")
struct WhyTests {
    private let network: Network

    init() throws {
        network = try ModelFile.read(try Assets.path(of: Assets.defaultModel)).network
    }

    private func session(_ task: TaskDefinition, _ input: [String], at step: Int) throws -> Session {
        var session = try Session(Problem(task: task, input: input), predictor: CachedPredictor(network))
        session.extend(events: .max)
        session.perform(.go(to: step))
        return session
    }

    private func cell(_ name: String, _ why: Why) throws -> SeenCell {
        try #require(why.cells.first { $0.name == name })
    }

    @Test("before ADD1 writes, another carry changes the digit that it writes")
    func carryMatters() throws {
        let session = try session(.add, ["96", "125"], at: 2)
        let why = try #require(session.why())
        let words = WhyWords(why, in: session.world, network.library)
        #expect(words.deed(why.decision) == "WRITE OUT 1")
        let carry = try cell("CARRY", why)
        #expect(carry.present.name == "blank" && carry.matters)
        let one = try #require(carry.options.first { $0.name == "1" })
        #expect(words.deed(one.decision) == "WRITE OUT 2")
        #expect(one.kept < 0.5 && one.probability > 0.5)
        let seven = try #require(try cell("INP1", why).options.first { $0.name == "7" })
        #expect(words.deed(seven.decision) == "WRITE OUT 2")
    }

    @Test("a call that is not made is told without arguments that its program does not have")
    func arguments() throws {
        let session = try session(.add, ["96", "125"], at: 2)
        let why = try #require(session.why())
        let words = WhyWords(why, in: session.world, network.library)
        let carry = try network.library.require("CARRY")
        #expect(words.deed(.call(carry, Arguments(3, 2, 0))) == "call CARRY")
    }

    @Test("once the digit is written, whether ADD1 carries goes by the digits and not by the carry")
    func carryDoesNotMatter() throws {
        let session = try session(.add, ["96", "125"], at: 3)
        let why = try #require(session.why())
        #expect(why.cells.map(\.name) == ["INP1", "INP2", "CARRY", "OUT"])
        #expect(try cell("INP1", why).matters)
        #expect(!(try cell("CARRY", why).matters))
        #expect(try cell("CARRY", why).leastKept > 0.9)
        let words = WhyWords(why, in: session.world, network.library)
        #expect(words.whatMatters.contains("CARRY does not"))
    }

    @Test("at a mistake what is right is told, and whether something else to be seen would bring it")
    func mistake() throws {
        let weights = try ModelFile.read(try Assets.path(of: "Weights/half-trained.safetensors")).network
        var session = try Session(Problem(task: .add, input: ["58", "67"]), predictor: CachedPredictor(weights))
        session.extend(events: .max)
        session.perform(.go(to: 16))
        let why = try #require(session.why())
        let words = WhyWords(why, in: session.world, weights.library)
        #expect(why.isMistake)
        #expect(words.deed(try #require(why.right)) == "WRITE OUT 2")
        #expect(words.correction.hasPrefix("Right is WRITE OUT 2 (0.18"))
        #expect(words.correction.hasSuffix("no single change of what is seen brings it."))
        #expect(why.cells.allSatisfy { $0.options.allSatisfy { $0.decision != why.right } })
        session.perform(.go(to: 2))
        let earlier = try #require(session.why())
        #expect(!earlier.isMistake && earlier.correction == nil)
        #expect(WhyWords(earlier, in: session.world, weights.library).correction.isEmpty)
    }

    @Test("where a frame only counts its steps, no single change changes the decision, and that is said")
    func noChange() throws {
        let session = try session(.add, ["96", "125"], at: 13)
        let why = try #require(session.why())
        #expect(why.smallestChange == nil)
        #expect(why.cells.allSatisfy { !$0.matters })
        #expect(WhyWords(why, in: session.world, network.library).smallestChange.hasPrefix("No single change"))
    }

    @Test("what is really seen leads to what is really done, with the probability of the run, at every step")
    func realOne() throws {
        var session = try session(.sort, ["9", "2", "5"], at: 1)
        for step in 1..<session.log.count {
            session.perform(.go(to: step))
            let why = try #require(session.why())
            let record = try #require(session.knownNext(at: step))
            for cell in why.cells {
                #expect(cell.present.decision == why.decision)
                #expect(cell.present.kept == why.probability)
            }
            switch (why.decision, record.event) {
            case (.call(let own, let arguments), .call(let program, let real)):
                #expect(own == program && arguments == real)
            case (.act(let arguments), .act(let real, _)): #expect(arguments == real)
            case (.end, .return): break
            default: Issue.record("step \(step): \(why.decision) is not \(record.event)")
            }
        }
    }

    @Test("another thing seen leads to what the network would do in that world, from the frame's real state")
    func sameAsAnotherWorld() throws {
        let original = try session(.add, ["96", "125"], at: 2)
        let why = try #require(original.why())
        for digit in 0...9 {
            var changed = original
            let change = try CellChange("inp1 \(digit)", in: changed.world)
            try changed.edit(change)
            changed.extend(events: 1)
            let option = try #require(try cell("INP1", why).options.first { $0.name == "\(digit)" })
            let record = try #require(changed.knownNext(at: 2))
            #expect(changed.name(of: record) == original.world.name(of: option.decision, in: network.library))
        }
    }

    @Test("the smallest change is the one to the nearest symbol")
    func nearest() throws {
        let why = try #require(try session(.add, ["96", "125"], at: 3).why())
        let change = try #require(why.smallestChange)
        // Without a carry as long as the digits are 3 and 5, or 6 and 2: three from what is there.
        #expect(["INP1", "INP2"].contains(change.cell.name))
        #expect(change.option.category == change.cell.present.category - 3)
        #expect(change.option.decision != why.decision)
    }

    @Test("of a caller it is why it made its call, and the run stays as it is")
    func caller() throws {
        var session = try session(.add, ["96", "125"], at: 5)
        let before = (session.position, session.log.count)
        session.selectCaller()
        let why = try #require(session.why())
        #expect(session.library[why.insight.program] == "ADD1")
        #expect(why.decision == .call(try network.library.require("CARRY"), .none))
        #expect((session.position, session.log.count) == before)
    }

    @Test("of a car, covering its picture changes what a frame does that looks at it, and the words say where")
    func occlusion() throws {
        var session = try session(.car, ["truck-1", "-60,45", "0,15"], at: 2)
        var counts: [Int] = []
        for step in 1..<session.log.count {
            session.perform(.go(to: step))
            let why = try #require(session.why())
            let occlusion = try #require(why.occlusion)
            #expect(occlusion.placeCount == 81 && occlusion.kept.count == 81)
            #expect(occlusion.kept.allSatisfy { (0...1).contains($0) })
            counts.append(occlusion.changeCount)
            #expect(why.cells.map(\.present.name) == ["0", "15"])
        }
        #expect(counts.contains { $0 > 0 })
        #expect(counts.contains(0))
    }

    @Test("of a car, the words tell from which side the encoder sees it")
    func reading() throws {
        let session = try session(.car, ["truck-1", "-60,45", "0,15"], at: 2)
        let why = try #require(session.why())
        #expect(why.readings.map(\.name) == ["azimuth", "elevation"])
        #expect(why.readings.map(\.right) == ["-60", "45"])
        let report = try #require(WhyReport(session))
        var text = ""
        report.write(to: &text)
        #expect(text.contains("The image encoder says azimuth -60 ("))
        #expect(text.contains("), which is right.\n"))
        #expect(report.json.contains(#""encoder_says":[{"name":"azimuth","probability":"#))
        #expect(try self.session(.add, ["1", "2"], at: 2).why()?.readings == [])
    }

    @Test("where the encoder takes the back for the front, the words tell what is true, and how likely that was to it")
    func misreading() throws {
        var session = try Session(
            Problem(task: .car, input: ["truck-1", "180,45", "0,15"]), predictor: Misreading(NetworkPredictor(network)))
        session.extend(events: .max)
        session.perform(.go(to: 2))
        let why = try #require(session.why())
        #expect(!why.readings[0].isRight && why.readings[1].isRight)
        let library = try #require(session.memory).library
        #expect(
            WhyWords(why, in: session.world, library).reading
                == "The image encoder says azimuth 0 (0.900) and elevation 45 (0.800); in truth the azimuth is 180 (0.100)."
        )
    }

    @Test("the report is a table of what would be done for which symbols, and JSON with the same")
    func report() throws {
        let report = try #require(WhyReport(try session(.add, ["96", "125"], at: 3)))
        var text = ""
        report.write(to: &text)
        #expect(
            text.contains(
                "ADD 96 + 125, after step 3, next is step 4: ADD1, its 2nd step\nnext: call CARRY, >0.999 as a whole: the program and its arguments together\n"
            ))
        #expect(text.contains("call CARRY: 4..9\n"))
        #expect(text.contains("return: 0..3 blank\n"))
        #expect(text.contains("CARRY  blank  0.999   call CARRY: any\n"))
        #expect(report.json.contains(#""name":"CARRY","seen":"blank""#))
        #expect(report.json.contains(#""smallest_change":{"answer":{"k":"return""#))
    }

    @Test("without a network, and where no program runs, there is nothing to ask")
    func nothing() throws {
        #expect(WhyReport(try session(.add, ["96", "125"], at: 0)) == nil)
        var standIn = try Trial.addition().session()
        standIn.perform(.go(to: 5))
        #expect(WhyReport(standIn) == nil)
    }
}

extension Session {
    /// Why the selected frame does what it does, asked for to the end.
    fileprivate func why() -> Why? {
        guard var search = findInsight() else { return nil }
        while true {
            guard let insight = search.advance(budget: 7, in: self) else { continue }
            guard var run = WhyRun(insight, in: self) else { return nil }
            while true {
                if let why = run.advance(budget: 5) { return why }
            }
        }
    }
}

/// A network whose encoder takes the back of a car for its front, seen from 45 degrees above.
private struct Misreading: StepPredictor {
    private var network: NetworkPredictor

    init(_ network: NetworkPredictor) {
        self.network = network
    }

    var library: ProgramLibrary { network.library }
    var stateSize: Int { network.stateSize }
    var memory: ProgramMemory? { network.memory }

    func check(_ spec: ObservationSpec) throws(StepPredictorError) {
        try network.check(spec)
    }

    mutating func predict(
        encoder: String, observation: Observation, program: ProgramID, arguments: Arguments,
        from state: [Float], to next: inout [Float], into prediction: inout Prediction
    ) {
        network.predict(
            encoder: encoder, observation: observation, program: program, arguments: arguments, from: state, to: &next,
            into: &prediction)
    }

    func imageAnswers(encoder: String, observation: Observation) -> [[Float]]? {
        var azimuths = [Float](repeating: 0, count: 24)
        (azimuths[0], azimuths[12]) = (0.9, 0.1)
        return [azimuths, [0, 0, 0.1, 0.8, 0.1, 0]]
    }
}
