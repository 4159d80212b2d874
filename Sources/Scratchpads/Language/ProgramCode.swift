import NPIKit

/// A program's body as a short list of instructions.
///
/// A *place* says where a frame is: 0 at the beginning, n after the nth statement that does something. Conditions are asked anew
/// at every step, so that a place and what is seen say what comes next.
struct ProgramCode: Sendable {
    enum Instruction: Sendable {
        /// Calls a program of the task, by its index.
        case call(Int, [Formula], place: Int)
        case move(PointerTerm, Direction, place: Int)
        case write(PointerTerm, Formula, place: Int)
        case swap(PointerTerm, PointerTerm, place: Int)
        case copy(to: PointerTerm, from: PointerTerm, place: Int)
        case end(place: Int)
        case jump(to: Int)
        /// Goes on if the condition holds, else to `otherwise`.
        case branch(Formula, otherwise: Int)
        /// The head of a loop: goes on into the body if `condition` is `isWanted`; else the loop is over.
        case loop(Formula, isWanted: Bool, exit: Int, statement: Int)

        /// The place behind it, for one that does something.
        var place: Int? {
            switch self {
            case .call(_, _, let place), .move(_, _, let place), .write(_, _, let place), .swap(_, _, let place),
                .copy(_, _, let place), .end(let place):
                place
            case .jump, .branch, .loop: nil
            }
        }
    }

    /// A statement that does something, or a loop's head.
    struct Statement: Hashable, Sendable {
        /// Where it stands in the file.
        var span: SourceSpan
        /// The index of the instruction behind it.
        var next: Int
        /// What is said of it.
        var says: [Say]
    }

    /// A text with values in it, where its condition holds.
    struct Say: Hashable, Sendable {
        var condition: Formula?
        var text: TextForm
    }

    /// What comes next.
    struct Step {
        var instruction: Instruction?
        /// The statement's index, or nil at the end of the body.
        var statement: Int?
        /// The place behind it.
        var place: Int
    }

    var instructions: [Instruction] = []
    /// Statement n has place n + 1.
    var statements: [Statement] = []

    /// The place behind the body's end.
    var endPlace: Int { statements.count + 1 }

    private func index(of place: Int) -> Int {
        if place <= 0 { return 0 }
        return place <= statements.count ? statements[place - 1].next : instructions.count
    }

    /// The loops on the way to what comes next.
    private struct LoopsPassed {
        /// The loop that was left last: its statement, and the first instruction of its body.
        var left: (statement: Int, body: Int)?
        /// A line to look for.
        var line: Int?
        /// Whether the condition of a loop on that line was asked.
        var isAsked = false
    }

    /// What a frame at `place` does next.
    func step(from place: Int, in pad: some ProgramContext, _ arguments: [Int]) -> Step {
        var loops = LoopsPassed()
        return step(at: index(of: place), in: pad, arguments, &loops)
    }

    /// Whether a frame at `place` next carries out the statement on `line`, or asks the condition of a loop there before it does
    /// anything.
    func carriesOut(line: Int, from place: Int, in pad: some ProgramContext, _ arguments: [Int]) -> Bool {
        var loops = LoopsPassed(line: line)
        let step = step(at: index(of: place), in: pad, arguments, &loops)
        return loops.isAsked || step.statement.map { statements[$0].span.line == line } ?? false
    }

    /// The place behind what a frame at `place` should do next. Where it should return and does not, it goes on as if the loop
    /// that it left last had gone on.
    func place(after place: Int, in pad: some ProgramContext, _ arguments: [Int]) -> Int {
        var loops = LoopsPassed()
        let step = step(at: index(of: place), in: pad, arguments, &loops)
        guard step.isEnd else { return step.place }
        guard let body = loops.left?.body else { return endPlace }
        let again = self.step(at: body, in: pad, arguments, &loops)
        return again.isEnd ? endPlace : again.place
    }

    private func step(
        at start: Int, in pad: some ProgramContext, _ arguments: [Int], _ loops: inout LoopsPassed
    ) -> Step {
        var index = start
        // A loop that goes round without doing anything would never end.
        var budget = 2 * instructions.count + 2
        while index < instructions.count, budget > 0 {
            budget -= 1
            let instruction = instructions[index]
            switch instruction {
            case .jump(let target): index = target
            case .branch(let condition, let otherwise):
                index = condition.isTrue(in: pad, arguments) ? index + 1 : otherwise
            case .loop(let condition, let isWanted, let exit, let statement):
                if statements[statement].span.line == loops.line { loops.isAsked = true }
                if condition.isTrue(in: pad, arguments) == isWanted {
                    index += 1
                } else {
                    loops.left = (statement, index + 1)
                    index = exit
                }
            case .call(_, _, let place), .move(_, _, let place), .write(_, _, let place), .swap(_, _, let place),
                .copy(_, _, let place), .end(let place):
                return Step(instruction: instruction, statement: place - 1, place: place)
            }
        }
        return Step(instruction: nil, statement: loops.left?.statement, place: endPlace)
    }
}

extension ProgramCode.Step {
    /// Whether the frame returns.
    var isEnd: Bool {
        switch instruction {
        case nil, .end: true
        default: false
        }
    }
}
