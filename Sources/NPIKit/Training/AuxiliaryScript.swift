import Support

/// What an auxiliary program does: some decisions, then perhaps a loop of others until a field shows a value, then some
/// more, and a return. A real RESET is such a script: LSHIFT until the bit PTR 1 START is 1.
public struct AuxiliaryScript: Hashable, Sendable {
    /// A loop that ends when a field shows a value at the beginning of a round.
    public struct Loop: Hashable, Sendable {
        /// The field's index in the observation.
        public var field: Int
        /// The category that ends the loop.
        public var value: Int
        /// What each round does.
        public var body: [Decision]

        /// Makes a loop.
        public init(untilField field: Int, is value: Int, body: [Decision]) {
            self.field = field
            self.value = value
            self.body = body
        }
    }

    /// What comes first.
    public var opening: [Decision]
    /// What is repeated, if anything is.
    public var loop: Loop?
    /// What comes last.
    public var closing: [Decision]

    /// Makes a script.
    public init(opening: [Decision] = [], loop: Loop? = nil, closing: [Decision] = []) {
        self.opening = opening
        self.loop = loop
        self.closing = closing
    }

    /// What scripts are drawn from.
    struct Choices {
        var calls: [Decision]
        var auxiliaryCalls: [Decision]
        var actions: [Decision]
        var fieldSizes: [Int]

        init(
            _ spec: ObservationSpec, like demonstrations: [FrameTrace], _ library: ProgramLibrary,
            including names: [String]
        ) {
            let frames = demonstrations.lazy.filter { $0.encoder == spec.encoder }
            let programs = Set(frames.map(\.program))
            calls = programs.sorted { $0.rawValue < $1.rawValue }.map { .call($0, .none) }
            auxiliaryCalls = names.compactMap(library.program(named:)).map { .call($0, .none) }
            var seen: Set<Decision> = []
            actions = frames.flatMap(\.decisions).filter {
                if case .act = $0 { seen.insert($0).inserted } else { false }
            }
            fieldSizes = spec.fields.map(\.size)
        }

        func draw(using generator: inout SeededGenerator) -> Decision {
            let point = generator.unit()
            let pool = point < 0.6 ? calls : point < 0.8 ? auxiliaryCalls : actions
            return (pool.isEmpty ? calls : pool).randomElement(using: &generator) ?? .end
        }

        func draw(_ counts: ClosedRange<Int>, using generator: inout SeededGenerator) -> [Decision] {
            (0..<Int.random(in: counts, using: &generator)).map { _ in draw(using: &generator) }
        }
    }

    init(drawnFrom choices: Choices, using generator: inout SeededGenerator) {
        guard generator.unit() < 0.5 else {
            self.init(opening: choices.draw(1...3, using: &generator))
            return
        }
        // Bits are what real loops wait for.
        let bits = choices.fieldSizes.indices.filter { choices.fieldSizes[$0] == 2 }
        let field =
            (generator.unit() < 0.8 ? bits : Array(choices.fieldSizes.indices)).randomElement(using: &generator) ?? 0
        let opening = generator.unit() < 0.5 ? [] : choices.draw(1...1, using: &generator)
        let body = choices.draw(generator.unit() < 0.6 ? 1...1 : 2...2, using: &generator)
        let value = Int.random(in: 0..<choices.fieldSizes[field], using: &generator)
        self.init(
            opening: opening, loop: Loop(untilField: field, is: value, body: body),
            closing: generator.unit() < 0.6 ? [] : choices.draw(1...1, using: &generator))
    }

    /// Its parts, each as a number of its own: what stands at which place.
    var parts: [UInt64] {
        func parts(_ decisions: [Decision], section: UInt64) -> [UInt64] {
            decisions.enumerated().map { place, decision in (section << 8 | UInt64(place)) << 40 | decision.code }
        }
        var all = parts(opening, section: 1) + parts(closing, section: 2)
        if let loop {
            all += parts(loop.body, section: 3)
            all.append(UInt64(4) << 48 | UInt64(loop.field) << 8 | UInt64(loop.value))
        }
        return all
    }

    /// One run of the script over random observations, as a frame of `program`.
    func frame(
        of program: ProgramID, _ spec: ObservationSpec, longestLoop: Int, using generator: inout SeededGenerator
    ) -> FrameTrace {
        var frame = FrameTrace(
            encoder: spec.encoder, program: program, arguments: .none, categories: [], decisions: [])
        let scene = AuxiliaryScene(spec, using: &generator)
        for decision in opening { frame.append(decision, seeing: scene.look(using: &generator)) }
        if let loop {
            for _ in 0..<Int.random(in: 0...longestLoop, using: &generator) {
                for (place, decision) in loop.body.enumerated() {
                    var seen = scene.look(using: &generator)
                    if place == 0, seen[loop.field] == loop.value {
                        let other = Int.random(in: 1..<spec.fields[loop.field].size, using: &generator)
                        seen[loop.field] = UInt8((loop.value + other) % spec.fields[loop.field].size)
                    }
                    frame.append(decision, seeing: seen)
                }
            }
        }
        let last = closing + [.end]
        for (place, decision) in last.enumerated() {
            var seen = scene.look(using: &generator)
            if place == 0, let loop { seen[loop.field] = UInt8(loop.value) }
            frame.append(decision, seeing: seen)
        }
        return frame
    }
}

/// Observations drawn at random. In a frame each bit has its own habit, so that some hardly ever change and others often do.
private struct AuxiliaryScene {
    private let sizes: [Int]
    private let shares: [Float]

    init(_ spec: ObservationSpec, using generator: inout SeededGenerator) {
        sizes = spec.fields.map(\.size)
        shares = sizes.map { _ in [0, 0.1, 0.5, 0.9, 1].randomElement(using: &generator) ?? 0.5 }
    }

    func look(using generator: inout SeededGenerator) -> [UInt8] {
        sizes.indices.map { field in
            if sizes[field] == 2 { return generator.unit() < shares[field] ? 1 : 0 }
            return UInt8.random(in: 0...UInt8(sizes[field] - 1), using: &generator)
        }
    }
}

extension FrameTrace {
    fileprivate mutating func append(_ decision: Decision, seeing categories: [UInt8]) {
        self.categories += categories
        decisions.append(decision)
    }
}

extension Decision {
    /// A number for each decision.
    fileprivate var code: UInt64 {
        func number(_ arguments: Arguments) -> UInt64 {
            arguments.values.reduce(0) { $0 * 10 + UInt64($1) }
        }
        return switch self {
        case .call(let program, let arguments): UInt64(program.rawValue + 1) << 16 | number(arguments)
        case .act(let arguments): number(arguments)
        case .end: UInt64.max >> 40
        }
    }
}
