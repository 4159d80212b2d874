import NPIKit

/// One line of a recording after the header, not yet fitted to those before.
enum RecordingLine {
    case event(EventLine)
    /// A person has set a cell after so many events, as it is typed after `:set`.
    case set(position: Int, String)
    /// A branch begins, to which the lines that follow belong.
    case cut(CutLine)
    /// The lines that follow belong to this branch.
    case branch(Branch.ID)
    case end(RecordingEnd)
}

/// Where a branch begins, as a line tells it.
struct CutLine {
    var id: Branch.ID
    /// The branch from which it begins.
    var parent: Branch.ID
    /// How many events it has of that one.
    var position: Int
    /// What was changed.
    var name: String
}

/// One event as a line tells it.
struct EventLine {
    var number: Int
    var kind: EventKind
    var program: Int?
    var arguments: Arguments?
    var depth: Int?
    var prediction: PredictionSummary?
    var judgement: Judgement
    var expertChance: ExpertChance?
    var isForced: Bool
}

/// Gathers what a line tells, whatever the order of its keys; those that it does not know are passed over.
struct RecordingLineReader {
    private var number: Int?
    private var kind: Kind?
    private var program: Int?
    private var arguments: Arguments?
    private var depth: Int?
    private var end: Probability?
    private var prediction = PredictionSummary(end: .zero)
    private var hasTop = false
    private var hasValues = false
    private var judgement = Judgement.unknown
    private var expertChance: ExpertChance?
    private var isForced = false
    private var branch: Int?
    private var parent: Int?
    private var say: Range<Int>?
    private var change: String?
    private var closing = RecordingEnd(isHalted: false, eventCount: -1)

    private enum Kind {
        case event(EventKind)
        case set, cut, branch, end
    }

    /// Reads a whole line.
    ///
    /// - Parameter row: Gives the row of the program whose name stands in the range.
    mutating func read(
        _ scanner: inout JSONScanner, row: (JSONScanner, Range<Int>) throws(JSONError) -> Int
    ) throws(JSONError) -> RecordingLine {
        var isFirst = true
        try scanner.beginObject()
        while let key = try scanner.nextKey(isFirst: &isFirst) {
            guard try !readEventKey(key, &scanner, row: row), try !readEndKey(key, &scanner) else { continue }
            try scanner.skipValue()
        }
        try scanner.finish()
        switch kind {
        case .event(let kind): return .event(try event(kind, scanner))
        case .set:
            guard let number, let change else { throw scanner.error("the change has no n, or does not say what it is") }
            return .set(position: number, change)
        case .cut:
            guard let number, let branch else { throw scanner.error("the cut has no n or no branch") }
            let name = try say.map { range throws(JSONError) in try scanner.text(of: range) }
            return .cut(CutLine(id: branch, parent: parent ?? 1, position: number, name: name ?? ""))
        case .branch:
            guard let branch else { throw scanner.error("the line does not say which branch goes on") }
            return .branch(branch)
        case .end:
            guard closing.eventCount >= 0 else { throw scanner.error("the end line does not tell its events") }
            return .end(closing)
        case nil: throw scanner.error("the line has no k")
        }
    }

    private func event(_ kind: EventKind, _ scanner: JSONScanner) throws(JSONError) -> EventLine {
        guard let number else { throw scanner.error("the event has no n") }
        if kind != .act, program == nil { throw scanner.error("the event has no program") }
        if kind == .act, arguments == nil { throw scanner.error("the action has no args") }
        var prediction: PredictionSummary?
        if end != nil || hasTop {
            prediction = self.prediction
            prediction?.end = end ?? .zero
            if !hasValues { prediction?.setCertain(of: arguments ?? .none) }
        }
        return EventLine(
            number: number, kind: kind, program: program, arguments: arguments, depth: depth, prediction: prediction,
            judgement: judgement, expertChance: expertChance, isForced: isForced)
    }

