package import NPIKit

/// What a proof needs to know of a task file: how its pads are made, what is seen of them, and what the programs do with what is
/// seen.
package struct TaskStructure: Sendable {
    /// A length: that of an input, of the longest input, or a number, and something added to it.
    package struct Length: Hashable, Sendable {
        package enum Base: Hashable, Sendable {
            case zero
            case input(Int)
            case longest
        }

        package var base: Base
        package var offset: Int
    }

    package struct Input: Hashable, Sendable {
        /// The shortest: 1, or 0 for a count.
        package var least: Int
        /// The longest, where it is short enough to matter; nil for any.
        package var most: Int?
    }

    /// A row of cells. Places count from the end that it is aligned to.
    package struct Row: Hashable, Sendable {
        /// The input that stands at the first places.
        package var input: Int?
        /// What can stand there.
        package var contents: [UInt8]
        /// What stands beyond it.
        package var ground: UInt8
        /// How many places there are; nil where no such length says it.
        package var width: Length?
        /// Lengths that it has at least.
        package var leastWidths: [Length]
        /// Whether programs write in it.
        package var isWritten: Bool
        /// All that may stand in it at any time.
        package var possible: [UInt8]
    }

    package struct Pointer: Hashable, Sendable {
        /// The row on which it stands; nil for a counter.
        package var row: Int?
        /// Whether its first place is the last one rather than 0.
        package var startsAtLast: Bool
        /// Whether its place 0 is at the right.
        package var isMirrored: Bool
        /// The last place of a counter; nil where no such length says it, and for a pointer on a row.
        package var last: Length?
        /// Whether any program moves it to higher places, and to lower ones.
        package var goesUp: Bool
        package var goesDown: Bool
    }

    /// What an observation shows.
    package enum Field: Hashable, Sendable {
        case symbol(pointer: Int)
        case atStart(pointer: Int)
        case atEnd(pointer: Int)
        case samePlace(Int, Int)
        /// A comparison of what stands at two pointers.
        case comparison(Int, Int)
    }

    /// What an action does; a symbol is written as a row keeps it, a blank too.
    package enum Action: Hashable, Sendable {
        /// By one place, up or down.
        case move(pointer: Int, up: Bool)
        case write(pointer: Int, UInt8)
        case swap(Int, Int)
        case copy(to: Int, from: Int)
        case nothing
    }

    let form: TaskForm
    private let expert: FileExpert
    package let inputs: [Input]
    package let rows: [Row]
    package let pointers: [Pointer]
    package let fields: [Field]
    /// The program that is run.
    package let top: ProgramID
    /// The programs, by the rows of the library.
    package let programs: [ProgramID]

    /// - Throws: ``NPIKit/ProgramLibraryError`` if `library` lacks a program. Nil for a task that has no file.
    package init?(_ task: TaskDefinition, _ library: ProgramLibrary) throws(ProgramLibraryError) {
        guard let form = (task.task as? FileTask)?.form else { return nil }
        self.form = form
        expert = try FileExpert(form, library)
        var programs: [ProgramID] = []
        for program in form.programs { programs.append(try library.require(program.name)) }
        self.programs = programs
        top = programs[0]
        inputs = form.inputs.map { input in
            Input(least: input.leastSize, most: input.limit < 4 ? input.limit : nil)
        }
        rows = RowStructure(form).rows
        let moved = form.movedPointers
        pointers = form.pointers.enumerated().map { index, pointer in
            let isMirrored = form.side(of: index) == .right
            let right = moved[.right, default: []].contains(index)
            let left = moved[.left, default: []].contains(index)
            return Pointer(
                row: pointer.row, startsAtLast: pointer.startsRight != isMirrored,
                isMirrored: isMirrored, last: pointer.row == nil ? pointer.limit.length(of: form.inputs.count) : nil,
                goesUp: isMirrored ? left : right, goesDown: isMirrored ? right : left)
        }
        fields = form.fields.map { field in
            switch field {
            case .symbol(let pointer): .symbol(pointer: pointer)
            case .atStart(let pointer): .atStart(pointer: pointer)
            case .atEnd(let pointer): .atEnd(pointer: pointer)
            case .samePlace(let one, let other): .samePlace(one, other)
            case .binary(_, .symbol(let one), .symbol(let other)): .comparison(one, other)
            default: preconditionFailure("nothing else can be seen")
            }
        }
    }

    /// The conditions that inputs have to meet, as they stand in the file.
    package var requirements: [String] { form.requirements.map(\.text) }

    /// Whether the comparison `field` holds of two symbols, blanks as a row keeps them.
    package func holds(_ field: Int, _ left: UInt8, _ right: UInt8) -> Bool {
        guard case .binary(let operation, .symbol(let one), .symbol(let other)) = form.fields[field] else {
            return false
        }
        func value(_ symbol: UInt8, _ pointer: Int) -> Int? {
            form.pointers[pointer].row.map { form.rows[$0].blank } == symbol ? nil : Int(symbol)
        }
        return operation.value(value(left, one), value(right, other)) == 1
    }

    /// What the programs say that a frame at `place` does next, and its place behind that.
    package func next(
        _ program: ProgramID, _ arguments: Arguments, place: Int, seeing categories: [UInt8]
    ) -> (decision: Decision, place: Int) {
        let seen = SeenContext(form: form, categories: categories)
        return (
            expert.decide(program, arguments, place, seen), expert.place(after: place, program, arguments, seen)
        )
    }

    /// What the environment does for an action's arguments.
    package func action(_ arguments: Arguments) -> Action {
        switch form.actions.action(arguments, on: form) {
        case .move(let pointer, let direction):
            return .move(pointer: pointer, up: (direction == .left) == pointers[pointer].isMirrored)
        case .write(let pointer, let symbol):
            guard let row = form.pointers[pointer].row else { return .nothing }
            return .write(pointer: pointer, symbol.map { UInt8($0) } ?? form.rows[row].blank)
        case .swap(let one, let other): return .swap(one, other)
        case .copy(let to, let from): return .copy(to: to, from: from)
        case nil: return .nothing
        }
    }

    /// How often one program moves a pointer in the same direction, at most.
    package var longestMove: Int {
        var longest = 1
        for program in form.programs {
            var moves: [PointerTerm: [Direction: Int]] = [:]
            for case .move(let term, let direction, _) in program.code.instructions {
                moves[term, default: [:]][direction, default: 0] += 1
            }
            longest = max(longest, moves.values.flatMap(\.values).max() ?? 1)
        }
        return min(longest, 4)
    }

    /// How many arguments a program has.
    package func parameterCount(_ program: ProgramID) -> Int {
        programs.firstIndex(of: program).map { form.programs[$0].parameterCount } ?? 0
    }

    /// The line of a program's first loop; nil where it has none.
    package func loopLine(_ program: ProgramID) -> Int? {
        guard let index = programs.firstIndex(of: program) else { return nil }
        let code = form.programs[index].code
        for case .loop(_, _, _, let statement) in code.instructions { return code.statements[statement].span.line }
        return nil
    }
}
