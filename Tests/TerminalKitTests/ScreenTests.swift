import TerminalKit
import Testing

@Suite struct ScreenTests {
    @Test func aScriptedScreenGivesItsInputAndThenCloses() {
        let screen = HeadlessScreen(size: Size(20, 5), script: [.key(.character("s")), nil, .resize(Size(8, 2))])
        #expect(screen.nextEvent(timeout: nil) == .key(.character("s")))
        #expect(screen.nextEvent(timeout: 10) == nil)
        #expect(screen.size == Size(20, 5))
        #expect(screen.nextEvent(timeout: 10) == .resize(Size(8, 2)))
        #expect(screen.makeCanvas().gridSize == Size(8, 2))
        #expect(screen.nextEvent(timeout: nil) == .closed)
        screen.feed(.interrupted)
        #expect(screen.nextEvent(timeout: nil) == .interrupted)
    }

    @Test func whatWasShownIsKept() {
        let screen = HeadlessScreen(size: Size(5, 1))
        var canvas = screen.makeCanvas()
        screen.present(canvas)
        canvas.write("ADD", at: .zero)
        screen.present(canvas, cursor: Point(3, 0))
        #expect(screen.frames.count == 2)
        #expect(screen.lines == ["ADD"])
        #expect(screen.cursor == Point(3, 0))
    }

    @Test func whatIsWrongWithATerminalIsOneLineThatSaysWhatWouldBeRight() {
        #expect(
            "\(ScreenError.typeUnset)" == "TERM is not set; set it, for example TERM=xterm-256color, or use --plain")
        let errors: [ScreenError] = [
            .outputIsNoTerminal, .inputIsNoTerminal, .typeUnset, .typeUnknown("x"), .typeTooSimple("dumb"),
            .cannotOpen("x"),
        ]
        for error in errors {
            #expect(!"\(error)".contains("\n"))
            #expect("\(error)".contains("--plain"))
        }
    }
}