    private mutating func readEventKey(
        _ key: Range<Int>, _ scanner: inout JSONScanner, row: (JSONScanner, Range<Int>) throws(JSONError) -> Int
    ) throws(JSONError) -> Bool {
        switch key.count {
        case 1 where scanner.isWord("n", at: key): number = try scanner.integer()
        case 1 where scanner.isWord("k", at: key): kind = try Self.kind(&scanner)
        case 3 where scanner.isWord("end", at: key): end = try scanner.probability()
        case 3 where scanner.isWord("top", at: key) && !hasTop:
            hasTop = true
            try scanner.readTop(into: &prediction, row: row)
        case 3 where scanner.isWord("say", at: key) && scanner.peek() == UInt8(ascii: "\""): say = try scanner.string()
        case 4 where scanner.isWord("from", at: key): parent = try scanner.integer()
        case 4 where scanner.isWord("args", at: key): arguments = try scanner.arguments()
        case 5 where scanner.isWord("depth", at: key): depth = try scanner.integer()
        case 5 where scanner.isWord("right", at: key): expertChance = try scanner.expertChance()
        case 6 where scanner.isWord("expert", at: key): judgement = try scanner.bool() ? .agrees : .differs
        case 6 where scanner.isWord("values", at: key) && !hasValues:
            hasValues = true
            try scanner.readValues(into: &prediction)
        case 6 where scanner.isWord("forced", at: key): isForced = try scanner.bool()
        case 6 where scanner.isWord("branch", at: key): branch = try scanner.integer()
        case 6 where scanner.isWord("change", at: key): change = try scanner.text()
        case 7 where scanner.isWord("program", at: key): program = try row(scanner, try scanner.string())
        default: return false
        }
        return true
    }

    private mutating func readEndKey(_ key: Range<Int>, _ scanner: inout JSONScanner) throws(JSONError) -> Bool {
        if scanner.isWord("halted", at: key) {
            closing.isHalted = try scanner.bool()
        } else if scanner.isWord("output", at: key), scanner.peek() == UInt8(ascii: "\"") {
            closing.output = try scanner.text()
        } else if scanner.isWord("output", at: key), scanner.peek() == UInt8(ascii: "[") {
            closing.output = try scanner.compactValue()
        } else if scanner.isWord("correct", at: key) {
            closing.isCorrect = try scanner.bool()
        } else if scanner.isWord("events", at: key) {
            closing.eventCount = try scanner.integer()
        } else if scanner.isWord("bookmarks", at: key) {
            closing.bookmarks = try scanner.bookmarks()
        } else if scanner.isWord("breakpoints", at: key) {
            closing.breakpoints = try scanner.texts()
        } else if scanner.isWord("watches", at: key) {
            closing.watches = try scanner.texts()
        } else if scanner.isWord("limit", at: key) {
            closing.stepLimit = try scanner.integer()
        } else if scanner.isWord("depthLimit", at: key) {
            closing.depthLimit = try scanner.integer()
        } else {
            return false
        }
        return true
    }

    private static func kind(_ scanner: inout JSONScanner) throws(JSONError) -> Kind {
        let word = try scanner.string()
        if scanner.isWord("call", at: word) { return .event(.call) }
        if scanner.isWord("act", at: word) { return .event(.act) }
        if scanner.isWord("return", at: word) { return .event(.return) }
        if scanner.isWord("end", at: word) { return .end }
        if scanner.isWord("set", at: word) { return .set }
        if scanner.isWord("cut", at: word) { return .cut }
        if scanner.isWord("branch", at: word) { return .branch }
        throw scanner.error("k should be call, act, return, set, cut, branch or end")
    }
}

extension JSONScanner {
    /// Three integers 0...9.
    fileprivate mutating func arguments() throws(JSONError) -> Arguments {
        try beginArray()
        var isFirst = true
        var values = (0, 0, 0)
        var count = 0
        while try nextElement(isFirst: &isFirst) {
            let value = try integer(upTo: Arguments.valueCount - 1)
            switch count {
            case 0: values.0 = value
            case 1: values.1 = value
            case 2: values.2 = value
            default: throw error("there are more than three arguments")
            }
            count += 1
        }
        guard count == Arguments.count else { throw error("there are fewer than three arguments") }
        return Arguments(values.0, values.1, values.2)
    }

