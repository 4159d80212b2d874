import Glibc
import Testing

@Suite("Whatever ends the debugger, the terminal is left as it was found")
struct LeavingTests {
    /// Signals that end a program.
    static let signals = [SIGTERM, SIGHUP, SIGSEGV, SIGABRT, SIGQUIT, SIGBUS, SIGUSR1]

    @Test("a signal ends it with the signal's own status", arguments: signals)
    func signal(_ number: Int32) throws {
        let terminal = try Terminal()
        // Swift's crash reports are wanted, but finding the names for them takes seconds.
        let reports =
            "SWIFT_BACKTRACE=interactive=no,symbolicate=off,threads=crashed,limit=1,registers=none,images=none"
        try terminal.runAndWatch("run add 96 125", environment: reports)
        try terminal.wait(for: "step 0 of 39")
        kill(try #require(try terminal.foregroundProcess), number)
        #expect(try terminal.ended() == 128 + number)
    }

    @Test("in the middle of a run, too")
    func whileRunning() throws {
        let terminal = try LongRunTests.longRun()
        try terminal.press("c", toSee: "running")
        kill(try #require(try terminal.foregroundProcess), SIGTERM)
        #expect(try terminal.ended() == 128 + SIGTERM)
    }

    @Test("SIGINT does not end it, since Ctrl-C interrupts runs")
    func interrupt() throws {
        let terminal = try Terminal()
        try terminal.runAndWatch("run add 96 125")
        try terminal.wait(forStep: 0)
        try terminal.press("C-c", toSee: "q quits")
        try terminal.press("s", toStep: 1)
        try terminal.press("q")
        #expect(try terminal.ended() == 0)
    }

    @Test("Ctrl-Z gives the terminal back to the shell, and fg takes it again where it was")
    func stop() throws {
        let terminal = try Terminal()
        try terminal.run("run add 96 125")
        try terminal.wait(forStep: 0)
        try terminal.press("s", toStep: 1)
        try terminal.press("C-z", toSee: "Stopped")
        #expect(try terminal.isAsFound)
        try terminal.answer("stty -a >stopped; echo $((6 * 7))")
        try terminal.wait(for: "42")
        // A size that changed meanwhile counts.
        try terminal.resize(columns: 100, rows: 30)
        try terminal.answer("fg")
        try terminal.wait("it has the new size") { $0.count >= 30 && $0[29].contains("q quit") }
        try terminal.wait(forStep: 1)
        try terminal.press("s", toStep: 2)
        try terminal.resize(columns: 80, rows: 24)
        try terminal.wait("it is small again") { $0.count >= 24 && $0[23].contains("q quit") }
        try terminal.press("q")
        try terminal.answer("stty -a >quit; cmp stopped quit && echo $((6 * 9))")
        try terminal.wait(for: "54")
        #expect(try terminal.isAsFound)
    }
}
