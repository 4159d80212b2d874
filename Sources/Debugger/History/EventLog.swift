package import NPIKit
package import Scratchpads

/// The events of a run as far as they are known, 64 bytes each and a few more for the indices.
///
/// Events are numbered from 1, and *position n* means that events 1...n have been applied. Everything that a debugger
/// asks is O(1) or O(depth): a call knows its return, every event knows its frame.
///
///     var log = EventLog(programCount: 2)
///     log.append(.call(add, .none))
///     log.append(.return(add))
///     log[1].returnNumber  // 2
///
/// Invariant: calls and returns nest, and nothing follows the return of the first call.
package struct EventLog: Sendable {
    var events = ChunkedArray<PackedEvent>(shift: 12)
    private var callsByProgram: [EventIndex]

    /// The mistakes: events that the expert judged otherwise.
    package private(set) var mistakes = EventIndex()
    /// What the network thought of the expert's choice at each of them; nil where that is not known.
    private var expertChances = ChunkedArray<ExpertChance?>(shift: 8)
    /// The positions before events that the network chose with less confidence than ``PredictionSummary/usualConfidence``.
    package private(set) var lowConfidence = EventIndex()
    /// The events that a person decided in the network's stead.
    package private(set) var forced = EventIndex()
    private var highlights: [EventIndex]
    /// The number of the call of the innermost open frame at the last event; 0 when none is open.
    private(set) var openCall = 0

    /// An empty log of a run with `programCount` programs.
    package init(programCount: Int) {
        precondition(programCount <= Int(UInt16.max), "a log can tell 65,535 programs apart")
        callsByProgram = Array(repeating: EventIndex(), count: programCount)
        highlights = Array(repeating: EventIndex(), count: Highlight.allCases.count)
    }

    /// How many events are known.
    package var count: Int { events.count }

    /// Whether the top program has returned.
    package var isHalted: Bool { count > 0 && openCall == 0 }

    /// Event `number`, `1...count`.
    package subscript(number: Int) -> EventRecord {
        precondition(number > 0 && number <= count, "events are numbered 1...count")
        return EventRecord(number: number, packed: events[number - 1])
    }

    /// The calls of `program`.
    package func calls(of program: ProgramID) -> EventIndex {
        callsByProgram.indices.contains(program.rawValue) ? callsByProgram[program.rawValue] : EventIndex()
    }

    /// The actions that are a `highlight`.
    package func actions(_ highlight: Highlight) -> EventIndex {
        highlights[highlight.rawValue]
    }

    /// What the network thought of the expert's choice at mistake `number`; nil where that is not known.
    package func expertChance(at number: Int) -> ExpertChance? {
        let index = mistakes.count(upTo: number) - 1
        return index >= 0 && mistakes[index] == number ? expertChances[index] : nil
    }

    /// How many bytes the log takes.
    package var byteCount: Int {
        let sparse = mistakes.byteCount + expertChances.byteCount + lowConfidence.byteCount + forced.byteCount
        return (callsByProgram + highlights).reduce(events.byteCount + sparse) { $0 + $1.byteCount }
    }

    /// How many bytes an event takes, the indices aside.
    package var bytesPerEvent: Int { MemoryLayout<PackedEvent>.stride }

    /// Adds the next event. It must fit: a call first, returns of the innermost open frame, nothing after the end.
    package mutating func append(
        _ event: Event, prediction: PredictionSummary? = nil, judgement: Judgement = .unknown, isForced: Bool = false,
        highlight: Highlight? = nil, place: Int? = nil, expertChance: ExpertChance? = nil
    ) {
        let number = count + 1
        let isFirst = number == 1
        precondition(isFirst || openCall != 0, "nothing follows the return of the top program")
        let step = isFirst ? 0 : self.step(at: count)
        let frameDepth = isFirst ? 0 : Int(events[openCall - 1].depth)
        var depth = frameDepth
        if case .call = event { depth = isFirst ? 0 : frameDepth + 1 }
        events.append(
            PackedEvent(
                event, prediction: prediction, judgement: judgement, isForced: isForced, frame: openCall, step: step,
                depth: depth))
        if isForced { forced.append(number) }
        if let place { setPlace(place, of: number) }
        switch event {
        case .call(let program, _):
            callsByProgram[program.rawValue].append(number)
            openCall = number
        case .act:
            precondition(!isFirst, "a run begins with a call")
        case .return(let program):
            precondition(
                !isFirst && Int(events[openCall - 1].program) == program.rawValue, "the innermost frame returns")
            events[openCall - 1].returnNumber = number
            openCall = Int(events[openCall - 1].frame)
        }
        if let prediction, !isForced,
            prediction.confidence(of: events[number - 1].kind).value < PredictionSummary.usualConfidence
        {
            lowConfidence.append(number - 1)
        }
        if judgement == .differs {
            mistakes.append(number)
            expertChances.append(expertChance)
        }
        if let highlight { highlights[highlight.rawValue].append(number) }
    }

    /// Forgets the events after `position`, `0...count`.
    package mutating func truncate(to position: Int) {
        precondition(position >= 0 && position <= count, "positions are 0...count")
        guard position < count else { return }
        let innermost = frame(at: position)
        events.truncate(to: position)
        openCall = innermost
        var call = innermost
        while call != 0 {
            if events[call - 1].returnNumber != 0 { events[call - 1].returnNumber = 0 }
            call = Int(events[call - 1].frame)
        }
        mistakes.truncate(after: position)
        forced.truncate(after: position)
        expertChances.truncate(to: mistakes.count)
        lowConfidence.truncate(after: position - 1)
        for index in highlights.indices { highlights[index].truncate(after: position) }
        for program in callsByProgram.indices { callsByProgram[program].truncate(after: position) }
    }

    /// Fills in what action `number` changed, which a recording does not hold.
    mutating func setEffect(_ effect: Effect, of number: Int, highlight: Highlight?) {
        events[number - 1].effect = effect
        if let highlight { highlights[highlight.rawValue].append(number) }
    }

    /// Keeps where the expert saw the frame that decided event `number` afterwards.
    mutating func setPlace(_ place: Int, of number: Int) {
        let isCounted = place == Int(events[number - 1].step) + 1
        events[number - 1].place =
            isCounted || place >= PackedEvent.countedPlace ? PackedEvent.countedPlace : place
    }

    /// Makes room for programs up to `count`.
    mutating func growPrograms(to count: Int) {
        while callsByProgram.count < count { callsByProgram.append(EventIndex()) }
    }
}
