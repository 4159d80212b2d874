/// What things on the screen mean. Themes give them their looks.
///
/// A name that a theme says nothing of looks like its ``parent``.
package enum StyleName: UInt8, CaseIterable, Hashable, Sendable {
    /// Everything without a meaning of its own.
    case text
    /// What matters less.
    case dim
    /// Frames of panes.
    case border
    /// The frame of the pane that has the keys.
    case focus
    /// Titles of panes.
    case title
    /// What is to be seen first.
    case accent
    /// The present position in a run.
    case position
    /// What has just changed.
    case changed
    /// What is chosen in a list.
    case selected
    /// What a search found.
    case match
    /// A key to press.
    case key
    /// The command line's prompt.
    case prompt
    /// What could be typed next.
    case completion

    /// A pointer of an environment.
    case pointer
    /// A digit or other value.
    case value
    /// The name of a program.
    case program
    /// The arguments of a call.
    case argument
    /// An action of the environment.
    case action
    /// A return.
    case returned
    /// The explanation in plain words.
    case narration
    /// A carried digit.
    case carry
    /// An exchange of two values.
    case swap
    /// Where a pose should get to.
    case target

    /// Something is right.
    case good
    /// Something deserves a look.
    case warning
    /// A step that the expert would not have made, or another error.
    case mistake
    /// A breakpoint.
    case breakpoint

    /// A bar of a probability.
    case bar
    /// The bar of the likeliest choice.
    case barBest
    /// The bar of the end probability.
    case barEnd
    /// What a bar leaves empty.
    case barRest
    /// The part of the timeline that has happened.
    case past
    /// The rest of the timeline.
    case future

    /// Colours of a number on a strip, from far below zero to far above it; see ``heat``.
    case cold4, cold3, cold2, cold1, neutral, warm1, warm2, warm3, warm4

    /// The colours of numbers, from -1 over 0 to 1. They fill cells and are not for letters; as a ground they give what
    /// they are for the glyph.
    package static let heat: [StyleName] = [.cold4, .cold3, .cold2, .cold1, .neutral, .warm1, .warm2, .warm3, .warm4]

    /// The colour of a number: `value` -1...1, what lies beyond counts as the end.
    package static func heat(_ value: Float) -> StyleName {
        let middle = Float(heat.count / 2)
        guard !value.isNaN else { return .neutral }
        return heat[Int((middle + min(max(value, -1), 1) * middle).rounded())]
    }

    /// The name whose looks it takes where a theme gives it none; nil for ``text``.
    package var parent: StyleName? {
        switch self {
        case .text: nil
        case .dim, .title, .accent, .selected, .value, .program, .narration, .good, .warning, .bar, .neutral: .text
        case .border, .completion, .returned, .barRest, .future: .dim
        case .focus, .position, .match, .key, .prompt, .pointer, .argument, .action, .target, .past: .accent
        case .changed, .carry, .swap, .mistake: .warning
        case .breakpoint: .mistake
        case .barBest, .barEnd: .bar
        case .cold4, .cold3, .cold2, .cold1: .bar
        case .warm1, .warm2, .warm3, .warm4: .warning
        }
    }
}

extension Style {
    /// ``StyleName/text``.
    package static let text = Style(.text)
    /// ``StyleName/dim``.
    package static let dim = Style(.dim)
    /// ``StyleName/border``.
    package static let border = Style(.border)
    /// ``StyleName/focus``.
    package static let focus = Style(.focus)
    /// ``StyleName/title``.
    package static let title = Style(.title)
    /// ``StyleName/accent``.
    package static let accent = Style(.accent)
    /// ``StyleName/selected``.
    package static let selected = Style(.selected)
    /// ``StyleName/key``.
    package static let key = Style(.key)
    /// ``StyleName/program``.
    package static let program = Style(.program)
    /// ``StyleName/mistake``.
    package static let mistake = Style(.mistake)
    /// ``StyleName/good``.
    package static let good = Style(.good)
    /// ``StyleName/bar``.
    package static let bar = Style(.bar)
    /// What a tour points at: stands out without colours too.
    package static let shown = Style(.changed, attributes: [.bold, .reverse])
}
