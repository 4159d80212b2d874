import TerminalKit
import Tours

/// A pane of the debugger's screen: everything about it but where it stands, which ``ScreenLayout`` says.
protocol Pane: Sendable {
    /// Its name.
    var name: PaneName { get }
    /// Which part of the screen a tour calls it.
    var spotlight: Spotlight.Part { get }
    /// What the help calls it: "the trace".
    var place: String { get }
    /// The commands that matter while it has the keys.
    var commands: [CommandID] { get }
    /// The footer's hints while it has the keys; nil for the usual ones.
    func hints(_ keys: KeyAssignment) -> [KeyHint?]?
    /// What stands on its frame.
    func title(_ scene: Scene) -> String
    /// Draws its inside. Returns where the edit cursor stands, if it is in sight.
    func draw(_ scene: Scene, on canvas: inout Canvas) -> Point?
    /// Scrolls it.
    func scroll(_ way: ScrollWay, _ state: inout AppState)
    /// Handles a click on it.
    ///
    /// - Parameters:
    ///   - point: Where on the screen.
    ///   - place: Where the pane's inside stands.
    func click(_ point: Point, in place: Rect, _ state: inout AppState)
}

extension Pane {
    func hints(_ keys: KeyAssignment) -> [KeyHint?]? { nil }

    func scroll(_ way: ScrollWay, _ state: inout AppState) { state.scrollScratchpad(way) }

    func click(_ point: Point, in place: Rect, _ state: inout AppState) {}
}
