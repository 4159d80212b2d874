import Debugger
import Foundation
import Scratchpads
import TestSupport
import Tours

/// Tours to test with.
enum Example {
    /// That of the documentation.
    static let carrying = """
        title: Carrying in one minute
        about: What happens where a column adds up to more than nine.
        task: add
        input: 8 5
        stops:
          - at: start
            text: |
              We add 8 and 5.
          - at: CARRY
            look: stack, out[0]
            text: |
              CARRY has been called, since 8 + 5 is more than 9.

              A 3 stands in OUT already.
          - move: step 2
            look: carry[1]
            question:
              ask: What has been written, and where?
              choices:
                - a 1 into CARRY, one column to the left
                - a 3 into OUT
              answer: 1
              because: The next column will add it.
        """

    /// A tour on 96 + 125 with these stops; the first of them stands in line 5.
    static func tour(_ stops: String) -> String {
        "title: A\ntask: add\ninput: 96 125\nstops:\n" + stops
    }

    /// A run by a stand-in that makes no mistakes.
    static func session(_ tour: Tour) throws -> Session {
        try Session(tour.problem, predictor: ExpertPredictor([tour.problem.task]))
    }

    /// The text of the documentation.
    static var documentation: String {
        get throws {
            let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().deletingLastPathComponent()
            return try String(contentsOf: root.appendingPathComponent("Documentation/Tours.md"), encoding: .utf8)
        }
    }
}
