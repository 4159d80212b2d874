import Assets
import Experiments
import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("The shipped network turns cars")
struct CarAccuracyTests {
    @Test("from every start of the paper, cars that it was trained on and cars that it never saw")
    func starts() throws {
        let predictor = NetworkPredictor(try ModelFile.read(try Assets.path(of: Assets.defaultModel)).network)
        let validation = try CarEvaluation(carsPerKind: SlowTests.areOn ? 8 : 1, realFolder: nil)
        var shares: [CarEvaluation.Group: Proportion] = [:]
        for index in validation.cars.indices {
            let result = try validation.result(index, for: predictor)
            shares[result.group] = (shares[result.group] ?? Proportion(right: 0, of: 0)) + result.all
        }
        #expect((shares[.seen]?.share ?? 0) >= 0.99, "\(shares[.seen]?.text ?? "")")
        #expect((shares[.unseen]?.share ?? 0) >= 0.97, "\(shares[.unseen]?.text ?? "")")
    }
}
