import Exporters
import TUI

extension RunPictures {
    /// The debugger's own.
    static var debugger: RunPictures {
        RunPictures(
            screen: DebuggerPictures.screen(of:sourceName:size:glyphs:),
            environment: DebuggerPictures.environment(of:))
    }
}
