import Debugger
import NPIKit
import Support
import TerminalKit

/// Why the network does what it does next: what it would do had it seen something else, one thing at a time.
struct WhyPane {
    let scene: Scene

    /// The fewest columns in which the words can be read beside an image.
    private static let narrowestWords = 44

    func draw(on canvas: inout Canvas) {
        guard let memory = scene.session.memory, let insight = scene.view.inside.insight else {
            return NothingInside(scene: scene).draw(on: &canvas)
        }
        let area = canvas.bounds.inset(horizontal: 1)
        guard let why = scene.view.inside.why else {
            return canvas.write(
                StyledText(memory.library[insight.program], .program)
                    + StyledText(", asking the network \(String(canvas.glyphs.ellipsis))", .dim), in: area.row(0))
        }
        let picture = pictureSize(in: area.size, of: why)
        let (words, side) = area.split(right: picture.width > 0 ? picture.width + 1 : 0)
        let width = words.inset(right: picture.width > 0 ? 1 : 0).width
        var lines = lines(of: why, memory, width: width, canvas.glyphs)
        let details = table(of: why, memory, width: width, canvas.glyphs).details
        // What there is room for; of more, the table says enough.
        if lines.count + details.count <= words.height { lines += details }
        for (row, line) in lines.dropFirst(scroll(lines.count, words.height)).prefix(words.height).enumerated() {
            canvas.write(line, in: words.row(row))
        }
        if let occlusion = why.occlusion, !side.isEmpty {
            let place = Rect(origin: side.origin.moved(1, 0), size: picture)
            let world = scene.selected?.world ?? scene.world
            canvas.within(place) {
                OcclusionPicture(world: world, occlusion: occlusion, hasColors: scene.view.hasColors).draw(on: &$0)
            }
            let most = Double(OcclusionPicture.scale(of: occlusion)).decimals(2)
            let legend = scene.view.hasColors ? "red: a grey patch takes \(most)" : "9: a grey patch takes \(most)"
            canvas.write(StyledText(legend, .dim), in: side.row(picture.height).inset(left: 1))
        }
    }

    /// How far the lines can be scrolled on a canvas of `size`.
    func scrollRange(_ size: Size) -> ClosedRange<Int> {
        guard let memory = scene.session.memory, let why = scene.view.inside.why else { return 0...0 }
        let area = Size(size.width - 2, size.height)
        let picture = pictureSize(in: area, of: why)
        let width = area.width - (picture.width > 0 ? picture.width + 2 : 0)
        return 0...max(lines(of: why, memory, width: width, .unicode).count - size.height, 0)
    }

    private func scroll(_ count: Int, _ height: Int) -> Int {
        min(max(scene.view.scroll.inside, 0), max(count - height, 0))
    }

    /// The image is as large as leaves room for the words; a row below it is for its title.
    private func pictureSize(in size: Size, of why: Why) -> Size {
        guard why.occlusion != nil else { return .zero }
        let rows = min(size.height - 1, (size.width - Self.narrowestWords) / 2, 32)
        return rows > 3 ? Size(2 * rows, rows) : .zero
    }

    private func lines(of why: Why, _ memory: ProgramMemory, width: Int, _ glyphs: Glyphs) -> [StyledText] {
        let insight = why.insight
        let words = WhyWords(why, in: scene.world, memory.library)
        var head =
            StyledText(memory.library[insight.program], .program)
            + StyledText(", its \((insight.step + 1).ordinal) step")
        if why.isCurrent(in: scene.session) {
            head += StyledText(insight.position < scene.session.position ? ", which made this: " : ", next: ")
            head += StyledText(words.deed(why.decision), Style(.action))
            head += StyledText(" (\(Probability(why.probability).text) as a whole)", .dim)
        } else {
            head += StyledText(", asking the network \(String(glyphs.ellipsis))", .dim)
        }
        // Behind a mistake the question is meant of that one.
        let isBehindMistake = scene.latest?.judgement == .differs && why.isCurrent(in: scene.session)
        let advice =
            isBehindMistake
            ? "The step before was a mistake: \(scene.view.keys.name(of: .stepBack)) goes back to why." : ""
        let sentences = [
            advice,
            words.correction, words.reading ?? "", words.smallestChange, words.whatMatters, words.image ?? "",
        ]
        .filter { !$0.isEmpty }
        .flatMap { StyledText($0, Style(.narration)).wrapped(to: max(width, 1)) }
        let table = table(of: why, memory, width: width, glyphs).lines
        return head.wrapped(to: max(width, 1)) + sentences + [StyledText()] + table
    }

    private func table(of why: Why, _ memory: ProgramMemory, width: Int, _ glyphs: Glyphs) -> WhyTable {
        let words = WhyWords(why, in: scene.world, memory.library)
        return WhyTable(why: why, words: words, glyphs: glyphs, width: width)
    }
}
