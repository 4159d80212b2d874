import NPIKit
import Scratchpads

/// Why a task cannot be looked through.
package enum ExplorationError: Error, Hashable, CustomStringConvertible {
    case tooManySituations(limit: Int)

    package var description: String {
        switch self {
        case .tooManySituations(let limit):
            "more than \(limit) situations can come up; this task is too large for a proof"
        }
    }
}

/// Every situation in which a frame of a task's programs can be, on inputs of any length, and which can follow on which.
///
/// Programs are carried out on symbolic pads. What a call makes of a pad is found once for each pad it begins with, and given to
/// all callers; so a program that calls itself comes to an end when nothing new can be seen after it has returned (Reps, Horwitz
/// and Sagiv, "Precise interprocedural dataflow analysis via graph reachability", 1995).
struct SituationGraph {
    let space: PadSpace
    private var pads = Numbering<SymbolicPad>()
    private(set) var seen = Numbering<[UInt8]>()
    private(set) var calls = Numbering<Call>()
    private var entries = Numbering<Entry>()
    private var situations = Numbering<Situation>()
    /// The situations that can follow on each, in the same frame.
    private(set) var following: [[Int32]] = []
    /// The situations with which frames begin, by call.
    private(set) var beginnings: [[Int32]] = []
    private var moves: [Look: Move] = [:]
    /// By entry: the pads with which it can return, and the calls that wait for them.
    private var exits: [[View]] = []
    private var waiting: [[(caller: Int32, place: Int32)]] = []
    private var observed: [Int32: [View]] = [:]
    private var open: [Int32] = []

    /// Finds all situations.
    ///
    /// - Parameters:
    ///   - limit: With how many it gives up.
    ///   - progress: Called now and then with how many have been looked at and how many wait; ends the search by throwing.
    init(_ structure: TaskStructure, limit: Int, progress: (_ done: Int, _ open: Int) throws -> Void) throws {
        space = PadSpace(structure)
        for view in look(space.beginning()) {
            _ = begin(Call(program: structure.top, arguments: .none), view)
        }
        var done = 0
        while let next = open.popLast() {
            expand(next)
            done += 1
            guard situations.count <= limit else { throw ExplorationError.tooManySituations(limit: limit) }
            if done % 4_096 == 0 { try progress(done, open.count) }
        }
        observed = [:]
    }

    /// How many situations there are.
    var count: Int { situations.count }

    /// The number of what is seen in a situation.
    func seen(in situation: Int32) -> Int32 { situations[situation].view.seen }

    /// What the programs do in a situation.
    func move(in situation: Int32) -> Move {
        guard let move = moves[key(situations[situation])] else {
            preconditionFailure("every situation has been looked at")
        }
        return move
    }

    private func key(_ situation: Situation) -> Look {
        Look(call: entries[situation.entry].call, place: situation.place, seen: situation.view.seen)
    }

    /// The cases of what can be seen of a pad.
    private mutating func look(_ pad: SymbolicPad) -> [View] {
        let number = pads.number(space.normal(pad)).number
        if let known = observed[number] { return known }
        var views: [View] = []
        for each in space.observe(pads[number]) {
            views.append(
                View(pad: pads.number(space.normal(each.pad)).number, seen: seen.number(each.value).number))
        }
        observed[number] = views
        return views
    }

    /// Adds the frames of `call` that begin with `view`. Returns the number of the entry.
    private mutating func begin(_ call: Call, _ view: View) -> Int {
        let (call, isFirst) = calls.number(call)
        if isFirst { beginnings.append([]) }
        let (entry, isNew) = entries.number(Entry(call: call, view: view))
        if isNew {
            exits.append([])
            waiting.append([])
            beginnings[Int(call)].append(add(Situation(entry: entry, place: 0, view: view)))
        }
        return Int(entry)
    }

    private mutating func add(_ situation: Situation) -> Int32 {
        let (number, isNew) = situations.number(situation)
        if isNew {
            following.append([])
            open.append(number)
        }
        return number
    }

    private mutating func goOn(from situation: Int32, to place: Int32, _ view: View) {
        let next = add(Situation(entry: situations[situation].entry, place: place, view: view))
        if !following[Int(situation)].contains(next) { following[Int(situation)].append(next) }
    }

    private mutating func expand(_ number: Int32) {
        let situation = situations[number]
        let key = key(situation)
        let move = moves[key] ?? next(key)
        moves[key] = move
        switch move.decision {
        case .end:
            let entry = Int(situation.entry)
            guard !exits[entry].contains(situation.view) else { return }
            exits[entry].append(situation.view)
            for (caller, place) in waiting[entry] { goOn(from: caller, to: place, situation.view) }
        case .act(let arguments):
            for pad in space.perform(space.structure.action(arguments), on: pads[situation.view.pad]) {
                for view in look(pad) { goOn(from: number, to: move.place, view) }
            }
        case .call(let program, let arguments):
            let entry = begin(Call(program: program, arguments: arguments), situation.view)
            waiting[entry].append((number, move.place))
            for view in exits[entry] { goOn(from: number, to: move.place, view) }
        }
    }

    private func next(_ look: Look) -> Move {
        let call = calls[look.call]
        let next = space.structure.next(
            call.program, call.arguments, place: Int(look.place), seeing: seen[look.seen])
        return Move(decision: next.decision, place: Int32(next.place))
    }
}

extension PadSpace {
    /// The cases of what can be seen of a pad: the categories of an observation.
    func observe(_ pad: SymbolicPad) -> [Case<[UInt8]>] {
        var found = [Case<[UInt8]>(pad: pad, value: [])]
        for (index, field) in structure.fields.enumerated() {
            found = found.flatMap { known in
                show(known.pad, field, index).map { Case(pad: $0.pad, value: known.value + [$0.value]) }
            }
        }
        return found
    }

    private func show(_ pad: SymbolicPad, _ field: TaskStructure.Field, _ index: Int) -> [Case<UInt8>] {
        switch field {
        case .symbol(let pointer): symbol(pad, at: pointer)
        case .atStart(let pointer): isAtBound(pad, pointer, last: structure.pointers[pointer].isMirrored).bits
        case .atEnd(let pointer): isAtBound(pad, pointer, last: !structure.pointers[pointer].isMirrored).bits
        case .samePlace(let one, let other): isSamePlace(pad, one, other).bits
        case .comparison(let one, let other):
            symbol(pad, at: one).flatMap { left in
                symbol(left.pad, at: other).map { right in
                    Case(pad: right.pad, value: structure.holds(index, left.value, right.value) ? 1 : 0)
                }
            }
        }
    }
}

extension [Case<Bool>] {
    fileprivate var bits: [Case<UInt8>] { map { Case<UInt8>(pad: $0.pad, value: $0.value ? 1 : 0) } }
}
