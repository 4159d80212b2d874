package import Debugger
package import TerminalKit

/// How a run is drawn. Whoever knows the debugger's screen hands this over, so that no format has to know it.
package struct RunPictures: Sendable {
    /// Draws the whole screen at the session's position; the title calls the network or the recording by the name.
    package var screen: @Sendable (_ session: Session, _ sourceName: String, _ size: Size, _ glyphs: Glyphs) -> Canvas
    /// Draws the environment alone at the session's position. The size is the same at each position.
    package var environment: @Sendable (_ session: Session) -> Canvas

    /// Pictures that are drawn by these functions.
    package init(
        screen:
            @escaping @Sendable (_ session: Session, _ sourceName: String, _ size: Size, _ glyphs: Glyphs) -> Canvas,
        environment: @escaping @Sendable (_ session: Session) -> Canvas
    ) {
        self.screen = screen
        self.environment = environment
    }
}
