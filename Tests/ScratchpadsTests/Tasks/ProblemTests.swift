import NPIKit
import Scratchpads
import Testing

@Suite struct ProblemTests {
    @Test func aProblemKnowsItsProgramTitleAndRightOutput() throws {
        let problem = try Problem(task: .add, input: ["96", "125"])
        #expect(problem.program == "ADD")
        #expect(problem.arguments == .none)
        #expect(problem.title() == "ADD 96 + 125")
        #expect(problem.goal() == "add 96 and 125, column by column from the right")
        #expect(problem.expectedOutput == "221")
        #expect(problem.output(of: problem.makeWorld()) == "")
        #expect(!problem.isCorrect(problem.makeWorld()))
        #expect(problem.defaultStepLimit > 4 * 39)
        #expect(TaskCatalog.task(named: "add")?.programNames == ["ADD", "ADD1", "CARRY", "LSHIFT", "ACT"])
    }

    @Test("what is right for what a person changed follows from what stands there now")
    func answers() throws {
        let sum = try Problem(task: .add, input: ["96", "125"])
        var pad = sum.makeWorld()
        #expect(sum.answer(for: pad) == "221")
        try CellChange("inp1[0] 4", in: pad).perform(in: &pad)
        #expect(sum.answer(for: pad) == "219")
        try CellChange("inp1[0] blank", in: pad).perform(in: &pad)
        #expect(sum.answer(for: pad) == nil, "a number with a gap is none")

        let order = try Problem(task: .sort, input: ["3", "1", "2"])
        var array = order.makeWorld()
        try CellChange("values[1] 0", in: array).perform(in: &array)
        let largest = try Problem(task: .max, input: ["3", "1", "2"])
        #expect(Set([order.answer(for: array), order.answer(for: order.makeWorld())]).count == 2)
        #expect(largest.answer(for: largest.makeWorld()) == "3")

        let car = try Problem(task: .car, input: ["saloon-1", "45,45", "-30,0"])
        #expect(car.answer(for: car.makeWorld()) == "[-30,0]")
        #expect(car.answer(for: pad) == nil)
    }

    @Test func leadingZerosStayOnThePadAndNotInTheOutput() throws {
        let problem = try Problem(task: .add, input: ["007", "5"])
        let pad = problem.makeWorld()
        let row = try #require(pad.cells.firstIndex { $0.name == "inp1" && $0.role != .value })
        #expect((0..<5).map { pad.value(of: row, at: $0) } == [7, 0, 0, nil, nil])
        #expect(problem.expectedOutput == "12")
        #expect(try Problem(task: .add, input: ["000", "0"]).expectedOutput == "0")
    }

    @Test func longTitlesAreShortenedInTheMiddleOfEachNumber() throws {
        let long = try Problem(task: .add, input: ["12345678901234567890", "99999999988888888877"])
        #expect(long.title(width: 30) == "ADD 123456…67890 + 99999…88877")
        #expect(long.title(width: 30, ellipsis: "...") == "ADD 12345...7890 + 9999...8877")
        #expect(long.title(width: 47) == long.title())
        #expect(long.title(width: 46).count == 46)
        let lopsided = try Problem(task: .add, input: ["12345678901234567890", "7"])
        #expect(lopsided.title(width: 20) == "ADD 123456…67890 + 7")
        #expect(lopsided.title(width: 3) == "ADD 1…0 + 7")
        #expect(long.title(width: -5) == "ADD 1…0 + 9…7")
        let endless = try Problem(task: .add, input: [String(repeating: "9", count: 100_000), "1"])
        #expect(endless.title(width: 40).count == 40)
        #expect(endless.goal(width: 60) == "add 99999999…99999999 and 1, column by column from the right")
    }

    @Test(arguments: [
        (["96"], "add takes two whole numbers without signs, but only one was given; for example: add 96 125"),
        ([], "add takes two whole numbers without signs, but none was given; for example: add 96 125"),
        (
            ["1", "2", "3"],
            "add takes two whole numbers without signs, but 3 were given; for example: add 96 125"
        ),
        (["58", "+", "67"], "add takes two whole numbers without signs; leave out \"+\": add 58 67"),
        (["58", "67", "="], "add takes two whole numbers without signs; leave out \"=\": add 58 67"),
        (
            ["58", "", "67"],
            "add takes two whole numbers without signs, but 3 were given; for example: add 96 125"
        ),
        (["", "2"], "input 1 of add is empty; give two whole numbers without signs, such as: add 96 125"),
        (["-9", "2"], "\"-9\" has a sign; give two whole numbers without signs, such as: add 96 125"),
        (["9", "+2"], "\"+2\" has a sign; give two whole numbers without signs, such as: add 96 125"),
        (
            ["-", "2"],
            "\"-\" has \"-\", which is no digit 0-9; give two whole numbers without signs, such as: add 96 125"
        ),
        (
            ["9", "ten"],
            "\"ten\" has \"t\", which is no digit 0-9; give two whole numbers without signs, such as: add 96 125"
        ),
        (
            ["9", "1.5"],
            "\"1.5\" has \".\", which is no digit 0-9; give two whole numbers without signs, such as: add 96 125"
        ),
        (
            ["9", "1 5"],
            "\"1 5\" has a space, which is no digit 0-9; give two whole numbers without signs, such as: add 96 125"
        ),
        (
            ["٣", "2"],
            "\"٣\" has \"٣\", which is no digit 0-9; give two whole numbers without signs, such as: add 96 125"
        ),
        (
            ["1", "5\u{301}"],
            "\"5\u{301}\" has \"5\u{301}\", which is no digit 0-9; give two whole numbers without signs, such as: add 96 125"
        ),
        (
            ["1", "5\u{1B}[2J\n"],
            "\"5?[2J?\" has a character that cannot be shown, which is no digit 0-9; give two whole numbers without signs, "
                + "such as: add 96 125"
        ),
    ])
    func wrongInputIsRefusedInOneClearLine(_ input: [String], _ message: String) {
        do throws(ProblemError) {
            _ = try Problem(task: .add, input: input)
            Issue.record("\(input.map { $0.prefix(30) }) was taken")
        } catch {
            #expect(error.description == message)
            #expect(!error.description.contains { $0.isNewline })
        }
    }

    @Test func longInputIsRefusedInOneShortLine() {
        wrongInputIsRefusedInOneClearLine(
            [String(repeating: "12", count: 40) + "x", "2"],
            "\"12121212121...212121212x\" has \"x\", which is no digit 0-9; "
                + "give two whole numbers without signs, such as: add 96 125")
        wrongInputIsRefusedInOneClearLine(
            ["1", String(repeating: "1", count: 100_001)], "input 2 of add has 100001 digits; the limit is 100000")
    }

    @Test func aHundredThousandDigitsAreTaken() throws {
        let nines = String(repeating: "9", count: 100_000)
        let problem = try Problem(task: .add, input: [nines, "1"])
        #expect(problem.expectedOutput == "1" + String(repeating: "0", count: 100_000))
        #expect(problem.makeWorld().cells.contains { $0.role == .row(100_002) })
    }
}
