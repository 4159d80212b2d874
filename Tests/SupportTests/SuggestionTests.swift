import Support
import Testing

@Suite("What was probably meant by a word with a typing error")
struct SuggestionTests {
    static let words = ["", "a", "carry", "carrry", "cary", "yrrac", "lshift", "rshift", "é日😀"]

    @Test("the distance of two words is counted in letters")
    func known() {
        #expect("kitten".editDistance(to: "sitting") == 3)
        #expect("".editDistance(to: "abc") == 3)
        #expect("carrry".editDistance(to: "carry") == 1)
        #expect("lshift".editDistance(to: "rshift") == 1)
        #expect([1, 2, 3].editDistance(to: [3, 2, 1]) == 2)
    }

    @Test("the distance is zero only from a word to itself, the same both ways, and no shorter around a third word")
    func metric() {
        for a in Self.words {
            for b in Self.words {
                let distance = a.editDistance(to: b)
                #expect((distance == 0) == (a == b))
                #expect(distance == b.editDistance(to: a))
                #expect(distance <= max(a.count, b.count) && distance >= abs(a.count - b.count))
                for c in Self.words { #expect(distance <= a.editDistance(to: c) + c.editDistance(to: b)) }
            }
        }
    }

    @Test("a near word is suggested; where none is near, all are listed")
    func suggestions() {
        let names = ["carry", "ptr_inp1", "out"]
        #expect("carrry".meaning(oneOf: names) == "; did you mean carry?")
        #expect("OUT".meaning(oneOf: names) == "; did you mean out?")
        #expect("weather".meaning(oneOf: names) == "; there are carry, ptr_inp1, out")
        #expect("weather".meaning(oneOf: []) == "")
    }

    @Test("the beginning of a word is enough; where none is near, those that matter are listed")
    func beginnings() {
        let names = ["CARRY", "ADD1", "ADD", "BUBBLE"]
        #expect("ca".meaning(oneOf: names) == "; did you mean CARRY?")
        #expect("bub".meaning(oneOf: names) == "; did you mean BUBBLE?")
        #expect("xyz".meaning(oneOf: names, listing: ["ADD", "CARRY"]) == "; there are ADD, CARRY")
        #expect("bubles".meaning(oneOf: names, listing: ["ADD"]) == "; did you mean BUBBLE?")
        #expect("q".nearest(in: names) == nil)
    }
}
