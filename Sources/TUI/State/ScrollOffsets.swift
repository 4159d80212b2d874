/// A way to scroll a pane.
package enum ScrollWay: Hashable, Sendable {
    case up, down, left, right, pageUp, pageDown

    /// How many rows down, if it is a way up or down.
    func rows(page: Int) -> Int? {
        switch self {
        case .up: -1
        case .down: 1
        case .pageUp: -page
        case .pageDown: page
        case .left, .right: nil
        }
    }
}

/// How far panes are scrolled away from what they follow.
package struct ScrollOffsets: Hashable, Sendable {
    /// How many columns or values the environment is scrolled away from its pointers; negative to the left.
    package var scratchpad = 0
    /// How many rows the program memory is scrolled away from the program that runs; negative upwards.
    package var memory = 0
    /// How many lines another look inside the network is scrolled down.
    package var inside = 0
    /// The first frame shown in the stack pane, from the innermost.
    package var stack = 0

    /// Lets the panes of the run follow the position again.
    mutating func follow() {
        stack = 0
        scratchpad = 0
    }

    /// Scrolls the environment on a screen of so many columns.
    mutating func moveScratchpad(_ way: ScrollWay, screenWidth: Int) {
        switch way {
        case .left: scratchpad -= max(screenWidth / 8, 1)
        case .right: scratchpad += max(screenWidth / 8, 1)
        case .up: scratchpad -= 1
        case .down: scratchpad += 1
        case .pageUp: scratchpad -= max(screenWidth / 2, 1)
        case .pageDown: scratchpad += max(screenWidth / 2, 1)
        }
    }

    /// The environment cannot be scrolled further than it is wide.
    mutating func limitScratchpad(to width: Int) {
        scratchpad = min(max(scratchpad, -width), width)
    }

    /// Scrolls another look inside the network, as far as there are lines.
    mutating func moveInside(by rows: Int, within range: ClosedRange<Int>) {
        inside = min(max(inside + rows, range.lowerBound), range.upperBound)
    }

    /// Scrolls the program memory, as far as there are rows.
    mutating func moveMemory(by rows: Int, within range: ClosedRange<Int>) {
        memory = min(max(memory + rows, range.lowerBound), range.upperBound)
    }
}
