import Debugger
import NPIKit
import Scratchpads
import TUI
import TerminalKit
import TestSupport
import Testing

/// A screen whose lines are kept in `Tests/Goldens/Screen`.
struct Shot: Sendable, CustomTestStringConvertible {
    let name: String
    let session: @Sendable () throws -> Session
    var view = ViewState()
    var sizes: [Size] = [Size(80, 24), Size(120, 36), Size(40, 12)]
    var glyphs = Glyphs.unicode

    var testDescription: String { name }

    static let all: [Shot] = [
        Shot(name: "add-start", session: { try .known(.add, "96", "125", at: 0) }),
        Shot(name: "add-write", session: { try .known(.add, "96", "125", at: 2) }),
        Shot(name: "add-after-first-carry", session: { try .known(.add, "96", "125", at: 8) }),
        Shot(name: "add-middle", session: { try .known(.add, "96", "125", at: 20) }),
        Shot(name: "add-end", session: { try .known(.add, "96", "125", at: 39) }),
        Shot(
            name: "add-mistake", session: { try .known(.add, "96", "125", at: 2, slips: [2: .act(Arguments(3, 2, 7))]) }
        ),
        Shot(
            name: "caller",
            session: {
                var session = try Session.known(.add, "96", "125", at: 5)
                session.selectCaller()
                return session
            }, sizes: [Size(80, 24), Size(140, 40)]),
        Shot(
            name: "add-wrong-end",
            session: { try .known(.add, "96", "125", at: 39, slips: [2: .act(Arguments(3, 2, 7))]) }),
        Shot(
            name: "add-long",
            session: {
                try .known(.add, String(repeating: "9", count: 200), String(repeating: "47", count: 90), at: 996)
            }),
        Shot(name: "sort-start", session: { try .known(.sort, "9", "2", "5", at: 0) }),
        Shot(name: "sort-swap", session: { try .known(.sort, "9", "2", "5", at: 5) }),
        Shot(name: "sort-swapped", session: { try .known(.sort, "9", "2", "5", at: 6) }),
        Shot(name: "sort-settled", session: { try .known(.sort, "9", "2", "5", "0", "7", at: 150) }),
        Shot(name: "sort-end", session: { try .known(.sort, "9", "2", "5", at: 94) }),
        Shot(
            name: "car-blocks", session: { try .known(.car, "saloon-1", "-45,45", "0,15", at: 5) },
            sizes: [Size(80, 24), Size(120, 36), Size(40, 12)]),
        Shot(
            name: "car-braille", session: { try .known(.car, "saloon-1", "-45,45", "0,15", at: 5) },
            view: .with { $0.hasColors = false }, sizes: [Size(80, 24), Size(120, 36)]),
        Shot(
            name: "car-ascii", session: { try .known(.car, "saloon-1", "-45,45", "0,15", at: 5) },
            sizes: [Size(80, 24), Size(120, 36)], glyphs: .ascii),
        Shot(
            name: "car-end", session: { try .known(.car, "saloon-1", "-45,45", "0,15", at: 15) },
            view: .with { $0.isZoomed = true }, sizes: [Size(80, 24)]),
        Shot(
            name: "ascii", session: { try .known(.add, "96", "125", at: 4) }, sizes: [Size(80, 24), Size(120, 36)],
            glyphs: .ascii),
        Shot(
            name: "help", session: { try .known(.add, "96", "125", at: 4) },
            view: .with { $0.overlay = .help(scroll: 2) },
            sizes: [Size(80, 24), Size(160, 44)]),
        Shot(
            name: "breakpoints", session: { try .known(.add, "96", "125", at: 4).withBreakpoints() },
            view: .with { $0.overlay = .breakpoints(selected: 1) }, sizes: [Size(80, 24), Size(40, 10)]),
        Shot(
            name: "source", session: { try .flippingWithBreakpoints() },
            view: .with {
                $0.showsSource = true
                $0.focus = .trace
            }, sizes: [Size(80, 24), Size(140, 40), Size(40, 12)]),
        Shot(
            name: "folded", session: { try .known(.add, "96", "125", at: 20) },
            view: .with {
                $0.focus = .trace
                $0.trace.folded = [2, 18]
                $0.trace.cursor = 4
                $0.search.text = "shift"
            }, sizes: [Size(80, 24)]),
        Shot(
            name: "zoomed", session: { try .known(.add, "96", "125", at: 4) }, view: .with { $0.isZoomed = true },
            sizes: [Size(80, 24)]),
        Shot(
            name: "command", session: { try .known(.add, "96", "125", at: 4) },
            view: .with {
                $0.prompt = Prompt(.command)
                $0.prompt?.text = "break "
                $0.prompt?.cursor = 6
                $0.prompt?.completions = ["ADD", "ADD1", "CARRY", "LSHIFT"]
            }, sizes: [Size(80, 24)]),
    ]
}

extension Session {
    /// A task of a file in the midst of a run, with breakpoints on its lines.
    fileprivate static func flippingWithBreakpoints() throws -> Session {
        var session = try Session.programs(of: ExampleTask.task(ExampleTask.flip, named: "flip"), "abab")
        session.extend(events: .max)
        session.perform(.go(to: 7))
        try session.addBreakpoint("flip:22")
        try session.addBreakpoint("19 off")
        session.scan()
        return session
    }

    fileprivate func withBreakpoints() throws -> Session {
        var session = self
        try session.addBreakpoint("ADD1")
        let carry = try session.addBreakpoint("CARRY").id
        session.stopPoints.setEnabled(false, carry)
        return session
    }
}

@Suite("The debugger's screen, line by line")
struct ScreenGoldenTests {
    @Test("shows what it showed", arguments: Shot.all)
    func shot(_ shot: Shot) throws {
        let session = try shot.session()
        for size in shot.sizes {
            try expectGolden(
                session.text(size.width, size.height, shot.view, glyphs: shot.glyphs) + "\n",
                inRepository: "Tests/Goldens/Screen/\(shot.name)-\(size.width)x\(size.height).txt")
        }
    }
}
