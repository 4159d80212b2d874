import Support
import TerminalKit

/// The screen as a picture: of one step, or one that shows the run over and over, for a browser, without scripts.
struct SVGExporter: RunExporter {
    let name = "svg"
    let suffix = ".svg"
    let summary = "the screen as a picture that moves, for a browser; with --step N it stands still"
    let options: Set<ExportOption> = [.step, .speed, .size, .theme]
    let stepLimit: Int? = 2_000

    func write(_ run: ExportedRun, to output: inout some TextOutputStream) {
        if run.isStill {
            var frames = FrameSequence(run)
            frames.canvas(at: run.range.lowerBound).writeSVG(to: &output, theme: run.theme)
        } else {
            writeAnimation(run, to: &output)
        }
    }

    /// Writes a picture that moves; the last screen stays for two seconds.
    ///
    /// Each stretch of a row is drawn once, and is visible in the frames that have it: most of a screen stays the same for
    /// many steps, and comes back.
    private func writeAnimation(_ run: ExportedRun, to output: inout some TextOutputStream) {
        var frames = FrameSequence(run)
        var elements = AnimatedElements(stepsPerSecond: run.stepsPerSecond, frameCount: frames.frameCount)
        for (frame, position) in run.range.enumerated() {
            let canvas = frames.canvas(at: position)
            for y in 0..<run.size.height {
                for element in canvas.svgElements(row: y, theme: run.theme, depth: .palette) where !element.isEmpty {
                    elements.show(element, in: frame)
                }
            }
        }
        Canvas.beginSVG(run.size, run.theme, to: &output)
        elements.write(to: &output)
        output.write("</svg>\n")
    }
}

/// The elements of a picture that moves, with the frames in which each is visible.
private struct AnimatedElements {
    private struct Element {
        var text: String
        /// The frames that have it, in order; those that touch are one.
        var spans: [Range<Int>]
    }

    private let stepsPerSecond: Double
    private let frameCount: Int
    private var all: [Element] = []
    private var indices: [String: Int] = [:]

    init(stepsPerSecond: Double, frameCount: Int) {
        self.stepsPerSecond = stepsPerSecond
        self.frameCount = frameCount
    }

    /// Seconds until it begins again.
    private var duration: Double { Double(frameCount) / stepsPerSecond + 2 }

    /// Makes `text` visible in `frame`. Frames come in order.
    mutating func show(_ text: String, in frame: Int) {
        guard let index = indices[text] else {
            indices[text] = all.count
            return all.append(Element(text: text, spans: [frame..<frame + 1]))
        }
        let last = all[index].spans.count - 1
        if all[index].spans[last].upperBound == frame {
            all[index].spans[last] = all[index].spans[last].lowerBound..<frame + 1
        } else {
            all[index].spans.append(frame..<frame + 1)
        }
    }

    func write(to output: inout some TextOutputStream) {
        for element in all {
            if element.spans == [0..<frameCount] {
                output.write(element.text)
            } else {
                write(element, to: &output)
            }
        }
    }

    private func write(_ element: Element, to output: inout some TextOutputStream) {
        let isFirst = element.spans[0].lowerBound == 0
        // The first time of a list has to be 0.
        var times = isFirst ? [] : ["0"]
        var values = isFirst ? [] : ["hidden"]
        for span in element.spans {
            times.append(time(of: span.lowerBound))
            values.append("visible")
            guard span.upperBound < frameCount else { continue }
            times.append(time(of: span.upperBound))
            values.append("hidden")
        }
        // Where nothing moves, the first screen is seen.
        output.write(
            """
            <g visibility="\(isFirst ? "visible" : "hidden")"><animate attributeName="visibility" calcMode="discrete" \
            repeatCount="indefinite" dur="\(duration)s" keyTimes="\(times.joined(separator: ";"))" \
            values="\(values.joined(separator: ";"))"/>
            \(element.text)</g>

            """)
    }

    /// When `frame` begins, as a part of the whole, with seven decimals.
    private func time(of frame: Int) -> String {
        guard frame > 0 else { return "0" }
        return (Double(frame) / stepsPerSecond / duration).decimals(7)
    }
}
