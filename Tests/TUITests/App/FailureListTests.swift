import Debugger
import Foundation
import NPIKit
import Scratchpads
import TUI
import TerminalKit
import TestSupport
import Testing

@Suite("The list of wrong runs", .serialized)
struct FailureListTests {
    private let folder = NSTemporaryDirectory() + "failures-\(UUID().uuidString)"

    /// A folder with a wrong run, a right one, and files that are no recordings.
    private func prepare() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let slip = [8: Decision.act(Arguments(3, 2, 7))]
        for (name, bytes) in [
            ("01-ADD1-1.npitrace", try Trial.addition(slips: slip).recorded()),
            ("02-right.npitrace", try Trial.addition(["1", "2"]).recorded()),
            ("03-broken.npitrace", Array("{".utf8)), ("notes.txt", []),
        ] {
            try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
        }
    }

    @Test("it has the recordings by their names, each with its first mistake")
    func listing() throws {
        try prepare()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let found = RecordedFailure.all(in: folder)
        #expect(found.map(\.name) == ["01-ADD1-1", "02-right"])
        #expect(found[0].mistake?.event == 9 && found[0].mistake?.decision == "WRITE OUT 7")
        #expect(found[1].mistake == nil && found[1].isRight == true)
        #expect(RecordedFailure.all(in: folder + "/none").isEmpty)
    }

    @Test("Enter opens the chosen one; it stands before its first mistake, and the list is there again")
    func opening() throws {
        try prepare()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var state = try AppState.adding()
        state.press(.character(":"))
        state.type("fails \(folder)")
        #expect(state.update(.key(.enter)) == [.listFailures(folder)])
        state.show(RecordedFailure.all(in: folder), in: folder)
        #expect(state.text(Size(80, 24)).contains("01-ADD1-1"))
        #expect(state.text(Size(80, 24)).contains("WRITE OUT 7, where"))
        let effects = state.update(.key(.enter))
        #expect(effects == [.open("\(folder)/01-ADD1-1.npitrace")])
        let recording = try Recording(path: "\(folder)/01-ADD1-1.npitrace")
        state.open(try Session(replaying: recording), in: BranchTree(), named: "replay")
        #expect(state.position == 8 && !state.session.isLive)
        #expect(state.view.message?.text.hasPrefix("replay, before its first mistake") == true)
        state.press(.character(":"))
        state.type("fails")
        state.press(.enter)
        #expect(state.view.overlay?.kind == .failures)
    }

    @Test("a folder without recordings is said to be one")
    func empty() throws {
        var state = try AppState.adding()
        state.show([], in: "somewhere")
        #expect(state.view.message?.text == "there is no recording in somewhere")
        #expect(state.view.overlay == nil)
    }
}
