import DebugAdapter
import Support
import Testing

@Suite("Values of JSON")
struct JSONTests {
    @Test(
        "are written as they are read, members in the order of their names",
        arguments: [
            "null", "true", "false", "0", "-7", "9007199254740991", "0.5", "\"\"", "[]", "{}", "[1,[2,null],{}]",
            #"{"a":1,"b":[true,"x"]}"#, #""\"\\""#, "\"ä→😀\"",
        ])
    func roundTrip(text: String) throws {
        #expect(try #require(JSON(parsing: Array(text.utf8))).text == text)
    }

    @Test("what is unprintable is escaped, so that no terminal is driven by a message")
    func escapes() throws {
        let text = JSON.string("a\u{1B}[2J\r\n\u{202E}").text
        #expect(text.isPrintable)
        #expect(JSON(parsing: Array(text.utf8)) == "a\u{1B}[2J\r\n\u{202E}")
    }

    @Test("what is none is nil", arguments: ["", "{", "[1 2]", "nul", "\"", "1e999", "{\"a\"}"])
    func wrong(text: String) {
        #expect(JSON(parsing: Array(text.utf8)) == nil)
    }

    @Test("a text that is not UTF-8 is none")
    func encoding() {
        #expect(JSON(parsing: [0x22, 0xFF, 0x22]) == nil)
    }

    @Test("members that are nil are left out, and what is missing is null")
    func members() {
        let value: JSON = .members(["a": 1, "b": nil])
        #expect(value == ["a": 1] && value["b"].isNull && value["a"]["c"].isNull)
        #expect(JSON.number(0.5).integer == nil && JSON.number(1e300).integer == nil && JSON(3).integer == 3)
    }
}
