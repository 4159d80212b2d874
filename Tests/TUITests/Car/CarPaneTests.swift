import Debugger
import Scratchpads
import TUI
import TerminalKit
import TestSupport
import Testing

@Suite("The car's pane")
struct CarPaneTests {
    private func session(at position: Int) throws -> Session {
        try .known(.car, "saloon-1", "-45,45", "0,15", at: position)
    }

    @Test("says where the car is and where it should get to, and which way is next")
    func words() throws {
        let text = try session(at: 3).text(120, 36)
        #expect(text.contains("azimuth -45 → 0"))
        #expect(text.contains("elevation 45 → 15"))
        #expect(text.contains("RIGHT"))
        #expect(text.contains("the nose points 45 degrees left of"))
    }

    @Test("draws blocks with colours, dots without, and ASCII where there is nothing else")
    func modes() throws {
        let session = try session(at: 0)
        #expect(session.text(100, 30).contains("▀"))
        let plain = session.text(100, 30, .with { $0.hasColors = false })
        #expect(plain.unicodeScalars.contains { (0x2801...0x28FF).contains($0.value) })
        #expect(!plain.contains("▀"))
        let bare = session.text(100, 30, glyphs: .ascii)
        #expect(bare.unicodeScalars.allSatisfy { $0.isASCII })
    }

    @Test("moves smoothly from pose to pose on the screen, and stands exactly where the run is in the end")
    func animation() throws {
        let script: [InputEvent?] =
            [.key(.character("n")), .key(.character("s")), .key(.character("s")), .key(.character("s"))]
            + Array(repeating: nil, count: 2_000) + [.key(.character("q"))]
        let screen = HeadlessScreen(size: Size(80, 24), script: script, waits: true)
        var app = DebuggerApp(AppState(try session(at: 0), sourceName: "test"), on: screen)
        app.run()
        let pictures = Set(screen.frames)
        #expect(pictures.count > 4, "\(pictures.count) different frames")
        #expect(app.state.view.camera == nil)
    }
}
