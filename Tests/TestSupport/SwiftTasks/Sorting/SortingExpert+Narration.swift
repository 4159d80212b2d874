import NPIKit
import Scratchpads

extension SortingExpert {
    /// Why a frame of the program called `program` does now what ``decide(program:arguments:step:in:)`` says, in plain words.
    func reason(program: String, step: Int, in pad: SortingPad) -> String {
        guard let part = SortingProgram(rawValue: program) else {
            return "\(program) has nothing to do on an array: return"
        }
        return switch part {
        case .max: pad.reasonInMax(step)
        case .rjmp:
            pad.isAtEnd(.first)
                ? "pointer 1 is at the end: return" : "pointer 1 is not at the end yet: go one place right"
        case .bubblesort: pad.reasonInBubbleSort(step)
        case .bubble: pad.reasonInBubble(step)
        case .reset:
            pad.isAtStart(.first)
                ? "pointer 1 is at the start: ready for the next pass"
                : "pointer 1 is not at the start yet: go one place left"
        case .bstep: pad.reasonInStep(step)
        case .compswap: pad.reasonInCompareAndSwap(step)
        case .lshift: pad.reasonInShift(step, .left)
        case .rshift: pad.reasonInShift(step, .right)
        }
    }
}

extension SortingPad {
    /// The two pointed values: "9 and 2".
    private var pair: String { "\(firstValue) and \(secondValue)" }

    private var isSorted: Bool { zip(values, values.dropFirst()).allSatisfy { $0 <= $1 } }

    fileprivate func reasonInMax(_ step: Int) -> String {
        switch step {
        case 0: "sort first: the largest value then stands last"
        case 1: "go to the last value"
        default:
            isAtEnd(.first) && firstValue == Int(values.max() ?? 0)
                ? "pointer 1 stands on the largest value, \(firstValue): done" : "both parts are done: return"
        }
    }

    fileprivate func reasonInBubbleSort(_ step: Int) -> String {
        let (done, all) = (position(.sweeps), lastPosition(.sweeps))
        return switch step % 3 {
        case 0 where isAtEnd(.sweeps):
            "\(done) of \(all) passes are done\(isSorted ? ": the array is sorted" : ": return")"
        case 0: "pass \(done + 1) of \(all): compare neighbours from left to right"
        case 1: "the pass is over: bring pointers 1 and 2 back to the start"
        default: "count the pass: \(min(done + 1, all)) of \(all) are done"
        }
    }

    fileprivate func reasonInBubble(_ step: Int) -> String {
        switch step {
        case 0 where isAtEnd(.second): "pointer 2 can go no further: it stays"
        case 0: "put pointer 2 one place ahead of pointer 1"
        case _ where isAtEnd(.first): "pointer 1 is at the end: no pair is left, the pass is over"
        default: "put the pair \(pair) in order and step on"
        }
    }

    fileprivate func reasonInStep(_ step: Int) -> String {
        switch step {
        case 0: "compare \(pair)"
        case 1: "step on to the next pair"
        default: "both pointers have moved on: return"
        }
    }

    fileprivate func reasonInCompareAndSwap(_ step: Int) -> String {
        if step > 0 { return "the pair \(pair) is in order now: return" }
        return if firstValue > secondValue {
            "\(firstValue) is larger than \(secondValue): swap them"
        } else if firstValue == secondValue {
            "\(firstValue) and \(secondValue) are equal: nothing to swap"
        } else {
            "\(firstValue) is smaller than \(secondValue): nothing to swap"
        }
    }

    fileprivate func reasonInShift(_ step: Int, _ direction: Direction) -> String {
        guard let pointer = SortingPointer(rawValue: step), pointer != .sweeps else {
            return "pointers 1 and 2 are moved: return"
        }
        let isStuck = direction == .left ? isAtStart(pointer) : isAtEnd(pointer)
        let way = direction == .left ? "left" : "right"
        return "move pointers 1 and 2 one place \(way): \(pointer.name)\(isStuck ? ", which can go no further" : "")"
    }
}
