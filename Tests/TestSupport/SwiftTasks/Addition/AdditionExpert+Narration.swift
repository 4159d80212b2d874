import NPIKit
import Scratchpads

extension AdditionExpert {
    /// Why a frame of the program called `program` does now what ``decide(program:arguments:step:in:)`` says, in plain words.
    func reason(program: String, step: Int, in pad: AdditionPad) -> String {
        let column = ColumnSum(of: pad)
        switch (AdditionProgram(rawValue: program), step) {
        case (.add, _) where !step.isMultiple(of: 2):
            return pad.hasCarryAhead
                ? "carry the 1: step to the next column" : "this column is done: step to the next one"
        case (.add, _):
            return column.isBlank
                ? "both numbers and the carry are used up: done" : "add up this column: \(column.terms)"
        case (.add1, 0): return column.instruction
        case (.add1, 1):
            return column.carries
                ? "\(column.total) is more than 9: carry the 1"
                : "\(column.total) is less than 10: nothing to carry, this column is done"
        case (.add1, _): return "the 1 is carried: this column is done"
        case (.carry, 0): return "go to the column on the left, where the 1 belongs"
        case (.carry, 1): return "write the 1 that is carried"
        case (.carry, 2): return "come back to this column"
        case (.carry, _): return "the 1 stands ready for the next column: return"
        case (.lshift, _):
            guard let row = AdditionRow(rawValue: step) else {
                return "all four pointers stand on the next column: return"
            }
            return "move all pointers one column left: \(row.name)"
        case (nil, _): return "\(program) has nothing to do on an addition pad: return"
        }
    }
}

extension ColumnSum {
    /// The column as a sum: "6 + 5", "9 + 2 + 1 carried", "7", "1 carried", "nothing".
    fileprivate var terms: String {
        let terms = [first.digit.map(String.init), second.digit.map(String.init), carry.digit.map { "\($0) carried" }]
            .compactMap { $0 }
        return terms.isEmpty ? "nothing" : terms.joined(separator: " + ")
    }

    /// What to write and why: "6 + 5 = 11: write 1, carry 1".
    fileprivate var instruction: String {
        let isSum = [first, second, carry].count { !$0.isBlank } > 1
        return "\(terms)\(isSum ? " = \(total)" : ""): write \(digit)\(carries ? ", carry 1" : "")"
    }
}

extension AdditionPad {
    /// Whether a 1 waits in the column left of the pointer of CARRY.
    fileprivate var hasCarryAhead: Bool {
        let pointer = pointer(.carry)
        return pointer > 0 && cell(.carry, pointer - 1) == .digit(1)
    }
}
