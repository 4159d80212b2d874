/// Something that shows canvases and reports input: a terminal, or a stand-in for one.
///
/// A screen has one owner, which calls it from one thread.
package protocol Screen: AnyObject {
    /// How large a canvas it shows now.
    var size: Size { get }

    /// What its canvases should be drawn with.
    var glyphs: Glyphs { get }

    /// How many colours it shows.
    var depth: ColorDepth { get }

    /// The looks of styles. A change is seen when the next canvas is presented.
    var theme: Theme { get set }

    /// Shows `canvas`, cut or filled up with blanks to the screen's size.
    ///
    /// - Parameters:
    ///   - canvas: What to show.
    ///   - cursor: Where the cursor is to be seen, or nil to hide it.
    func present(_ canvas: Canvas, cursor: Point?)

    /// Waits for input.
    ///
    /// - Parameter timeout: How long to wait at most, in milliseconds: 0 not at all, nil for as long as it takes.
    /// - Returns: The next event, or nil when there was none in time.
    func nextEvent(timeout: Int?) -> InputEvent?
}

extension Screen {
    /// An empty canvas that fits the screen.
    package func makeCanvas() -> Canvas {
        Canvas(size: size, glyphs: glyphs)
    }

    /// Takes the characters that have come behind the character `event`, for a place where text is typed: put in one by
    /// one, each would be put into a longer text.
    ///
    /// - Returns: The characters as one text, or `event` itself; and the event behind, if one has come.
    package func joinText(after event: InputEvent) -> (joined: InputEvent, next: InputEvent?) {
        guard case .key(.character(let first)) = event else { return (event, nextEvent(timeout: 0)) }
        var characters = [first]
        var next = nextEvent(timeout: 0)
        while characters.count < Self.longestJoined, case .key(.character(let character))? = next {
            characters.append(character)
            next = nextEvent(timeout: 0)
        }
        return (characters.count == 1 ? event : .paste(String(characters)), next)
    }

    private static var longestJoined: Int { 1 << 16 }

    /// Shows `canvas` without a cursor.
    package func present(_ canvas: Canvas) {
        present(canvas, cursor: nil)
    }
}
