package import Debugger
package import TerminalKit
import Tours

/// Draws the whole screen of the debugger.
///
/// What is drawn depends on the session, the view and the canvas's size alone. Of a long run or a large environment only
/// what is in sight is looked at, so that a frame takes the same time at any length.
package enum DebuggerScreen {
    /// Draws everything that `state` shows. Returns where the terminal's cursor is to be shown; nil hides it.
    package static func draw(_ state: AppState, into canvas: inout Canvas) -> Point? {
        draw(state.session, state.view, into: &canvas)
    }

    /// Draws everything.
    ///
    /// - Parameters:
    ///   - session: The run.
    ///   - view: How it is looked at.
    ///   - canvas: Where to draw; any size will do.
    /// - Returns: Where the terminal's cursor is to be shown: in a question or in a cell that is edited; nil hides it.
    package static func draw(
        _ session: Session, _ view: ViewState, into canvas: inout Canvas
    ) -> Point? {
        canvas.clear()
        let layout = layout(canvas.bounds.size, view)
        guard layout.form != .tooSmall else {
            let quitKey = view.keys.keys(of: .quit).first?.name
            SizeNotice(canvas.bounds.size, needed: ScreenLayout.minimum, quitKey: quitKey).draw(on: &canvas)
            return nil
        }
        let scene = Scene(session, view)
        var cursor = Panes(scene: scene, layout: layout).draw(on: &canvas)
        canvas.within(layout.title) { TitleBar(scene: scene).draw(on: &$0) }
        canvas.within(layout.timeline) { TimelinePane(scene: scene).draw(on: &$0) }
        canvas.within(layout.footer) { Footer(scene: scene, hints: scene.hints).draw(on: &$0) }
        let area = overlayArea(canvas.bounds.size)
        if view.overlay != nil {
            // What lies behind an overlay steps back.
            canvas.restyle(canvas.bounds) { $0 = .dim }
            cursor = nil
        }
        if let overlay = view.overlay { canvas.within(area) { draw(overlay, scene, on: &$0) } }
        if let message = view.message { MessageBox(message: message).draw(on: &canvas) }
        guard let prompt = view.prompt else { return cursor }
        return PromptLine(prompt: prompt, searchText: view.search.text, session: session).draw(on: &canvas)
    }

    private static func draw(_ overlay: Overlay, _ scene: Scene, on canvas: inout Canvas) {
        let (session, view, list) = (scene.session, scene.view, overlay.list)
        switch overlay.kind {
        case .help:
            HelpOverlay(
                help: help(session, view, canvas.glyphs), scroll: list.selected, keys: view.keys,
                sought: overlay.sought
            ).draw(on: &canvas)
        case .breakpoints: BreakpointOverlay(session: session, list: list, keys: view.keys).draw(on: &canvas)
        case .branches: BranchOverlay(lines: view.branchLines, list: list, keys: view.keys).draw(on: &canvas)
        case .bookmarks: BookmarkOverlay(session: session, list: list, keys: view.keys).draw(on: &canvas)
        case .watches: WatchOverlay(session: session, list: list, keys: view.keys).draw(on: &canvas)
        case .alike: AlikeOverlay(scene: scene, list: list, keys: view.keys).draw(on: &canvas)
        case .failures:
            FailureOverlay(failures: view.failures, folder: view.failureFolder, list: list, keys: view.keys)
                .draw(on: &canvas)
        }
    }

    /// Where the panes stand on a screen of `size`.
    package static func layout(_ size: Size, _ view: ViewState) -> ScreenLayout {
        ScreenLayout(
            size, zoomed: view.isZoomed ? view.focus : nil, looksInside: view.inside.mode != .run,
            isComparing: view.isComparing,
            isProjected: view.isProjected,
            panelRows: view.tour?.wishedRows ?? 0,
            needsTrace: view.focus == .trace || view.showsSource
                || view.tour?.spotlights.contains(.part(.trace)) ?? false,
            showsSource: view.showsSource)
    }

    /// The inside of the panel of a tour on a screen of `size`, its heading not counted.
    static func tourArea(_ size: Size, _ view: ViewState) -> Rect {
        let layout = layout(size, view)
        return layout.form == .compact ? layout.panel.inset(top: 1) : layout.panel
    }

    /// How wide that panel is, whatever is in it.
    static func tourWidth(_ size: Size) -> Int { ScreenLayout(size, panelRows: 1).panel.width }

    /// The step to which a click at `point` on the slider leads; nil beside it.
    package static func step(at point: Point, _ session: Session, _ layout: ScreenLayout) -> Int? {
        let slider = TimelinePane.slider(in: layout.timeline)
        guard slider.contains(point) else { return nil }
        let scale = TimelineScale(positionCount: session.log.count + 1, columnCount: slider.width)
        let positions = scale.positions(of: point.x - slider.minX)
        return min(positions.lowerBound, session.log.count)
    }

    /// The help overlay's groups: what can be done and seen here and now, all keys, and what the run's signs and programs
    /// mean.
    package static func help(_ session: Session, _ view: ViewState, _ glyphs: Glyphs = .unicode) -> [KeyHelp] {
        let guide = ScreenGuide(session: session, view: view, glyphs: glyphs)
        let groups =
            [guide.pane, view.keys.contextHelp(for: view)].compactMap(\.self)
            + view.keys.help(isTouring: view.isTouring) + guide.run
        return groups.compactMap { $0.about(view.overlay?.sought ?? "") }
    }

    /// How far the help overlay can be scrolled on a screen of `size`: more shows nothing else.
    package static func helpScrollLimit(_ help: [KeyHelp], _ size: Size, keys: KeyAssignment) -> Int {
        HelpOverlay(help: help, scroll: 0, keys: keys).scrollLimit(in: overlayArea(size))
    }

    /// Overlays leave the title and the footer free.
    private static func overlayArea(_ size: Size) -> Rect {
        Rect(size: size).inset(top: 1, bottom: 1)
    }
}
