import Debugger
import NPIKit
import Scratchpads
import TUI
import TerminalKit
import TestSupport
import Testing

@Suite("Branches of a recording")
struct ReplayedBranchesTests {
    /// A replay of 96 + 125 in which a cell was set at step 2.
    private func replayed() throws -> AppState {
        var state = try AppState.adding()
        state.press(.end, .home, .character("s"), .character("s"), .character(":"))
        state.type("set inp1[0] 5")
        state.press(.enter, .end)
        var recorder = Recorder(state.session, in: state.branches, model: nil)
        var bytes: [UInt8] = []
        while let lines = recorder.newLines(of: state.session, in: state.branches) { bytes += lines }
        let recording = try Recording(bytes: bytes + recorder.endLine(of: state.session, in: state.branches))
        let session = try Session(replaying: recording)
        let branches = try BranchTree(replaying: recording, present: session)
        return AppState(session, in: branches, sourceName: "replay", keys: CommandTable.keys)
    }

    @Test("they are listed, and the key for undoing goes back to the original run")
    func list() throws {
        var state = try replayed()
        state.press(.character("V"))
        #expect(state.view.branchLines.map(\.name) == ["original run", "after step 2: inp1[0] = 5"])
        #expect(state.view.branchLines.map(\.isPresent) == [false, true])
        state.press(.escape, .character("U"))
        #expect(state.branches.current == 1)
        #expect(state.session.problem.output(of: state.session.latestWorld) == "221")
        state.press(.character(":"))
        state.type("branch 2")
        state.press(.enter)
        #expect(state.session.problem.output(of: state.session.latestWorld) == "220")
    }

    @Test("what was set is told where it was set, and marked")
    func told() throws {
        var state = try replayed()
        state.press(.character("]"))
        #expect(state.position == 2)
        #expect(state.text(Size(100, 30)).contains("set by hand: inp1[0] = 5; "))
        state.press(.character("s"))
        #expect(!state.text(Size(100, 30)).contains("set by hand"))
    }

    @Test("such branches are part of the recording, and not kept beside it")
    func kept() throws {
        let state = try replayed()
        #expect(KeptWork(state).changes.isEmpty)
    }
}
