import TerminalKit

/// A message that is too long for the footer, in as many lines as it needs above it.
struct MessageBox {
    let message: Message

    /// Draws the message at the bottom of the area if the footer cannot hold it.
    func draw(on canvas: inout Canvas) {
        let area = canvas.bounds
        let text = Footer.text(of: message, canvas.glyphs)
        let width = area.width - 4
        guard text.columns > area.width - 2, width > 0 else { return }
        let lines = text.text.wrapped(to: width)
        let height = min(lines.count + 2, area.height)
        let box = area.split(bottom: height).bottom
        canvas.fill(box)
        canvas.box(box, style: message.isError ? .mistake : .focus)
        for (row, line) in lines.prefix(max(height - 2, 0)).enumerated() {
            canvas.write(line, at: Point(box.minX + 2, box.minY + 1 + row), style: text.runs[0].style)
        }
    }
}
