import TUI
import TerminalKit
import Testing

@Suite("The layout of the debugger's screen")
struct LayoutTests {
    private static let sizes = [40, 47, 71, 72, 80, 83, 84, 111, 112, 120, 140, 200, 500].flatMap { width in
        [10, 11, 12, 14, 17, 18, 20, 24, 27, 28, 36, 60, 200].map { Size(width, $0) }
    }

    @Test("panes lie on the screen and never over each other", arguments: sizes)
    func apart(size: Size) {
        let choices = ([nil] + PaneName.allCases.map(Optional.some)).flatMap { [($0, false), ($0, true)] }
        for (zoomed, showsSource) in choices {
            let layout = ScreenLayout(size, zoomed: zoomed, showsSource: showsSource)
            let places =
                PaneName.allCases.compactMap { layout.panes[$0] }
                + [layout.narration, layout.title, layout.timeline, layout.footer].filter { !$0.isEmpty }
            for (index, place) in places.enumerated() {
                #expect(Rect(size: size).intersection(place) == place)
                for other in places[(index + 1)...] { #expect(place.intersection(other).isEmpty) }
            }
            if let zoomed { #expect(layout.panes.keys.contains(zoomed)) }
        }
    }

    @Test("environment, frames, next call and words are always there", arguments: sizes)
    func essentials(size: Size) throws {
        let layout = ScreenLayout(size)
        #expect(try #require(layout.panes[.scratchpad]).height >= 4)
        #expect(try #require(layout.panes[.prediction]).height >= 1)
        #expect(try #require(layout.panes[.stack]).height >= 1)
        #expect(layout.narration.height >= 1)
        if size.width >= 72, size.height >= 18 { #expect(try #require(layout.panes[.trace]).height >= 2) }
    }

    @Test("the text of a task has more room than the trace, and the panes beside it keep what they need")
    func source() throws {
        for size in Self.sizes where size.width >= 72 && size.height >= 18 {
            let (trace, source) = (ScreenLayout(size), ScreenLayout(size, showsSource: true))
            let (before, now) = (try #require(trace.panes[.trace]), try #require(source.panes[.trace]))
            #expect(now.width * now.height > before.width * before.height)
            #expect(try #require(source.panes[.scratchpad]).height >= 5)
            #expect(try #require(source.panes[.prediction]).height >= 5)
        }
        #expect(try #require(ScreenLayout(Size(80, 24), showsSource: true).panes[.trace]).height == 8)
    }

    @Test("a point belongs to the pane that holds it")
    func hits() throws {
        let layout = ScreenLayout(Size(80, 24))
        for (name, place) in layout.panes {
            #expect(layout.pane(at: place.origin) == name)
            #expect(layout.pane(at: Point(place.maxX - 1, place.maxY - 1)) == name)
        }
        #expect(layout.pane(at: .zero) == nil)
    }

    @Test("nothing is arranged on what is too small", arguments: [Size.zero, Size(1, 1), Size(39, 100), Size(100, 9)])
    func tooSmall(size: Size) {
        let layout = ScreenLayout(size)
        #expect(layout.form == .tooSmall)
        #expect(layout.panes.isEmpty)
    }
}
