import Glibc
import Support
import TerminalKit
import Testing

@Suite struct GlyphTests {
    private func marks(_ glyphs: Glyphs) -> [Unicode.Scalar] {
        [
            glyphs.ellipsis, glyphs.empty, glyphs.separator, glyphs.current, glyphs.unfolded, glyphs.folded,
            glyphs.right, glyphs.wrong, glyphs.pointerDown, glyphs.pointerUp, glyphs.pointerLeft,
            glyphs.pointerRight, glyphs.arrowUp, glyphs.arrowDown, glyphs.arrowLeft, glyphs.arrowRight,
            glyphs.timelineStart, glyphs.timelineEnd, glyphs.timelinePast, glyphs.timelineFuture,
            glyphs.timelinePosition, glyphs.timelineMark, glyphs.breakpoint, glyphs.breakpointOff, glyphs.barRest,
        ] + glyphs.horizontalParts + glyphs.verticalParts
    }

    @Test func everyGlyphTakesOneColumn() {
        #expect(marks(.unicode).allSatisfy { $0.columns == 1 })
        #expect(marks(.ascii).allSatisfy { $0.isASCII })
    }

    @Test func anASCIICanvasHoldsNothingElse() {
        var canvas = Canvas(size: Size(40, 5), glyphs: .ascii)
        canvas.box(canvas.bounds, title: "ADD › ADD1…", footer: "日本")
        canvas.write("▾ ● × — “x” é e\u{301} 😀 ╭┼ ▀", at: Point(1, 1))
        canvas.bar(0.7, in: Rect(1, 2, 38, 1), rest: .dim)
        canvas.fill(Rect(1, 3, 3, 1), with: "█")
        #expect(canvas.lines.joined().utf8.allSatisfy { $0 < 128 })
        #expect(canvas.lines[0].hasPrefix("+ ADD > ADD1~ -"))
        #expect(canvas.lines[1].hasPrefix("|v O x - \"x\" ? e ?? ++ ^"))
        #expect(canvas.lines[4].hasPrefix("+ ???? -"))
    }

    /// The C library decides where ncurses thinks the cursor is; a difference would garble a row.
    @Test func widthsAreThoseOfTheCLibrary() throws {
        let locale = try #require(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil))
        let previous = uselocale(locale)
        defer {
            uselocale(previous)
            freelocale(locale)
        }
        let symbol = try #require(dlsym(UnsafeMutableRawPointer(bitPattern: 0), "wcwidth"))
        let wcwidth = unsafeBitCast(symbol, to: (@convention(c) (wchar_t) -> Int32).self)
        // Latin, Greek, Cyrillic, punctuation, arrows, technical signs, lines, blocks, shapes, braille, East Asia, emoji.
        let ranges: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0xA0...0x17F, 0x300...0x36F, 0x391...0x3A1, 0x410...0x44F, 0x2010...0x2027, 0x2030...0x205E,
            0x2190...0x23FF, 0x2500...0x27BF, 0x2800...0x28FF, 0x3041...0x3096, 0x4E00...0x9FFF, 0xAC00...0xD7A3,
            0x1160...0x11FF, 0xFF01...0xFF60, 0x1F300...0x1F5FF, 0x1F600...0x1F64F, 0x20000...0x20100,
        ]
        for value in ranges.joined() {
            let scalar = try #require(Unicode.Scalar(value))
            // What takes no place although it is a letter is not sent; a mark stands for it.
            let width = scalar.isUnprintable ? 1 : wcwidth(wchar_t(value))
            #expect(Int32(scalar.columns) == width, "U+\(String(value, radix: 16))")
        }
    }
}
