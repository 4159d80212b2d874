import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite struct SortingPadTests {
    private static let meaningful = Arguments.all.filter { SortingAction($0) != nil }

    @Test func theNetworkSeesTwoValuesAndThreeBitsAndNothingElse() {
        var pad = SortingPad([9, 2, 5])
        let spec = pad.observationSpec
        #expect(spec.encoder == "sorting")
        #expect(spec.fields.map(\.name) == ["PTR 1", "PTR 2", "PTR 1 START", "PTR 1 END", "PTR 3 END"])
        #expect(spec.fields.map(\.size) == [10, 10, 2, 2, 2])
        var observation = Observation(for: spec)
        func look() -> [UInt8] {
            pad.observe(into: &observation)
            return observation.categories
        }
        #expect(look() == [9, 9, 1, 0, 0])
        _ = pad.perform(SortingAction.move(.second, .right).arguments)
        #expect(look() == [9, 2, 1, 0, 0])
        _ = pad.perform(SortingAction.move(.first, .right).arguments)
        #expect(look() == [2, 2, 0, 0, 0])
        _ = pad.perform(SortingAction.move(.first, .right).arguments)
        #expect(look() == [5, 2, 0, 1, 0])
        for _ in 0..<3 { _ = pad.perform(SortingAction.move(.sweeps, .right).arguments) }
        #expect(look() == [5, 2, 0, 1, 1])
    }

    @Test func aSingleValueIsStartAndEndAtOnce() {
        let pad = SortingPad([7])
        var observation = Observation(for: pad.observationSpec)
        pad.observe(into: &observation)
        #expect(observation.categories == [7, 7, 1, 1, 0])
    }

    @Test func actionsAgreeWithThoseOfAddition() {
        #expect(SortingAction(Arguments(1, 1, 0)) == .move(.second, .right))
        #expect(SortingAction(Arguments(0, 3, 1)) == .swap)
        #expect(SortingAction.move(.sweeps, .right).name == "PTR 3 RIGHT")
        #expect(SortingAction.swap.name == "SWAP 1 2")
        #expect(Self.meaningful.count == 3 * 2 + 1)
        for arguments in Self.meaningful {
            #expect(SortingAction(arguments)?.arguments == arguments)
            // What means something in both moves the pointer of the same number the same way.
            switch (SortingAction(arguments), AdditionAction(arguments)) {
            case (.move(let pointer, let way), .move(let row, let other)):
                #expect(pointer.rawValue == row.rawValue && way == other)
            case (.swap, nil): break
            default: Issue.record("\(arguments.values) differ")
            }
        }
    }

    @Test func argumentsWithoutAMeaningChangeNothingAndSaySo() {
        let start = SortingPad([9, 2, 5])
        for arguments in Arguments.all where SortingAction(arguments) == nil {
            var pad = start
            #expect(pad.perform(arguments).isNone)
            #expect(pad == start)
        }
        #expect(AnyScratchpad(start).actionName(Arguments(0, 3, 2)) == "nothing (0 3 2)")
    }

    @Test(arguments: SortingPointer.allCases)
    func pointersClampAtBothEnds(_ pointer: SortingPointer) {
        var pad = SortingPad([9, 2, 5])
        #expect(pad.perform(SortingAction.move(pointer, .left).arguments).isNone)
        let places = pointer == .sweeps ? 3 : 2
        for place in 1...places {
            #expect(!pad.perform(SortingAction.move(pointer, .right).arguments).isNone)
            #expect(pad.position(pointer) == place)
        }
        #expect(pad.isAtEnd(pointer) && !pad.isAtStart(pointer))
        #expect(pad.perform(SortingAction.move(pointer, .right).arguments).isNone)
        #expect(pad.position(pointer) == places)
    }

    @Test func swappingEqualValuesIsNoChange() {
        var pad = SortingPad([4, 4, 1])
        #expect(pad.perform(SortingAction.swap.arguments).isNone)
        _ = pad.perform(SortingAction.move(.second, .right).arguments)
        #expect(pad.perform(SortingAction.swap.arguments).isNone)
        _ = pad.perform(SortingAction.move(.second, .right).arguments)
        let effect = pad.perform(SortingAction.swap.arguments)
        #expect(!effect.isNone)
        #expect(pad.values == [1, 4, 4])
        pad.undo(effect)
        #expect(pad.values == [4, 4, 1])
    }

    @Test(arguments: 0..<20)
    func undoingRandomActionsGivesTheArrayBackAndRedoingHasTheSameEffects(_ seed: Int) throws {
        var generator = SplitMix(seed: UInt64(seed))
        let start = SortingProblems.draw(length: 2 + seed % 5, using: &generator).makeWorld()
        var world = start
        var history: [(Arguments, Effect)] = []
        for _ in 0..<400 {
            // Half of the actions are drawn among those with a meaning, which are rare among all.
            let arguments =
                Bool.random(using: &generator)
                ? Arguments.random(using: &generator) : Self.meaningful.randomElement(using: &generator)!
            let before = world
            let effect = world.perform(arguments)
            #expect(effect.isNone == (world == before))
            history.append((arguments, effect))
        }
        let end = world
        for (_, effect) in history.reversed() {
            world.undo(effect)
        }
        #expect(world == start)
        for (arguments, effect) in history {
            #expect(world.perform(arguments) == effect)
        }
        #expect(world == end)
    }

    @Test func aValueCanBeChangedFromOutside() throws {
        var pad = SortingPad([9, 2, 5])
        try CellChange("values[2] 0", in: pad).perform(in: &pad)
        #expect(pad.values == [9, 2, 0])
    }

    @Test func aStepTakesTheSameTimeAtAnyLength() {
        func secondsForSwapping(_ count: Int) -> Double {
            var pad = SortingPad([UInt8](repeating: 3, count: count))
            pad.set(9, of: 7, at: 0)
            var world = AnyScratchpad(pad)
            pad = SortingPad([0])
            _ = world.perform(SortingAction.move(.second, .right).arguments)
            return fastest(of: 5) {
                for step in 0..<500 {
                    let effect = world.perform(SortingAction.swap.arguments)
                    if step.isMultiple(of: 3) { world.undo(effect) }
                }
            }
        }
        let short = secondsForSwapping(10)
        let long = secondsForSwapping(2_000_000)
        // A step that copied its array of two megabytes would take hundreds of times as long.
        #expect(long < short * 20)
    }

    @Test func sweepsSettleAValueEachFromTheRight() throws {
        var pad = SortingPad([9, 2, 5])
        #expect(pad.settledCount == 0)
        _ = pad.perform(SortingAction.move(.sweeps, .right).arguments)
        #expect(pad.settledCount == 0, "5 does not belong at the end, whatever was counted")
        for (index, value) in [2, 5, 9].enumerated() { pad.set(value, of: 7, at: index) }
        #expect(pad.settledCount == 1)
        for _ in 0..<2 { _ = pad.perform(SortingAction.move(.sweeps, .right).arguments) }
        #expect(pad.settledCount == 3)
        for (index, value) in [5, 2, 9].enumerated() { pad.set(value, of: 7, at: index) }
        #expect(pad.settledCount == 1)
    }

    @Test func theExpertAnswersInAnyStateAndStep() throws {
        var generator = SplitMix(seed: 9)
        let library = ProgramLibrary(for: [.max, .add])
        let expert = try SortingExpert(library)
        var pad = SortingPad([9, 1, 8, 1])
        for _ in 0..<2_000 {
            _ = pad.perform(Self.meaningful.randomElement(using: &generator)!)
            for program in library.programs {
                let step = Int.random(in: 0...9, using: &generator)
                switch expert.decide(program: program, arguments: .none, step: step, in: pad) {
                case .act(let arguments): #expect(SortingAction(arguments) != nil)
                case .call(let callee, let arguments):
                    #expect(TaskDefinition.max.programNames.contains(library[callee]))
                    #expect(library[callee] != "ACT" && arguments == .none)
                case .end: break
                }
            }
        }
    }
}
