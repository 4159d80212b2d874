import Support
import Testing

@Suite("The seeded generator")
struct SeededGeneratorTests {
    @Test("gives the numbers of its authors' program")
    func reference() throws {
        // xoshiro256starstar.c (Blackman & Vigna) from the state 1, 2, 3, 4.
        var generator = try #require(SeededGenerator(state: [1, 2, 3, 4]))
        let expected: [UInt64] = [
            11_520, 0, 1_509_978_240, 1_215_971_899_390_074_240, 1_216_172_134_540_287_360, 607_988_272_756_665_600,
            16_172_922_978_634_559_625, 8_476_171_486_693_032_832, 10_595_114_339_597_558_777,
            2_904_607_092_377_533_576,
        ]
        #expect(expected.map { _ in generator.next() } == expected)
    }

    @Test("is seeded through splitmix64")
    func seeding() {
        #expect(
            SeededGenerator(seed: 0).state == [
                0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4, 0x06C4_5D18_8009_454F, 0xF88B_B8A8_724C_81EC,
            ])
    }

    @Test("goes on from a state as if it had never stopped")
    func resuming() throws {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<100 { _ = generator.next() }
        var other = try #require(SeededGenerator(state: generator.state))
        for _ in 0..<100 { #expect(generator.next() == other.next()) }
    }

    @Test("refuses what is no state", arguments: [[], [1, 2, 3], [0, 0, 0, 0], [1, 2, 3, 4, 5]] as [[UInt64]])
    func states(state: [UInt64]) {
        #expect(SeededGenerator(state: state) == nil)
    }

    @Test("gives units spread evenly over 0..<1")
    func units() {
        var generator = SeededGenerator(seed: 8)
        var counts = [Int](repeating: 0, count: 10)
        for _ in 0..<100_000 {
            let unit = generator.unit()
            #expect(unit >= 0 && unit < 1)
            counts[Int(unit * 10)] += 1
        }
        // Five standard deviations.
        #expect(counts.allSatisfy { abs($0 - 10_000) < 475 })
    }
}
