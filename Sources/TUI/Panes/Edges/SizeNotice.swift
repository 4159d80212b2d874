import TerminalKit

/// Says how large the screen would have to be.
struct SizeNotice {
    let size: Size
    let needed: Size
    /// The key that leaves, where one does; other keys wait until it can be seen what they do.
    let quitKey: String?

    init(_ size: Size, needed: Size, quitKey: String?) {
        self.size = size
        self.needed = needed
        self.quitKey = quitKey
    }

    func draw(on canvas: inout Canvas) {
        var lines = ["too small: \(size.width)x\(size.height)", "enlarge to \(needed.width)x\(needed.height)"]
        if let quitKey, size.height > lines.count { lines.append("\(quitKey) quits") }
        let top = centered(lines.count, in: size.height)
        for (row, line) in lines.enumerated() {
            canvas.write(StyledText(line, Style(.warning)), in: canvas.bounds.row(top + row), align: .center)
        }
    }
}
