import Debugger
import NPIKit
import Scratchpads
import TUI
import TerminalKit
import TestSupport

extension AppState {
    /// The debugger on 96 + 125, run by a stand-in that adds without fault: 39 events.
    static func adding(slips: [Int: Decision] = [:]) throws -> AppState {
        let problem = try Problem(task: .add, input: ["96", "125"])
        return AppState(try Session(problem, predictor: ExpertPredictor(slips: slips)), sourceName: "test")
    }

    /// Presses keys one after the other, each taking effect in full.
    mutating func press(_ keys: Key...) {
        for key in keys {
            _ = update(.key(key))
            settle()
        }
    }

    /// Types a text.
    mutating func type(_ text: String) {
        for character in text { _ = update(.key(.character(character))) }
        settle()
    }

    /// Does all work that a user would wait for.
    mutating func settle() {
        while pendingWork == .foreground { work() }
    }

    var position: Int { session.position }
}
