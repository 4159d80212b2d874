/// One cell of a canvas: a glyph and how it looks, in sixteen bytes.
///
/// A glyph is one scalar with up to two combining marks, which is what terminals agree on: joined emoji are shown as
/// their first part. The right half of a wide glyph is a cell of its own, whose ``scalar`` is nil.
package struct CanvasCell: Hashable, Sendable {
    /// The scalar's value; 0 in the right half of a wide glyph.
    private var base: UInt32
    /// Combining marks of the basic plane; 0 where there is none.
    private var marks: (UInt16, UInt16)
    /// How it looks.
    package var style: Style

    /// A cell that shows `scalar`.
    package init(_ scalar: Unicode.Scalar, style: Style = .text) {
        base = scalar.value
        marks = (0, 0)
        self.style = style
    }

    /// The right half of a wide glyph.
    static func rightHalf(_ style: Style) -> CanvasCell {
        var cell = CanvasCell(" ", style: style)
        cell.base = 0
        return cell
    }

    /// An empty cell.
    package static let blank = CanvasCell(" ")

    /// The glyph's main scalar, or nil in the right half of a wide glyph.
    package var scalar: Unicode.Scalar? {
        base == 0 ? nil : Unicode.Scalar(base)
    }

    /// Whether this is the right half of the wide glyph on its left.
    package var isRightHalf: Bool { base == 0 }

    /// How many cells the glyph takes: 1 or 2, and 0 for a right half.
    package var width: Int {
        scalar.map { $0.columns } ?? 0
    }

    /// The glyph's scalars: none in a right half, else the main one and its marks.
    package var scalars: [Unicode.Scalar] {
        [base, UInt32(marks.0), UInt32(marks.1)].filter { $0 != 0 }.compactMap(Unicode.Scalar.init)
    }

    /// Whether the glyph has no combining marks.
    var isPlain: Bool { marks.0 == 0 }

    /// Whether both show the same, whatever it looks like.
    func hasSameGlyph(_ other: CanvasCell) -> Bool { base == other.base && marks == other.marks }

    /// Adds a combining mark; a third one, or one beyond the basic plane, is left out.
    mutating func combine(_ mark: Unicode.Scalar) {
        guard !isRightHalf, let mark = UInt16(exactly: mark.value) else { return }
        if marks.0 == 0 { marks.0 = mark } else if marks.1 == 0 { marks.1 = mark }
    }

    /// Whether both show the same in the same style.
    package static func == (left: CanvasCell, right: CanvasCell) -> Bool {
        left.base == right.base && left.marks == right.marks && left.style == right.style
    }

    /// Feeds glyph and style to `hasher`.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(base)
        hasher.combine(marks.0)
        hasher.combine(marks.1)
        hasher.combine(style)
    }
}
