package import NPIKit
import Scratchpads

/// The whole table that ADD1 has to know: each digit or blank over each digit or blank, with and without a carry.
///
/// 241 sums, the one of three blanks left out, since ADD returns there. Adding numbers of any length comes down to these
/// and to three programs that always do the same.
package enum DigitTable {
    /// One sum of the table.
    package struct Entry: Hashable, Sendable {
        /// What stands in INP1.
        package var first: AdditionSymbol
        /// What stands in INP2.
        package var second: AdditionSymbol
        /// Whether CARRY holds a 1.
        package var carries: Bool

        /// A pad on which only this sum is to be found, with room for a carry.
        package var world: AdditionPad {
            var pad = AdditionPad([0], [0])
            let column = pad.columnCount - 1
            pad.setCell(.input1, column, to: first)
            pad.setCell(.input2, column, to: second)
            if carries { pad.setCell(.carry, column, to: .digit(1)) }
            return pad
        }
    }

    /// All 241.
    package static let entries: [Entry] = AdditionSymbol.everySymbol.flatMap { first in
        AdditionSymbol.everySymbol.flatMap { second in
            [false, true].compactMap { carries in
                first == .blank && second == .blank && !carries
                    ? nil : Entry(first: first, second: second, carries: carries)
            }
        }
    }

    /// The sums that the network gets wrong when it runs ADD1 on each.
    ///
    /// - Throws: ``StepPredictorError`` or ``ProgramLibraryError`` if the model was not made for addition.
    package static func mistakes(of predictor: any StepPredictor) throws -> [Entry] {
        let program = try predictor.library.require("ADD1")
        let expert = try AdditionExpert(predictor.library)
        return try entries.filter { entry in
            let right = try Demonstration(of: program, in: entry.world, by: expert).world
            var interpreter = try Interpreter(predictor, in: entry.world, running: program)
            while interpreter.eventCount < 100, interpreter.step() != nil {}
            return !interpreter.isHalted || interpreter.world != right
        }
    }
}
