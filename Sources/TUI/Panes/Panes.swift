import Debugger
import Scratchpads
import TerminalKit
import Tours

/// The panes with their frames.
struct Panes {
    let scene: Scene
    let layout: ScreenLayout

    /// Draws the panes. Returns where the edit cursor stands, if it is in sight.
    func draw(on canvas: inout Canvas) -> Point? {
        if layout.form != .compact { drawFrames(on: &canvas) }
        var cursor: Point?
        for name in PaneName.allCases {
            guard let place = layout.panes[name] else { continue }
            let inner = canvas.within(place) { name.pane.draw(scene, on: &$0) }
            if let inner { cursor = inner.moved(place.minX, place.minY) }
        }
        canvas.within(layout.inside) { drawInside(on: &$0) }
        canvas.within(layout.narration) {
            NarrationPane(scene: scene, isTerse: layout.narration.height < 4).draw(on: &$0)
        }
        if let tour = scene.view.tour {
            let panel = TourPanel(tour: tour, glyphs: canvas.glyphs)
            canvas.within(layout.panel) { panel.draw(isFramed: layout.form != .compact, on: &$0) }
        }
        return cursor
    }

    private func drawInside(on canvas: inout Canvas) {
        if scene.view.isComparing, let comparison = scene.view.comparison {
            return ComparisonPane(scene: scene, comparison: comparison).draw(on: &canvas)
        }
        switch scene.view.inside.mode {
        case .run: break
        case .inside: InsidePane(scene: scene).draw(on: &canvas)
        case .memory: MemoryPane(scene: scene).draw(on: &canvas)
        case .why: WhyPane(scene: scene).draw(on: &canvas)
        case .states: StatesPane(scene: scene).draw(on: &canvas)
        case .trajectory: TrajectoryPane(scene: scene).draw(on: &canvas)
        case .numbers: NumbersPane(scene: scene).draw(on: &canvas)
        }
    }

    private func drawFrames(on canvas: inout Canvas) {
        let frames = layout.panes.mapValues(ScreenLayout.frame)
        for name in PaneName.allCases { frames[name].map { canvas.box($0) } }
        let words = ScreenLayout.frame(of: layout.narration)
        if !layout.narration.isEmpty { canvas.box(words, title: StyledText("In words", .title)) }
        if !layout.inside.isEmpty {
            let title = scene.view.isComparing ? "Two runs" : scene.view.inside.mode.title
            canvas.box(ScreenLayout.frame(of: layout.inside), title: StyledText(title, .title))
        }
        for name in PaneName.allCases where scene.isShown(name) {
            frames[name].map { canvas.box($0, style: Style(.changed)) }
        }
        if !layout.narration.isEmpty, scene.spotlights.contains(.part(.words)) {
            canvas.box(words, style: Style(.changed))
        }
        if let tour = scene.view.tour, !layout.panel.isEmpty {
            let panel = TourPanel(tour: tour, glyphs: canvas.glyphs)
            canvas.box(ScreenLayout.frame(of: layout.panel), title: panel.heading)
        }
        // The frame of the pane with the keys lies over its neighbours'.
        if let focused = frames[scene.view.focus], !scene.isShown(scene.view.focus) {
            canvas.box(focused, style: .focus)
        }
        for name in PaneName.allCases {
            guard let frame = frames[name] else { continue }
            let isFocused = name == scene.view.focus
            let title = title(name, isFocused: isFocused, canvas.glyphs)
            canvas.write(" " + title + " ", in: Rect(frame.minX + 1, frame.minY, max(frame.width - 3, 0), 1))
        }
        if layout.form != .compact {
            let edge = Rect(0, layout.timeline.minY - 1, layout.timeline.width, 1).inset(left: 2, right: 2)
            let legend = TimelinePane.legend(scene, canvas.glyphs, width: layout.timeline.width)
            if legend.columns > 0, legend.columns + 2 <= edge.width {
                canvas.write(" " + legend + " ", in: edge, align: .right)
            }
        }
        if !layout.narration.isEmpty {
            let isShown = scene.spotlights.contains(.part(.words))
            let title = isShown ? Self.shownTitle("In words", canvas.glyphs) : StyledText("In words", .title)
            canvas.write(" " + title + " ", at: Point(words.minX + 1, words.minY))
        }
    }

    private func title(_ name: PaneName, isFocused: Bool, _ glyphs: Glyphs) -> StyledText {
        let text = name.pane.title(scene)
        if scene.isShown(name) { return Self.shownTitle(text, glyphs) }
        return isFocused ? StyledText("\(glyphs.current) \(text)", .focus) : StyledText(text, .title)
    }

    /// The title of something that a tour shows.
    private static func shownTitle(_ text: String, _ glyphs: Glyphs) -> StyledText {
        StyledText("\(glyphs.timelineMark) \(text)", Style(.changed, attributes: .bold))
    }
}

extension ViewMode {
    /// What stands on the frame.
    fileprivate var title: String {
        switch self {
        case .run: "Run"
        case .inside: "Inside the network"
        case .memory: "Program memory"
        case .why: "Why this call"
        case .states: "States over time"
        case .trajectory: "Trajectory of the state"
        case .numbers: "Numbers of the run"
        }
    }
}
