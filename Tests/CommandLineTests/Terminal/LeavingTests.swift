import Foundation
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
        try terminal.wait(for: "0 of 39 steps")
        kill(try #require(try terminal.foregroundProcess), number)
        #expect(try terminal.ended() == 128 + number)
    }

    @Test(
        "a crash and Ctrl-\\ say what happened, where the recording is and how to report it; the backtrace is in a file",
        arguments: [SIGSEGV, SIGILL, SIGABRT, SIGQUIT])
    func crash(_ number: Int32) throws {
        let terminal = try Terminal(columns: 200, environment: ["XDG_STATE_HOME": "/nowhere"])
        let state = "\(terminal.path)/state/deep"
        try terminal.runAndWatch("run add 96 125 --record run.npitrace", environment: "XDG_STATE_HOME=\(state)")
        try terminal.wait(forStep: 0)
        if number == SIGQUIT {
            try terminal.press("C-\\")
        } else {
            kill(try #require(try terminal.foregroundProcess), number)
        }
        #expect(try terminal.ended() == 128 + number)
        let said = try terminal.screen.joined(separator: "\n")
        #expect(said.contains(number == SIGQUIT ? "npi: ended by Ctrl-\\ (SIGQUIT)" : "npi: crashed (SIG"))
        #expect(said.contains("npi: the recording so far is in run.npitrace.part; npi replay reads it"))
        #expect(said.contains("with what you did and the file \(state)/npi/crash-"))
        let reports = try FileManager.default.contentsOfDirectory(atPath: state + "/npi")
        let report = try String(contentsOfFile: "\(state)/npi/\(try #require(reports.first))", encoding: .utf8)
        #expect(reports.count == 1 && report.hasPrefix("npi "))
        #expect(report.contains("command: ") && report.contains("run add 96 125 --record run.npitrace"))
        #expect((report.components(separatedBy: "backtrace:\n").last ?? "").contains("[0x"))
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
