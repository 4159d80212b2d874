import Debugger
import Foundation
import Scratchpads
import TestSupport
import Testing
import Tours

@Suite("Playing a tour")
struct PlayingTests {
    private func player(_ text: String) throws -> TourPlayer {
        let tour = try Tour(reading: text, file: "x.yaml")
        return TourPlayer(tour, try TourPlan(tour, on: try Example.session(tour)))
    }

    /// Expects what a call that changes something gives.
    private func check(_ isSo: Bool, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(isSo, sourceLocation: sourceLocation)
    }

    @Test("stops are found by breakpoints, by motions and by steps, each after the one before")
    func places() throws {
        let player = try player(
            Example.tour(
                """
                  - {at: ADD1, text: A}
                  - {at: ADD1, text: A}
                  - {at: step 5, text: A}
                  - {text: A}
                  - {move: "over, step 2", text: A}
                  - {move: back 3, text: A}
                  - {move: back finish, text: A}
                  - {at: carry == 1, text: A}
                  - {at: end, text: A}
                  - {at: start, text: A}

                """))
        #expect(
            player.plan.stops.map(\.session.position) == [2, 16, 5, 5, 8, 5, 3, 6, 39, 0],
            "\(player.plan.stops.map(\.session.position))")
    }

    @Test(
        "on answers a question before it goes to the next stop; back goes to the one before; the score counts first tries"
    )
    func questions() throws {
        var player = try player(Example.carrying)
        check(!player.goBack())
        check(player.goOn() == .moved)
        check(player.goOn() == .moved)
        #expect(player.isAsking)
        check(player.answer("2") == false)
        check(player.goOn() == .answered)
        #expect(player.answer?.isShown == true)
        #expect(player.score == (0, 1))
        check(player.goOn() == .ended)
        check(player.goBack())
        #expect(player.index == 1)
        var other = player
        other.go(to: 99)
        #expect(other.index == 2)
        var third = try self.player(Example.carrying)
        third.go(to: 2)
        check(third.answer("1") == true)
        check(third.answer("1") == nil)
        #expect(third.score == (1, 1))
    }

    @Test("a change begins a branch of its own, and the stops behind it are on that")
    func changes() throws {
        let player = try player(
            Example.tour(
                """
                  - {at: step 16, text: A}
                  - {change: "carry[1] = blank", text: A}
                  - {at: end, text: A}

                """))
        let outputs = player.plan.stops.map { $0.session.problem.output(of: $0.session.latestWorld) }
        #expect(outputs == ["221", "211", "211"])
        #expect(player.plan.stops.map(\.branches.all.count) == [0, 2, 2])
    }

    @Test("as text it says everything that the screen says, answers included")
    func text() throws {
        let player = try player(Example.carrying)
        var text = ""
        TourText(player.tour, player.plan).write(to: &text)
        try expectGolden(text, inRepository: "Tests/Goldens/Tours/carrying.txt")
    }
}

@Suite("Where tours were left")
struct BookmarkTests {
    private let path = NSTemporaryDirectory() + "npi-tours-\(UUID().uuidString)/state/tours.json"

    @Test("is kept and found again, for each tour by itself")
    func keeps() throws {
        let bookmarks = TourBookmarks(path: path)
        #expect(bookmarks.stop(of: "adding") == 0)
        #expect(bookmarks.keep(3, of: "adding"))
        #expect(bookmarks.keep(5, of: "sorting"))
        #expect(bookmarks.keep(0, of: "sorting"))
        #expect(TourBookmarks(path: path).stop(of: "adding") == 3)
        #expect(TourBookmarks(path: path).stop(of: "sorting") == 0)
    }

    @Test("a damaged file counts as empty, and is replaced", arguments: ["", "{", "[]", "{\"adding\":\"x\"}", "\u{0}"])
    func damage(_ text: String) throws {
        let folder = (path as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        let bookmarks = TourBookmarks(path: path)
        #expect(bookmarks.stop(of: "adding") == 0)
        #expect(bookmarks.keep(2, of: "adding"))
        #expect(bookmarks.stop(of: "adding") == 2)
    }

    @Test("where nothing can be written the tour goes on all the same")
    func unwritable() {
        #expect(!TourBookmarks(path: "/dev/null/npi/tours.json").keep(2, of: "adding"))
    }

    @Test("the file lies in the state folder, or under home")
    func standardPath() {
        #expect(TourBookmarks.standardPath(["XDG_STATE_HOME": "/s", "HOME": "/h"]) == "/s/npi/tours.json")
        #expect(TourBookmarks.standardPath(["XDG_STATE_HOME": "s", "HOME": "/h"]) == "/h/.local/state/npi/tours.json")
        #expect(TourBookmarks.standardPath([:]) == nil)
    }
}
