/// Says how large the screen would have to be.
struct SizeNotice {
    let size: Size
    let needed: Size

    init(_ size: Size, needed: Size) {
        self.size = size
        self.needed = needed
    }

    func draw(on canvas: inout Canvas) {
        var lines: [String] = []
        if size.width < needed.width { lines.append("Width \(size.width), needed \(needed.width)") }
        if size.height < needed.height { lines.append("Height \(size.height), needed \(needed.height)") }
        let top = centered(lines.count, in: size.height)
        for (row, line) in lines.enumerated() {
            canvas.write(StyledText(line, Style(.warning)), in: canvas.bounds.row(top + row), align: .center)
        }
    }
}
