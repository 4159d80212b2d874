/// A line of text in several styles.
///
///     let line: StyledText = "step " + StyledText("17", .accent) + " of 62"
///     line.columns  // 13
package struct StyledText: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// A stretch of text in one style.
    package struct Run: Hashable, Sendable {
        /// What it says.
        package var text: String
        /// How it looks.
        package var style: Style
    }

    /// The stretches, in order.
    package private(set) var runs: [Run] = []

    /// No text.
    package init() {}

    /// Text in one style.
    package init(_ text: String, _ style: Style = .text) {
        append(text, style)
    }

    /// Text in the plain style.
    package init(stringLiteral value: String) {
        self.init(value)
    }

    /// Adds text at the end.
    package mutating func append(_ text: String, _ style: Style = .text) {
        guard !text.isEmpty else { return }
        if let last = runs.indices.last, runs[last].style == style {
            runs[last].text += text
        } else {
            runs.append(Run(text: text, style: style))
        }
    }

    /// Adds `other` at the end.
    package mutating func append(_ other: StyledText) {
        for run in other.runs { append(run.text, run.style) }
    }

    /// `left` followed by `right`.
    package static func + (left: StyledText, right: StyledText) -> StyledText {
        var sum = left
        sum.append(right)
        return sum
    }

    /// Adds `right` to `left`.
    package static func += (left: inout StyledText, right: StyledText) {
        left.append(right)
    }

    /// What it says, without styles.
    package var text: String { runs.map(\.text).joined() }

    /// How many columns it takes.
    package var columns: Int { runs.reduce(0) { $0 + $1.text.columns } }

    /// The text on another ground, such as ``StyleName/selected``.
    package func on(_ ground: StyleName) -> StyledText {
        var text = self
        for index in text.runs.indices { text.runs[index].style.ground = ground }
        return text
    }

    /// As much as fits `columns`; when something is left out, `mark` ends it.
    package func fitted(to columns: Int, mark: Unicode.Scalar = "…") -> StyledText {
        guard self.columns > columns else { return self }
        guard columns > 0 else { return StyledText() }
        var fitted = StyledText()
        var room = columns - 1
        for run in runs {
            let part = run.text.prefix(columns: room)
            fitted.append(String(part), run.style)
            room -= part.columns
            if part.endIndex < run.text.endIndex {
                fitted.append(String(mark), run.style)
                break
            }
        }
        return fitted
    }
}
