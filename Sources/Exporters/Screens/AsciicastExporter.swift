import Debugger
import Scratchpads
import Support
import TerminalKit

/// A recording of the screen for asciinema and its players: asciicast, version 2.
///
/// A step takes `1 / stepsPerSecond`; the last screen stays for two seconds. Only cells that changed are drawn again.
/// Players stop at markers if they are asked to: there is one at each call of the top program. What they write to a terminal
/// has no escapes but the screen's own, also once it is read from JSON.
struct AsciicastExporter: RunExporter {
    let name = "asciicast"
    let suffix = ".cast"
    let summary = "the debugger's screen, for asciinema and its players (version 2)"
    let options: Set<ExportOption> = [.speed, .size, .theme]
    let stepLimit: Int? = 20_000

    /// The sixteen colours that terminals choose themselves, as xterm has them.
    private static let palette = (0..<16).map { Color(rawValue: $0).rgb.hex }.joined(separator: ":")

    func write(_ run: ExportedRun, to output: inout some TextOutputStream) {
        var frames = FrameSequence(run)
        let title = run.session.problem.title(width: 60)
        output.write(
            """
            {"version":2,"width":\(run.size.width),"height":\(run.size.height),"title":\(title.printable.quotedAsJSON),\
            "env":{"TERM":"xterm-256color"},\
            "theme":{"fg":"\(run.theme.ink.hex)","bg":"\(run.theme.paper.hex)","palette":"\(Self.palette)"}}

            """)
        var changes = CanvasChanges(theme: run.theme)
        for (frame, position) in run.range.enumerated() {
            let time = (Double(frame) / run.stepsPerSecond).decimals(6)
            let text = changes.text(for: frames.canvas(at: position))
            if frames.isTopLevelCall(at: position) {
                output.write(
                    "[\(time),\"m\",\("step \(position): \(frames.name(at: position).printable)".quotedAsJSON)]\n")
            }
            output.write("[\(time),\"o\",\((frame == 0 ? "\u{1B}[?25l" + text : text).quotedAsJSON)]\n")
        }
        let end = (Double(frames.frameCount - 1) / run.stepsPerSecond + 2).decimals(6)
        output.write("[\(end),\"o\",\("\u{1B}[0m\u{1B}[\(run.size.height);1H\u{1B}[?25h\r\n".quotedAsJSON)]\n")
    }
}
