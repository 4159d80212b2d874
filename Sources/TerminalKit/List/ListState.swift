/// Which line of a list is chosen.
package struct ListState: Hashable, Sendable {
    /// The chosen line, from 0. It may lie beyond a list that has become shorter: see ``chosen(of:)``.
    package private(set) var selected: Int

    /// Begins at line `selected`.
    package init(selected: Int = 0) { self.selected = selected }

    /// The chosen line of a list with `count` lines; 0 in an empty one.
    package func chosen(of count: Int) -> Int { min(max(selected, 0), max(count - 1, 0)) }

    /// Moves the choice by so many lines, as far as there are lines.
    package mutating func move(by offset: Int, of count: Int) {
        selected = ListState(selected: chosen(of: count) + offset).chosen(of: count)
    }

    /// The first line in sight of `rows`: as far up as lets the chosen line be seen with `margin` lines below it.
    package func first(of count: Int, rows: Int, margin: Int = 0) -> Int {
        min(max(chosen(of: count) - rows + 1 + margin, 0), max(count - rows, 0))
    }
}
