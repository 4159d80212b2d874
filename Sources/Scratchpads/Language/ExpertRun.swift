import Support

/// How many events the programs of a file need.
enum ExpertMeasure {
    /// Beyond it a run is taken for one that never ends.
    static let limit = 20_000_000

    /// By running them, up to ``limit``.
    static func eventCount(of task: FileTask, from world: TaskPad) -> Int {
        var run = ExpertRun(task.form, in: world)
        while run.eventCount < limit, run.advance() {}
        return run.eventCount
    }
}

/// A run of a file's programs by themselves.
struct ExpertRun {
    private(set) var pad: TaskPad
    private(set) var eventCount = 1
    private var frames: [(program: Int, arguments: [Int], place: Int)] = [(0, [0, 0, 0], 0)]
    private let depthLimit: Int
    /// A write or an argument that did not fit, with the line where it stands.
    private(set) var misfit: Misfit?
    private(set) var isTooDeep = false
    /// The statements that were carried out.
    private(set) var used: Set<SourceSpan> = []

    /// A value where it does not fit.
    struct Misfit {
        var line: Int
        var value: Int
        /// What it does not fit into, such as "OUT holds".
        var holder: String
        var largest: Int
    }

    /// - Parameter depthLimit: How deep calls may nest.
    init(_ form: TaskForm, in pad: TaskPad, depthLimit: Int = 1 << 20) {
        self.pad = pad
        self.depthLimit = depthLimit
    }

    /// Whether the first program has returned.
    var isOver: Bool { frames.isEmpty }

    /// Makes the next event. Returns whether there can be another.
    mutating func advance() -> Bool {
        guard let top = frames.last, !isTooDeep else { return false }
        let code = pad.form.programs[top.program].code
        let step = code.step(from: top.place, in: pad, top.arguments)
        frames[frames.count - 1].place = step.place
        eventCount += 1
        if let statement = step.statement { used.insert(code.statements[statement].span) }
        switch step.instruction {
        case .call(let callee, let formulas, _):
            let values = formulas.map { $0.value(in: pad, top.arguments) ?? 0 }
            note(values, "an argument is", 9, step, code)
            guard frames.count < depthLimit else {
                isTooDeep = true
                return false
            }
            frames.append((callee, values.map { min(max($0, 0), 9) } + [0, 0, 0], 0))
        case .write(let term, let formula, _):
            let value = formula.value(in: pad, top.arguments)
            if let index = pad.form.pointers[pad.form.pointer(term, top.arguments)].row, let value {
                let row = pad.form.rows[index]
                note([value], "\(row.name) holds", row.alphabet.symbols.count - 1, step, code)
            }
            step.action(in: pad, top.arguments).map { _ = pad.perform($0.arguments) }
        case .move, .swap, .copy: step.action(in: pad, top.arguments).map { _ = pad.perform($0.arguments) }
        case .end, .jump, .branch, .loop, nil: frames.removeLast()
        }
        return !frames.isEmpty
    }

    private mutating func note(
        _ values: [Int], _ holder: @autoclosure () -> String, _ largest: Int, _ step: ProgramCode.Step,
        _ code: ProgramCode
    ) {
        guard misfit == nil, let statement = step.statement,
            let value = values.first(where: { !(0...largest).contains($0) })
        else { return }
        misfit = Misfit(
            line: code.statements[statement].span.line, value: value, holder: holder(), largest: largest)
    }
}

extension ExpertRun {
    /// Which programs call each other without end.
    var endlessCalls: String {
        let names = frames.map { pad.form.programs[$0.program].name }
        guard let last = names.last, let before = names.dropLast().lastIndex(of: last) else {
            return "the programs call each other without end"
        }
        let cycle = names[before..<(names.count - 1)]
        return cycle.count == 1
            ? "\(last) calls itself without end" : "\(cycle.joined(separator: " and ")) call each other without end"
    }

    /// Which loop goes on without end: that of the outermost frame that is not left any more.
    var endlessLoop: String {
        var run = self
        var depth = frames.count
        for _ in 0..<100_000 where run.advance() { depth = min(depth, run.frames.count) }
        let text = "the programs have not halted after \(eventCount.grouped) events"
        guard run.frames.indices.contains(depth - 1) else { return text }
        let frame = run.frames[depth - 1]
        let loop = pad.form.programs[frame.program].code.line(ofLoopAround: frame.place)
        return loop.map { "\(text): the loop of line \($0) goes on" } ?? text
    }
}

extension ProgramCode {
    /// The line of the innermost loop around the statement behind which a frame stands at `place`; nil where there is none.
    fileprivate func line(ofLoopAround place: Int) -> Int? {
        guard statements.indices.contains(place - 1) else { return nil }
        let index = statements[place - 1].next - 1
        let loops = instructions.enumerated().compactMap { head, instruction -> Int? in
            guard case .loop(_, _, let exit, let statement) = instruction, head < index, index < exit else {
                return nil
            }
            return statements[statement].span.line
        }
        return loops.last
    }
}
