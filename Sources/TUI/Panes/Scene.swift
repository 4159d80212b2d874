package import Debugger
import NPIKit
import Scratchpads
import Support
import TerminalKit
import Tours

/// What the panes draw: the session and the view, with what several panes ask for found once.
package struct Scene {
    let session: Session
    let view: ViewState
    /// The environment at the position.
    let world: AnyScratchpad
    /// The event that was applied last; nil at position 0.
    let latest: EventRecord?
    /// The event that comes next; nil if it is not known, or there is none.
    let next: EventRecord?
    /// The step that the selected frame is about; nil where it is not known, or there is none.
    let selected: SelectedStep?
    /// Where the run is in the text of its task, while that is shown.
    let source: SourceMarks?

    package init(_ session: Session, _ view: ViewState) {
        self.session = session
        self.view = view
        world = session.world
        latest = session.position > 0 ? session.log[session.position] : nil
        next = session.knownNext(at: session.position)
        selected = session.selectedStep
        source = view.showsSource ? session.sourceMarks : nil
    }

    /// The footer's keys where the run has come to its end; nil elsewhere.
    private var endHints: [KeyHint]? { verdict.map { _ in view.keys.endHints(isLive: session.isLive) } }

    /// The footer's keys for what is going on; the usual ones without those that do nothing here.
    var hints: [KeyHint] {
        if view.overlay != nil { return [view.keys.hint(.listClose, "closes this")].compactMap(\.self) }
        let hints = view.keys.hints(for: view) ?? endHints ?? useful
        guard view.isZoomed, view.inside.mode == .run, view.activity == .idle,
            let zoom = view.keys.hint(.zoom, "all panes")
        else { return hints }
        return [zoom] + hints.filter { $0.key != zoom.key }
    }

    private var useful: [KeyHint] {
        var idle: [CommandID] = session.isLive ? [] : [.edit, .another]
        if session.ending != nil, session.mark(after: session.position) == nil { idle.append(.nextMark) }
        let keys = idle.flatMap { view.keys.keys(of: $0).map(\.name) }
        let hints = view.keys.hints.filter { !keys.contains($0.key) }
        guard let next, next.judgement == .differs, !isAsked else { return hints }
        // Just before a mistake.
        let ways = [view.keys.hint(.viewWhy, "why"), session.isLive ? view.keys.hint(.force, "do instead") : nil]
        return hints.prefix(1) + ways.compactMap(\.self) + hints.dropFirst()
    }

    /// What a tour shows.
    var spotlights: Set<Spotlight> { view.tour?.spotlights ?? [] }

    /// Whether a tour shows this pane.
    func isShown(_ pane: PaneName) -> Bool {
        let part = pane == .trace && source != nil ? Spotlight.Part.source : pane.pane.spotlight
        return spotlights.contains(.part(part))
    }

    /// The action that was performed last, if the latest event is one that changed something.
    var latestAction: Arguments? {
        guard case .act(let arguments, let effect)? = latest?.event, !effect.isNone else { return nil }
        return arguments
    }

    /// The action that comes next, if the next event is one.
    var nextAction: Arguments? {
        guard case .act(let arguments, _)? = next?.event else { return nil }
        return arguments
    }

    /// What happens in an event: "call ADD1", "WRITE OUT 1", "return from ADD1".
    func eventDescription(_ record: EventRecord) -> StyledText {
        switch record.event {
        case .call: "call " + StyledText(session.name(of: record), Style(.program))
        case .act: StyledText(session.name(of: record), Style(.action))
        case .return(let program):
            StyledText("return from ", Style(.returned)) + StyledText(session.library[program], Style(.program))
        }
    }

    /// Whether a tour's question waits for its answer, so that the answer is not told.
    var isAsked: Bool { view.tour?.isAsking ?? false }

    /// Whether a step is shown as a mistake: one ahead is not while a tour asks about it.
    func isShownWrong(_ record: EventRecord) -> Bool {
        record.judgement == .differs && !(isAsked && record.number > session.position)
    }

    /// What the expert would do in the selected step, in the same words.
    var advice: StyledText? {
        selected?.advice.map { decision in
            let name = world.name(of: decision, in: session.library)
            return switch decision {
            case .call: "call " + StyledText(name, Style(.program))
            case .act: StyledText(name, Style(.action))
            case .end: StyledText(name, Style(.returned))
            }
        }
    }

    /// How the run has ended at the position, if it has.
    var verdict: Verdict? {
        session.isAtEnd ? session.ending.map { Verdict($0, of: session) } : nil
    }
}
