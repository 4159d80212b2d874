import Debugger
import Scratchpads
import TUI
import TerminalKit
import TestSupport
import Tours

/// A tour to test the screen with.
enum TestTour {
    static let text = """
        title: Carrying in one minute
        task: add
        input: 96 125
        stops:
          - at: start
            look: scratchpad
            text: |
              We add 96 and 125. The pointers stand at the right end, where ADD1 will begin. This paragraph is long
              enough to be broken on any screen.

              - the first item
              - the second item
          - at: return CARRY
            look: stack, carry[1], ptr_out
            text: CARRY has returned.
            question:
              ask: What has been written?
              choices: [a 1 into CARRY, a 3 into OUT]
              answer: 1
              because: The next column will add it.
          - at: end
            look: trace, out
            question:
              ask: What is 96 + 125?
              answer: 221
        """

    static func player() throws -> TourPlayer {
        let tour = try Tour(reading: text, file: "test.yaml")
        let session = try Session(tour.problem, predictor: ExpertPredictor())
        return TourPlayer(tour, try TourPlan(tour, on: session))
    }

    /// The screen that plays it.
    static func state(_ size: Size = Size(80, 24), isPlaying: Bool = false, pace: Duration? = nil) throws -> AppState {
        let player = try player()
        var state = AppState(player.place.session, sourceName: "test")
        state.begin(player, pace: pace, isPlaying: isPlaying)
        _ = state.update(.resize(size))
        return state
    }
}

extension AppState {
    /// The screen as text.
    func text(_ size: Size, glyphs: Glyphs = .unicode) -> String {
        session.text(size.width, size.height, view, glyphs: glyphs)
    }
}
