import Debugger
import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("Plain and JSON traces")
struct TraceTests {
    @Test("96 + 125 is told as it is printed in the paper")
    func plain() throws {
        var session = try Trial.addition().session()
        var trace = PlainTrace(session)
        var text = ""
        while session.extend(events: 7) > 0 { trace.write(session, to: &text) }
        let expected = """
            ADD
              ADD1
                WRITE OUT 1
                CARRY
                  PTR CARRY LEFT
                  WRITE CARRY 1
                  PTR CARRY RIGHT
              LSHIFT
                PTR INP1 LEFT
                PTR INP2 LEFT
                PTR CARRY LEFT
                PTR OUT LEFT
              ADD1
                WRITE OUT 2
                CARRY
                  PTR CARRY LEFT
                  WRITE CARRY 1
                  PTR CARRY RIGHT
              LSHIFT
                PTR INP1 LEFT
                PTR INP2 LEFT
                PTR CARRY LEFT
                PTR OUT LEFT
              ADD1
                WRITE OUT 2
              LSHIFT
                PTR INP1 LEFT
                PTR INP2 LEFT
                PTR CARRY LEFT
                PTR OUT LEFT

            """
        #expect(text == expected)
    }

    @Test("with narration each line has its reason beside it; a mistake is told either way")
    func narrated() throws {
        let slip = Decision.act(AdditionAction.write(.output, 7).arguments)
        var session = try Trial.addition(slips: [2: slip]).session()
        session.extend(events: 8)
        var narrated = PlainTrace(session, isNarrated: true)
        var plain = PlainTrace(session)
        var (long, short) = ("", "")
        narrated.write(session, to: &long)
        plain.write(session, to: &short)
        #expect(
            lines(Array(long.utf8))[..<4] == [
                "ADD",
                "  ADD1                          add up this column: 6 + 5",
                "    WRITE OUT 7                 WRITE OUT 7 is a mistake; right: 6 + 5 = 11: write 1, carry 1",
                "    CARRY                       11 is more than 9: carry the 1",
            ])
        #expect(lines(Array(short.utf8))[2] == "    WRITE OUT 7  (mistake)")
    }

    @Test("the JSON trace is a recording")
    func json() throws {
        let trial = try Trial.addition()
        var session = try trial.session()
        var trace = JSONTrace(session, model: .example, seed: 7)
        var text = ""
        while session.extend(events: 5) > 0 { trace.write(session, to: &text) }
        trace.finish(session, to: &text)
        #expect(Array(text.utf8) == (try trial.recorded()))
    }
}
