public import Debugger

public enum DebuggerScreen {
    public static func draw(
        _ session: Session, _ view: ViewState, hints: [KeyHint], help: [KeyHelp], into canvas: inout Canvas
    ) -> Point? { nil }
}
