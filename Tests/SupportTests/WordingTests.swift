import Foundation
import Support
import Testing

@Suite("Numbers, times and JSON as they are written")
struct WordingTests {
    @Test("numbers have commas between thousands")
    func grouping() {
        let expected = [0: "0", 999: "999", 1_000: "1,000", 1_255_424: "1,255,424", -1_204: "-1,204"]
        for (number, text) in expected { #expect(number.grouped == text) }
        #expect(Int.min.grouped == "-9,223,372,036,854,775,808")
    }

    @Test("decimals are as many as asked for, rounded")
    func decimals() {
        #expect(0.5.decimals(3) == "0.500")
        #expect(Float(1.00004).decimals(4) == "1.0000")
        #expect(0.9999999.decimals(3) == "1.000")
        #expect(12.0000005.decimals(6) == "12.000001")
        #expect(0.0.decimals(1) == "0.0")
        #expect(Double.nan.decimals(2) == "nan")
    }

    @Test("times are minutes and seconds, from an hour on with hours")
    func times() {
        for (seconds, text) in [(0.0, "0:00"), (6.6, "0:07"), (67, "1:07"), (3_599.6, "1:00:00"), (7_267, "2:01:07")] {
            #expect(seconds.asClockTime == text)
        }
        #expect(Duration.milliseconds(1_250).inSeconds == 1.25)
    }

    @Test("any text in quotes is read again as JSON")
    func quoting() throws {
        for text in ["", "a\"b\\c", "\u{0}\u{1F}\n\t", "é日😀\u{2028}", "</script>"] {
            let list = try JSONSerialization.jsonObject(with: Data("[\(text.quotedAsJSON)]".utf8)) as? [String]
            #expect(list == [text])
        }
    }

    @Test("a long text is shortened in its middle")
    func shortening() {
        #expect("12345678901".shortenedInMiddle(to: 7) == "123…901")
        #expect("1234567".shortenedInMiddle(to: 7) == "1234567")
    }
}
