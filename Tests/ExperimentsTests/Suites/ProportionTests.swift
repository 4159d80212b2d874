import Experiments
import Scratchpads
import Testing

@Suite("Proportions and their intervals")
struct ProportionTests {
    /// Method 3 of Newcombe 1998, table I: Wilson's score interval without correction for continuity.
    @Test(
        "the interval is Wilson's",
        arguments: [
            (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718),
        ])
    func wilson(right: Int, count: Int, low: Double, high: Double) {
        let interval = Proportion(right: right, of: count).interval
        #expect(abs(interval.lowerBound - low) < 0.00005)
        #expect(abs(interval.upperBound - high) < 0.00005)
    }

    @Test("all right is not certainty")
    func allRight() {
        let interval = Proportion(right: 10, of: 10).interval
        #expect(abs(interval.lowerBound - 0.7225) < 0.0001)
        #expect(interval.upperBound == 1)
        #expect(Proportion(right: 1_000, of: 1_000).text == "100.0 % (99.6-100.0)")
    }

    @Test("100.0 is only said of all")
    func rounding() {
        #expect(Proportion(right: 9_999, of: 10_000).text.hasPrefix("99.9 % ("))
    }

    @Test("no trials tell nothing")
    func empty() {
        #expect(Proportion(right: 0, of: 0).interval == 0...1)
        #expect(Proportion(right: 0, of: 0).text == "-")
    }
}
