import NPIKit
import Support
import Testing

@Suite("Practice on random programs")
struct AuxiliaryProgramTests {
    static let auxiliary = AuxiliaryPrograms(programCount: 40)

    /// A library of the lamps' programs and auxiliary ones.
    static let library: ProgramLibrary = {
        var library = LampExpert.library
        for name in auxiliary.programNames { _ = try? library.append(name) }
        return library
    }()

    static func scripts(excluding excluded: Set<AuxiliaryScript> = [], seed: UInt64 = 5) throws -> [AuxiliaryScript] {
        var generator = SeededGenerator(seed: seed)
        return auxiliary.makeScripts(
            LampRow.spec, like: try demonstrations, library, excluding: excluded, using: &generator)
    }

    static var demonstrations: [FrameTrace] {
        get throws { try LampRow.frames(on: LampRow.random(longest: 3, count: 4, seed: 1)) }
    }

    static func network(_ scripts: [AuxiliaryScript]) -> Network {
        var generator = SeededGenerator(seed: 1)
        var network = Network(
            configuration: .small, encoders: [LampRow.spec], library: library, using: &generator)
        network.prepare(auxiliary, scripts: scripts, seed: 9)
        return network
    }

    @Test("no two programs have the same script, and none is one to be learned later")
    func scriptsDiffer() throws {
        let first = try Self.scripts()
        #expect(Set(first).count == first.count)
        let later = Set(first.prefix(5))
        #expect(Set(try Self.scripts(excluding: later)).isDisjoint(with: later))
    }

    @Test("a loop goes on while its field shows another value, and ends when it shows the value")
    func loops() throws {
        let script = AuxiliaryScript(
            opening: [.act(.none)],
            loop: .init(untilField: 1, is: 1, body: [.call(LampExpert.next, .none), .call(LampExpert.fix, .none)]),
            closing: [.call(LampExpert.tidy, .none)])
        var generator = SeededGenerator(seed: 3)
        var lengths: Set<Int> = []
        let program = try #require(Self.library.program(named: "practice 1"))
        for _ in 0..<200 {
            var auxiliary = Self.auxiliary
            auxiliary.programCount = 1
            let frame = auxiliary.makeFrames(of: [script], LampRow.spec, Self.library, using: &generator)[0]
            #expect(frame.program == program)
            let rounds = (frame.stepCount - 3) / 2
            lengths.insert(rounds)
            for round in 0...rounds {
                #expect((frame.categories[(1 + 2 * round) * 2 + 1] == 1) == (round == rounds))
            }
            #expect(frame.decisions.first == .act(.none))
            #expect(frame.decisions.suffix(2) == [.call(LampExpert.tidy, .none), .end])
            #expect(Self.network([script]).canLearn(frame))
        }
        #expect(lengths.contains(0) && lengths.contains(20))
    }

    @Test("equal scripts have equal embeddings, and scripts that share parts have similar ones")
    func code() throws {
        func script(_ calls: [ProgramID]) -> AuxiliaryScript {
            AuxiliaryScript(opening: calls.map { .call($0, .none) })
        }
        let (tidy, fix, next) = (LampExpert.tidy, LampExpert.fix, LampExpert.next)
        let network = Self.network([script([tidy, fix]), script([tidy, next]), script([tidy, fix])])
        let size = NetworkConfiguration.small.programSize
        let rows = network.values(of: "memory.programs").suffix(40 * size)
        let first = Array(rows.prefix(size))
        let second = Array(rows.dropFirst(size).prefix(size))
        #expect(first == Array(rows.dropFirst(2 * size).prefix(size)))
        #expect(first != second)
    }

    @Test("training leaves the coded embeddings as they are, and what is forgotten changes no real program")
    func training() throws {
        let scripts = try Self.scripts()
        let network = Self.network(scripts)
        var generator = SeededGenerator(seed: 6)
        let frames =
            try Self.demonstrations
            + Self.auxiliary.makeFrames(of: scripts, LampRow.spec, Self.library, using: &generator)
        var options = TrainingOptions()
        options.updateCount = 6
        options.rowLimit = 32
        var trainer = Trainer(network, on: frames, options: options)
        while !trainer.isFinished { _ = trainer.update() }
        let coded = 40 * NetworkConfiguration.small.programSize
        let after = trainer.network
        #expect(
            after.values(of: "memory.programs").suffix(coded) == network.values(of: "memory.programs").suffix(coded))
        #expect(after.values(of: "memory.programs") != network.values(of: "memory.programs"))
        let shipped = after.withoutAuxiliary
        #expect(shipped.library == LampExpert.library)
        #expect(shipped.callableCounts == [4, 4, 4, 4])
        for tensor in shipped.layout.tensors {
            let values = shipped.values(of: tensor.name)
            #expect(values == Array(after.values(of: tensor.name).prefix(values.count)), "\(tensor.name)")
        }
    }

    @Test("auxiliary programs are one group, drawn only as far as the real programs are known")
    func group() throws {
        let scripts = try Self.scripts()
        var generator = SeededGenerator(seed: 6)
        let frames =
            try Self.demonstrations
            + Self.auxiliary.makeFrames(of: scripts, LampRow.spec, Self.library, using: &generator)
        let joined = Set(Self.auxiliary.programNames.compactMap(Self.library.program(named:)))
        var curriculum = Curriculum(frames, joining: joined)
        #expect(curriculum.groups.count == 4)
        let auxiliary = try #require(curriculum.groups.firstIndex { joined.contains($0.program) })
        func share() -> Int {
            (0..<1_000).count { _ in curriculum.drawGroup(using: &generator) == auxiliary }
        }
        #expect(share() == 0, "nothing is known yet")
        for group in 0..<4 where group != auxiliary {
            for frame in 0..<curriculum.groups[group].frameCount {
                curriculum.groups[group].record(frame, loss: 0, isRight: true)
            }
        }
        #expect((420...580).contains(share()), "half of all lessons")
    }
}
