import Debugger
import NPIKit
import Scratchpads
import TUI
import TerminalKit
import TestSupport
import Testing

@Suite("Two runs side by side")
struct ComparisonTests {
    private static let slip = [8: Decision.act(Arguments(3, 2, 7))]

    /// 96 + 125 beside a run that goes wrong at step 9.
    private func compared() throws -> AppState {
        var state = try AppState.adding()
        state.compare(with: try AppState.adding(slips: Self.slip).session, named: "other")
        return state
    }

    private func learned(_ state: AppState) -> AppState {
        var state = state
        while state.pendingWork != .nothing { state.work() }
        return state
    }

    private func screen(_ state: AppState, _ width: Int = 80, _ height: Int = 24) -> String {
        state.text(Size(width, height))
    }

    @Test("both go step by step together")
    func together() throws {
        var state = learned(try compared())
        state.press(.character("s"), .character("s"), .character("n"))
        #expect(state.view.comparison?.other.position == state.position)
        #expect(screen(state).contains("a test") && screen(state).contains("b other"))
        state.press(.end)
        let other = try #require(state.view.comparison?.other)
        #expect(other.position == min(state.position, other.log.count))
    }

    @Test("the key goes to the first decision that differs, and to the first probability")
    func difference() throws {
        var state = learned(try compared())
        #expect(state.view.comparison?.search.decision == 9)
        state.press(.character("!"))
        #expect(state.position == 8)
        #expect(screen(state).contains("they differ: "))
        state.press(.home)
        state.press(.character(":"))
        state.type("goto difference")
        state.press(.enter)
        #expect(state.position == 8)
        state.press(.home)
        state.press(.character(":"))
        state.type("goto prob")
        state.press(.enter)
        #expect(state.position == (state.view.comparison?.search.probability?.event ?? 0) - 1)
    }

    @Test("it is put away and brought back by its key; without one the key asks for it")
    func toggling() throws {
        var state = learned(try compared())
        state.press(.character("&"))
        #expect(!screen(state).contains("b other"))
        state.press(.character("&"))
        #expect(screen(state).contains("b other"))
        var alone = try AppState.adding()
        alone.press(.character("&"))
        #expect(alone.view.prompt?.text == "compare ")
        alone.type("half-trained")
        #expect(alone.update(.key(.enter)) == [.compare("half-trained")])
    }

    @Test("a run of another problem is refused, and there is no difference without another run")
    func refused() throws {
        var state = try AppState.adding()
        state.compare(with: try Trial.addition(["1", "2"]).session(), named: "other")
        #expect(state.view.comparison == nil)
        #expect(state.view.message?.isError == true)
        state.press(.character("!"))
        #expect(state.view.message?.text.hasPrefix("there is nothing to compare with") == true)
    }

    @Test("a branch stands beside the run that it came from")
    func branch() throws {
        var state = try AppState.adding()
        state.press(.end, .home, .character("s"), .character("s"), .character(":"))
        state.type("force return")
        state.press(.enter, .character(":"))
        state.type("compare 1")
        state.press(.enter)
        #expect(state.view.comparison?.name == "branch 1")
        state = learned(state)
        #expect(state.view.comparison?.search.decision == 3)
    }

    @Test("a changed run is compared anew")
    func changed() throws {
        var state = learned(try compared())
        state.press(.home, .character("s"), .character("s"), .character("x"))
        state.type("return")
        state.press(.enter)
        state = learned(state)
        #expect(state.view.comparison?.search.decision == 3)
    }

    @Test("every size of the screen has room for both, or says that it is too small")
    func sizes() throws {
        var state = learned(try compared())
        state.press(.character("!"))
        for width in [1, 20, 30, 40, 41, 69, 71, 72, 80, 140, 300] {
            for height in [1, 5, 8, 10, 11, 14, 18, 24, 40, 80] {
                let text = screen(state, width, height)
                guard width >= 40, height >= 10 else { continue }
                #expect(text.contains("a test") && text.contains("b other"), "\(width)x\(height)")
            }
        }
    }

    @Test("the screen is what it was", arguments: [Size(80, 24), Size(140, 40), Size(40, 12), Size(30, 8)])
    func goldens(size: Size) throws {
        var state = learned(try compared())
        state.press(.character("!"))
        try expectGolden(
            state.text(size) + "\n",
            inRepository: "Tests/Goldens/Screen/compared-\(size.width)x\(size.height).txt")
    }
}
