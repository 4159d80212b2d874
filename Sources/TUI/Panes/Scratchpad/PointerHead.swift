import Scratchpads
import TerminalKit

/// A pointer as it stands below a tape: its name, and what it does next.
struct PointerHead {
    /// What a pointer is about to do.
    enum Next: Hashable {
        case move(Direction)
        /// Writes this symbol.
        case write(String)
        case swap
    }

    /// The column of its cell.
    var column: Int
    /// Its name; empty where it is the row's.
    var name: String
    var next: Next?
    /// Whether it has just moved, or written.
    var hasActed: Bool
    /// Whether a tour shows it.
    var isShown: Bool

    private var style: Style {
        isShown ? .shown : next != nil ? Style(.accent, attributes: .bold) : Style(hasActed ? .changed : .pointer)
    }

    /// Such as "▴L", "←▴L", "▴R→", "▴TO:=3"; without the sign of the pointer where it is not below its cell.
    func text(isInSight: Bool, _ glyphs: Glyphs) -> StyledText {
        var text = isInSight ? String(glyphs.pointerUp) : ""
        text += name
        switch next {
        case .move(.left)?: text = String(glyphs.arrowLeft) + text
        case .move(.right)?: text += String(glyphs.arrowRight)
        case .write(let symbol)?: text += ":=\(symbol)"
        case .swap?: text += "<>"
        case nil: break
        }
        return StyledText(text, style)
    }

    /// Whether an arrow stands before its sign.
    var startsWithArrow: Bool { next == .move(.left) }
}
