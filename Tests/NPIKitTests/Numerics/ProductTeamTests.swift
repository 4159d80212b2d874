import Dispatch
import NPIKit
import Support
import Synchronization
import Testing

@Suite("Products of single steps on two threads")
struct ProductTeamTests {
    /// A random product.
    private struct Work: Sendable {
        let panels: FloatArena
        let x: [Float]
        let bias: [Float]
        let rows: Int
        let columns: Int
        let stored: Int

        init(rows: Int, columns: Int, stored: Int, seed: UInt64) {
            var generator = SeededGenerator(seed: seed)
            func draw(_ count: Int) -> [Float] { (0..<count).map { _ in 2 * generator.unit() - 1 } }
            panels = FloatArena(PanelProduct.panels(of: draw(rows * stored), rows: rows, columns: stored))
            x = draw(columns)
            bias = draw(PanelProduct.paddedCount(rows))
            (self.rows, self.columns, self.stored) = (rows, columns, stored)
        }

        /// y, made by `team` or alone.
        func result(_ team: ProductTeam?) -> [Float] {
            var y = [Float](repeating: .nan, count: bias.count)
            y.withUnsafeMutableBufferPointer {
                let y = $0.baseAddress!
                if let team {
                    team.multiply(
                        panels.pointer, x, plus: bias, into: y, rows: rows, columns: columns, stored: stored)
                } else {
                    PanelProduct.multiply(
                        panels.pointer, x, plus: bias, into: y, rows: rows, columns: columns, stored: stored)
                }
            }
            return y
        }
    }

    @Test("give the bits of one thread, for any shape and however often")
    func same() throws {
        guard let team = ProductTeam() else { return }
        let works = [(1_024, 512, 512), (1_024, 256, 512), (33, 700, 700), (4_000, 9, 9), (96, 256, 256), (1, 1, 1)]
            .enumerated().map { Work(rows: $1.0, columns: $1.1, stored: $1.2, seed: UInt64($0)) }
        let expected = works.map { $0.result(nil) }
        for _ in 0..<300 {
            #expect(works.map { $0.result(team) } == expected)
        }
    }

    @Test("several threads may ask at once")
    func crowd() throws {
        guard let team = ProductTeam() else { return }
        let works = (0..<4).map { Work(rows: 512, columns: 128 + 32 * $0, stored: 224, seed: UInt64($0)) }
        let expected = works.map { $0.result(nil) }
        let wrong = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: 4) { index in
            for _ in 0..<500 where works[index].result(team) != expected[index] {
                wrong.add(1, ordering: .relaxed)
            }
        }
        #expect(wrong.load(ordering: .relaxed) == 0)
    }

    @Test("a large network says the same to the bit, whether its steps are shared or not")
    func predictor() throws {
        var generator = SeededGenerator(seed: 6)
        let network = Network(
            configuration: NetworkConfiguration(), encoders: [LampRow.spec], library: LampExpert.library,
            using: &generator)
        func said(_ predictor: any StepPredictor) throws -> [Prediction?] {
            var interpreter = try Interpreter(
                predictor, in: LampRow(colours: [1, 2, 0, 3]), running: LampExpert.tidy)
            _ = interpreter.step()
            return (0..<100).map { index in
                let prediction = interpreter.predict()
                _ = interpreter.force(index % 9 == 8 ? .call(LampExpert.tidy, .none) : .act(Arguments(1, 1, 0)))
                return prediction
            }
        }
        let expected = try said(NetworkPredictor(network))
        #expect(!expected.contains(nil))
        #expect(try said(NetworkPredictor(network, isShared: true)) == expected)
        #expect(try said(CachedPredictor(network, isShared: true)) == expected)
    }
}
