import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite struct AdditionPadTests {
    @Test func numbersStandFlushRightWithTwoColumnsToSpare() {
        let pad = AdditionPad([9, 6], [1, 2, 5])
        #expect(pad.columnCount == 5)
        #expect(pad.cells(.input1) == [10, 10, 10, 9, 6])
        #expect(pad.cells(.input2) == [10, 10, 1, 2, 5])
        #expect(pad.cells(.carry) == [10, 10, 10, 10, 10])
        #expect(pad.cells(.output) == [10, 10, 10, 10, 10])
        #expect(AdditionRow.allCases.allSatisfy { pad.pointer($0) == 4 })
        #expect(pad.cell(.input1, 3).digit == 9)
        #expect(pad.cell(.input1, 2).digit == nil)
        #expect(pad.pointed(.input2) == .digit(5))
    }

    @Test func theNetworkSeesTheFourPointedCellsAndNothingElse() {
        var pad = AdditionPad([9, 6], [1, 2, 5])
        let spec = pad.observationSpec
        #expect(spec.encoder == "addition")
        #expect(spec.fields.map(\.name) == ["INP1", "INP2", "CARRY", "OUT"])
        #expect(spec.fields.allSatisfy { $0.size == 11 })
        var observation = Observation(for: spec)
        pad.observe(into: &observation)
        #expect(observation.categories == [6, 5, 10, 10])
        _ = pad.perform(AdditionAction.move(.carry, .left).arguments)
        _ = pad.perform(AdditionAction.write(.carry, 1).arguments)
        _ = pad.perform(AdditionAction.write(.output, 7).arguments)
        _ = pad.perform(AdditionAction.move(.input1, .left).arguments)
        pad.observe(into: &observation)
        #expect(observation.categories == [9, 5, 1, 7])
    }

    @Test func actionsAreRowVerbAndDigit() {
        #expect(AdditionAction(Arguments(3, 2, 1)) == .write(.output, 1))
        #expect(AdditionAction(Arguments(2, 0, 0)) == .move(.carry, .left))
        #expect(AdditionAction(Arguments(0, 1, 0)) == .move(.input1, .right))
        #expect(AdditionAction(Arguments(1, 2, 9))?.name == "WRITE INP2 9")
        #expect(AdditionAction(Arguments(2, 1, 0))?.name == "PTR CARRY RIGHT")
        let meaningful = Arguments.all.filter { AdditionAction($0) != nil }
        #expect(meaningful.count == 4 * (2 + 10))
        #expect(meaningful.allSatisfy { AdditionAction($0)?.arguments == $0 })
    }

    @Test func argumentsWithoutAMeaningChangeNothingAndSaySo() {
        let start = AdditionPad([9, 6], [1, 2, 5])
        for arguments in Arguments.all where AdditionAction(arguments) == nil {
            var pad = start
            #expect(pad.perform(arguments).isNone)
            #expect(pad == start)
        }
        let world = AnyScratchpad(start)
        #expect(world.actionName(Arguments(7, 1, 2)) == "nothing (7 1 2)")
        #expect(world.actionName(Arguments(3, 2, 1)) == "WRITE OUT 1")
    }

    @Test func pointersClampAtBothEnds() {
        var pad = AdditionPad([4], [5])
        let start = pad
        #expect(pad.perform(AdditionAction.move(.output, .right).arguments).isNone)
        #expect(pad == start)
        for _ in 0..<2 {
            #expect(!pad.perform(AdditionAction.move(.output, .left).arguments).isNone)
        }
        #expect(pad.pointer(.output) == 0)
        #expect(pad.perform(AdditionAction.move(.output, .left).arguments).isNone)
        #expect(pad.pointer(.output) == 0)
    }

    @Test func aDigitWrittenOntoItselfIsNoChangeAndInputsCanBeOverwritten() {
        var pad = AdditionPad([4], [5])
        #expect(pad.perform(AdditionAction.write(.input1, 4).arguments).isNone)
        #expect(!pad.perform(AdditionAction.write(.input1, 8).arguments).isNone)
        #expect(pad.pointed(.input1) == .digit(8))
    }

    @Test(arguments: 0..<20)
    func undoingRandomActionsGivesThePadBackAndRedoingHasTheSameEffects(_ seed: Int) throws {
        var generator = SplitMix(seed: UInt64(seed))
        let start = AdditionProblems.random(length: 1 + seed % 5, using: &generator).makeWorld()
        var world = start
        var history: [(Arguments, Effect)] = []
        for _ in 0..<400 {
            // Half of the actions are drawn among those with a meaning, which are rare among all.
            let arguments =
                Bool.random(using: &generator)
                ? Arguments.random(using: &generator)
                : Arguments.all.filter { AdditionAction($0) != nil }.randomElement(using: &generator)!
            let before = world
            let effect = world.perform(arguments)
            #expect(effect.isNone == (world == before))
            history.append((arguments, effect))
        }
        let end = world
        #expect(end != start)
        for (_, effect) in history.reversed() {
            world.undo(effect)
        }
        #expect(world == start)
        for (arguments, effect) in history {
            #expect(world.perform(arguments) == effect)
        }
        #expect(world == end)
    }

    @Test func aCellCanBeChangedFromOutside() throws {
        var pad = AdditionPad([9, 6], [1, 2, 5])
        try CellChange("inp2[1] blank", in: pad).perform(in: &pad)
        #expect(pad.cells(.input2) == [10, 10, 1, 10, 5])
    }

    @Test func theSumIsReadWithoutLeadingZerosAndGapsShow() {
        var pad = AdditionPad([0, 0, 0], [0])
        #expect(pad.sum == "")
        pad.setCell(.output, 4, to: .digit(0))
        #expect(pad.sum == "0")
        pad.setCell(.output, 2, to: .digit(3))
        #expect(pad.sum == "3_0")
        pad.setCell(.output, 3, to: .digit(0))
        pad.setCell(.output, 0, to: .digit(0))
        pad.setCell(.output, 1, to: .digit(0))
        #expect(pad.sum == "300")
    }

    @Test func theExpertAnswersInAnyStateAndStep() throws {
        var generator = SplitMix(seed: 9)
        let library = ProgramLibrary(for: [.add])
        let expert = try AdditionExpert(library)
        var pad = AdditionPad([9, 9], [8])
        for _ in 0..<2_000 {
            _ = pad.perform(Arguments.random(using: &generator))
            for program in library.programs {
                let step = Int.random(in: 0...9, using: &generator)
                switch expert.decide(program: program, arguments: .none, step: step, in: pad) {
                case .act(let arguments): #expect(AdditionAction(arguments) != nil)
                case .call(let callee, let arguments):
                    #expect(library[callee] != "ACT" && arguments == .none)
                case .end: break
                }
            }
        }
    }
}