    /// How many stop points and bookmarks of a recording are taken; nobody sets so many.
    private static let noteLimit = 1_000

    /// Pairs of a step and a note.
    fileprivate mutating func bookmarks() throws(JSONError) -> [Bookmark] {
        try beginArray()
        var isFirst = true
        var bookmarks: [Bookmark] = []
        while try nextElement(isFirst: &isFirst) {
            var isFirstOfPair = true
            try beginArray()
            guard try nextElement(isFirst: &isFirstOfPair) else { throw error("a step should stand here") }
            let step = try integer()
            guard try nextElement(isFirst: &isFirstOfPair) else { throw error("a note should stand here") }
            let note = try text()
            guard try !nextElement(isFirst: &isFirstOfPair) else { throw error("] should stand here") }
            if bookmarks.count < Self.noteLimit { bookmarks.append(Bookmark(step: step, note: note)) }
        }
        return bookmarks
    }

    fileprivate mutating func texts() throws(JSONError) -> [String] {
        try beginArray()
        var isFirst = true
        var texts: [String] = []
        while try nextElement(isFirst: &isFirst) {
            let text = try text()
            if texts.count < Self.noteLimit { texts.append(text) }
        }
        return texts
    }

    /// A probability and a rank.
    fileprivate mutating func expertChance() throws(JSONError) -> ExpertChance {
        try beginArray()
        var isFirst = true
        guard try nextElement(isFirst: &isFirst) else { throw error("a probability should stand here") }
        let probability = try probability()
        guard try nextElement(isFirst: &isFirst) else { throw error("a rank should stand here") }
        let chance = ExpertChance(probability: probability, rank: try integer())
        guard try !nextElement(isFirst: &isFirst) else { throw error("] should stand here") }
        return chance
    }

    /// Pairs of a program and its probability, of which the first four are kept.
    fileprivate mutating func readTop(
        into prediction: inout PredictionSummary, row: (JSONScanner, Range<Int>) throws(JSONError) -> Int
    ) throws(JSONError) {
        try beginArray()
        var isFirst = true
        var rank = 0
        while try nextElement(isFirst: &isFirst) {
            var isFirstOfPair = true
            try beginArray()
            guard try nextElement(isFirst: &isFirstOfPair) else { throw error("a program should stand here") }
            let program = try row(self, try string())
            guard try nextElement(isFirst: &isFirstOfPair) else { throw error("a probability should stand here") }
            let probability = try probability()
            guard try !nextElement(isFirst: &isFirstOfPair) else { throw error("] should stand here") }
            guard rank < PredictionSummary.programCount, probability != .zero else { continue }
            prediction.setProgram(ProgramID(rawValue: program), probability, rank: rank)
            rank += 1
        }
    }

    /// For each argument a flat list of values and their probabilities, of which the first two are kept.
    fileprivate mutating func readValues(into prediction: inout PredictionSummary) throws(JSONError) {
        try beginArray()
        var isFirst = true
        var index = 0
        while try nextElement(isFirst: &isFirst) {
            guard index < Arguments.count else { throw error("there are values of more than three arguments") }
            try beginArray()
            var isFirstOfList = true
            var rank = 0
            while try nextElement(isFirst: &isFirstOfList) {
                let value = try integer(upTo: Arguments.valueCount - 1)
                guard try nextElement(isFirst: &isFirstOfList) else { throw error("a probability should stand here") }
                let probability = try probability()
                if rank < PredictionSummary.valueCount {
                    prediction.setValue(value, probability, ofArgument: index, rank: rank)
                }
                rank += 1
            }
            index += 1
        }
    }
}

extension PredictionSummary {
    fileprivate mutating func setCertain(of arguments: Arguments) {
        for index in 0..<Arguments.count { setValue(arguments[index], .one, ofArgument: index, rank: 0) }
    }
}
