import Debugger
import Scratchpads
import Support
import TerminalKit

/// A recording of the screen for asciinema and its players: asciicast, version 2.
///
/// A step takes `1 / stepsPerSecond`; the last screen stays for two seconds. Only rows that changed are drawn again.
/// Players stop at markers if they are asked to: there is one at each call of the top program.
struct AsciicastExporter: RunExporter {
    let name = "asciicast"
    let suffix = ".cast"
    let summary = "the debugger's screen, for asciinema and its players (version 2)"
    let options: Set<ExportOption> = [.speed, .size, .theme]
    let stepLimit: Int? = 20_000

    func write(_ run: ExportedRun, to output: inout some TextOutputStream) {
        var frames = FrameSequence(run)
        let title = run.session.problem.title(width: 60)
        output.write(
            """
            {"version":2,"width":\(run.size.width),"height":\(run.size.height),"title":\(title.quotedAsJSON),\
            "env":{"TERM":"xterm-256color"},\
            "theme":{"fg":"\(run.theme.ink.hex)","bg":"\(run.theme.paper.hex)","palette":"\(Asciicast.palette)"}}

            """)
        var shown: [String] = []
        for (frame, position) in run.range.enumerated() {
            let time = Asciicast.seconds(Double(frame) / run.stepsPerSecond)
            let rows = frames.canvas(at: position).ansi(theme: run.theme).split(separator: "\n").map(String.init)
            if frames.isTopLevelCall(at: position) {
                output.write("[\(time),\"m\",\("step \(position): \(frames.name(at: position))".quotedAsJSON)]\n")
            }
            var text = shown.isEmpty ? "\u{1B}[?25l\u{1B}[2J" : ""
            for (y, row) in rows.enumerated() where !shown.indices.contains(y) || shown[y] != row {
                text += "\u{1B}[\(y + 1);1H\(row)"
            }
            shown = rows
            output.write("[\(time),\"o\",\(text.quotedAsJSON)]\n")
        }
        let end = Asciicast.seconds(Double(frames.frameCount - 1) / run.stepsPerSecond + 2)
        output.write("[\(end),\"o\",\("\u{1B}[0m\u{1B}[\(run.size.height);1H\u{1B}[?25h\r\n".quotedAsJSON)]\n")
    }
}

/// How asciicast writes things.
private enum Asciicast {
    /// The sixteen colours that terminals choose themselves, as xterm has them.
    static let palette = (0..<16).map { Color(rawValue: $0).rgb.hex }.joined(separator: ":")

    /// Seconds to the microsecond.
    static func seconds(_ time: Double) -> String {
        let microseconds = Int((time * 1_000_000).rounded())
        let fraction = String(microseconds % 1_000_000)
        return "\(microseconds / 1_000_000).\(String(repeating: "0", count: 6 - fraction.count))\(fraction)"
    }
}
