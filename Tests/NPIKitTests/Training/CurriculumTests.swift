import NPIKit
import Support
import Testing

@Suite("What is trained on next")
struct CurriculumTests {
    /// Frames of FIX, each seeing another lamp or argument.
    static func frames(_ count: Int, of program: ProgramID = LampExpert.fix, encoder: String = "lamps") -> [FrameTrace]
    {
        (0..<count).map { index in
            FrameTrace(
                encoder: encoder, program: program, arguments: Arguments(index % 10, index / 10 % 10, 0),
                categories: [0, 0, 1, 0], decisions: [.act(.none), .end])
        }
    }

    @Test("each different frame counts once, by program and environment")
    func grouping() {
        let frames =
            Self.frames(3) + Self.frames(2, of: LampExpert.next) + Self.frames(3)
            + Self.frames(4, encoder: "elsewhere")
        let curriculum = Curriculum(frames)
        #expect(curriculum.groups.map(\.encoder) == ["elsewhere", "lamps", "lamps"])
        #expect(curriculum.groups.map(\.program) == [LampExpert.fix, LampExpert.fix, LampExpert.next])
        #expect(curriculum.groups.map(\.frameCount) == [4, 3, 2])
        #expect(curriculum.frameCount == 9 && curriculum.wrongCount == 9)
    }

    @Test("a lesson knows its frames' losses a step, how many are wrong, and its error")
    func recording() {
        var group = FrameGroup(program: LampExpert.fix, encoder: "lamps", frames: Self.frames(4))
        for index in 0..<4 { group.record(index, loss: 0, isRight: true) }
        #expect(group.wrongCount == 0 && group.error == 0 && group.meanLoss == 0)
        group.record(2, loss: 8, isRight: false)
        group.record(2, loss: 8, isRight: false)
        #expect(group.wrongCount == 1)
        #expect(group.meanLoss == 1)
        #expect(group.error == 2, "the root mean square of 0, 0, 4, 0")
        group.record(2, loss: 1, isRight: true)
        #expect(group.wrongCount == 0)
    }

    @Test("one wrong frame among hundreds shows in the error, though hardly in the mean")
    func oneWrongFrame() {
        var group = FrameGroup(program: LampExpert.fix, encoder: "lamps", frames: Self.frames(100))
        for index in 0..<100 { group.record(index, loss: index == 40 ? 20 : 0, isRight: index != 40) }
        #expect(group.meanLoss <= 0.1)
        #expect(group.error >= 1)
    }

    @Test("a lesson comes back from what a checkpoint keeps, frames that are wrong without a loss included")
    func groupState() {
        var group = FrameGroup(program: LampExpert.fix, encoder: "lamps", frames: Self.frames(4))
        group.record(0, loss: 3, isRight: true)
        group.record(1, loss: 3, isRight: false)
        group.record(2, loss: 0, isRight: false)
        group.record(3, loss: 0, isRight: true)
        var other = FrameGroup(program: LampExpert.fix, encoder: "lamps", frames: Self.frames(4))
        other.state = group.state
        #expect(other.wrongCount == 2)
        #expect(other.error == group.error && other.meanLoss == group.meanLoss)
        other.record(2, loss: 0, isRight: true)
        #expect(other.wrongCount == 1)
    }

    /// Three lessons with errors 0.1, 0.1 and 1.
    var uneven: Curriculum {
        var curriculum = Curriculum(
            Self.frames(4, of: LampExpert.tidy) + Self.frames(4, of: LampExpert.fix)
                + Self.frames(4, of: LampExpert.next))
        for group in 0..<3 {
            for frame in 0..<4 { curriculum.groups[group].record(frame, loss: group == 2 ? 2 : 0.2, isRight: false) }
        }
        return curriculum
    }

    @Test("lessons are drawn by a softmax over their errors, but for an even share")
    func groups() {
        let curriculum = uneven
        var generator = SeededGenerator(seed: 12)
        var counts = [0, 0, 0]
        let draws = 50_000
        for _ in 0..<draws { counts[curriculum.drawGroup(using: &generator)] += 1 }
        let options = curriculum.options
        #expect(options.temperature == 0.2 && options.evenGroups == 0.2)
        // e^((1 - 0.1) / 0.2) = 90.017
        let worst = 0.8 * 90.017 / 92.017 + 0.2 / 3
        #expect(abs(Double(counts[2]) / Double(draws) - worst) < 0.01)
        #expect(abs(Double(counts[0]) / Double(draws) - (1 - worst) / 2) < 0.01)
        #expect(abs(Double(counts[1]) / Double(draws) - (1 - worst) / 2) < 0.01)
    }

    @Test("hard frames are drawn in proportion to their losses, but for an even share")
    func hardFrames() {
        var curriculum = Curriculum(Self.frames(10))
        for frame in 0..<10 { curriculum.groups[0].record(frame, loss: frame == 3 ? 18 : 0.25, isRight: true) }
        var generator = SeededGenerator(seed: 13)
        var counts = [Int](repeating: 0, count: 10)
        for _ in 0..<2_000 {
            for frame in curriculum.drawFrames(of: 0, frameLimit: 10, rowLimit: 1_000, using: &generator) {
                counts[frame] += 1
            }
        }
        // Losses a step: 9 and nine times 0.125.
        let hard = 0.7 * 9 / (9 + 9 * 0.125) + 0.3 / 10
        #expect(abs(Double(counts[3]) / 20_000 - hard) < 0.015)
        for frame in 0..<10 where frame != 3 { #expect(abs(Double(counts[frame]) / 20_000 - (1 - hard) / 9) < 0.005) }
    }

    @Test("a batch holds no more frames or steps than it may, but always one frame")
    func limits() {
        let curriculum = Curriculum(Self.frames(10))
        var generator = SeededGenerator(seed: 1)
        #expect(curriculum.drawFrames(of: 0, frameLimit: 7, rowLimit: 1_000, using: &generator).count == 7)
        #expect(curriculum.drawFrames(of: 0, frameLimit: 100, rowLimit: 9, using: &generator).count == 4)
        #expect(curriculum.drawFrames(of: 0, frameLimit: 100, rowLimit: 1, using: &generator).count == 1)
    }
}
