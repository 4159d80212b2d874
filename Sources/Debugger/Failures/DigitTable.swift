package import NPIKit
package import Scratchpads

/// What a program of a network makes of every pair of digits, with and without a carry: a call that does all as the expert does is right.
///
///     let table = DigitTable(of: "ADD1", on: problem, by: network)
///     table?.isRight(7, 8, carry: true)  // false
///
/// It is about tasks whose scratchpad has two rows of digits and an auxiliary row for carries. The digits are set under the pointers
/// where a run first calls the program, and the network goes on from there until the program returns; so what came before is as in a
/// run, whichever digits stood there.
package struct DigitTable: Hashable, Sendable {
    /// The program.
    package let program: String
    /// What the two rows of digits and the row of carries are called.
    package let names: [String]
    private var right: [Bool] = []

    /// How many events a call may take; one that takes more is wrong.
    private static let longest = 256

    /// Tries every pair of digits.
    ///
    /// - Returns: Nil where the scratchpad has no such rows, or the run of `problem` does not come to the program.
    package init?(of program: String, on problem: Problem, by predictor: any StepPredictor) {
        guard case .columns(let drawing) = problem.makeWorld().drawing.content,
            var session = try? Session(problem, predictor: predictor, stepLimit: problem.expertEventBound),
            let row = session.library.program(named: program), session.expert != nil
        else { return nil }
        let cells = session.world.cells
        let rows = drawing.rows.enumerated().filter { $0.offset != drawing.result }.map(\.element)
        let (digits, carries) = (rows.filter { !$0.isAuxiliary }, rows.filter(\.isAuxiliary))
        guard digits.count == 2, carries.count == 1, let carry = carries.first,
            (digits + carries).allSatisfy({ cells[$0.cell].isChangeable && cells[$0.cell].symbols == nil }),
            digits.allSatisfy({ cells[$0.cell].range == 0...9 })
        else { return nil }
        while session.log.calls(of: row).count == 0, session.ending == nil { session.extend(events: 16) }
        guard session.log.calls(of: row).count > 0 else { return nil }
        session.perform(.go(to: session.log.calls(of: row)[0]))
        self.program = program
        names = (digits + [carry]).map(\.name)
        for hasCarry in [false, true] {
            for first in 0...9 {
                for second in 0...9 {
                    let none = cells[carry.cell].canBeBlank ? nil : 0
                    let values = [(digits[0], first), (digits[1], second), (carry, hasCarry ? 1 : none)]
                    right.append(Self.isRight(session, values))
                }
            }
        }
    }

    /// Whether the call at the position of `session` does what the expert does where these values stand under the pointers.
    private static func isRight(_ session: Session, _ values: [(row: Drawing.Row, value: Int?)]) -> Bool {
        var session = session
        let depth = session.depth
        for (row, value) in values {
            let address = CellAddress(cell: row.cell, place: session.world.value(of: row.pointer, at: 0) ?? 0)
            guard let change = try? CellChange(address, to: value, in: session.world),
                (try? session.edit(change)) != nil
            else { return false }
        }
        let start = session.position
        while session.log.count < start + longest, session.ending == nil, session.log.mistakes.next(after: start) == nil
        {
            session.extend(events: 1)
            if session.log.depth(at: session.log.count) < depth { break }
        }
        return session.log.mistakes.next(after: start) == nil && session.log.depth(at: session.log.count) < depth
    }

    /// Whether the program is right where these digits are seen.
    package func isRight(_ first: Int, _ second: Int, carry: Bool) -> Bool {
        right[(carry ? 100 : 0) + first * 10 + second]
    }

    /// How many of the 200 pairs it is wrong about.
    package var wrongCount: Int { right.count { !$0 } }

    /// The table as lines: both halves side by side, a sign for each pair.
    ///
    /// - Parameters:
    ///   - right: The sign of what is right.
    ///   - wrong: The sign of what is wrong.
    package func lines(right: Character, wrong: Character) -> [String] {
        let digits = (0...9).map(String.init).joined(separator: " ")
        let width = max(names[0].count, 4)
        let margin = String(repeating: " ", count: width + 4)
        let left = "without \(names[2])"
        let gap = String(repeating: " ", count: max(digits.count - left.count, 0) + 4)
        let head = ["\(margin)\(left)\(gap)with \(names[2])", "\(margin)\(digits)    \(digits)  \(names[1])"]
        return head
            + (0...9).map { first in
                let name = first == 0 ? names[0] : ""
                let signs = [false, true].map { carry in
                    (0...9).map { String(isRight(first, $0, carry: carry) ? right : wrong) }.joined(separator: " ")
                }
                let label = name + String(repeating: " ", count: width - name.count)
                return "\(label) \(first)  \(signs.joined(separator: "    "))"
            }
    }
}
