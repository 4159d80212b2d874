import Debugger
import NPIKit
import Scratchpads
import TestSupport
import Testing
import Tours

@Suite("Tour files")
struct ReadingTests {
    @Test("a file gives its title, its problem, its stops and its questions")
    func reads() throws {
        let tour = try Tour(reading: Example.carrying, file: "lessons/carrying.yaml")
        #expect(tour.name == "carrying")
        #expect(tour.title == "Carrying in one minute")
        #expect(tour.problem == (try Problem(task: .add, input: ["8", "5"])))
        #expect(tour.stops.count == 3)
        #expect(
            tour.stops[1].text == ["CARRY has been called, since 8 + 5 is more than 9.", "A 3 stands in OUT already."])
        #expect(tour.stops[1].spotlights == [.part(.stack), .cell(CellAddress(cell: 11, place: 0))])
        let question = try #require(tour.stops[2].question)
        #expect(question.choices.count == 2)
        #expect(question.isRight("1") && !question.isRight("2"))
    }

    @Test("the example of the documentation is the one that is tested")
    func documented() throws {
        let text = try Example.documentation
        let indented = Example.carrying.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n")
        #expect(text.contains(indented))
    }

    @Test("a typed answer counts without regard to case, spaces and signs")
    func freeAnswers() throws {
        let tour = try Tour(
            reading: Example.tour("  - question: {ask: How many?, answer: [two, 2]}\n"), file: "x.yaml")
        let question = try #require(tour.stops[0].question)
        for right in ["two", " Two. ", "2", "2!"] { #expect(question.isRight(right)) }
        for wrong in ["three", "22", "two two"] { #expect(!question.isRight(wrong)) }
        #expect(question.rightAnswer == "two")
    }

    struct Bad: CustomTestStringConvertible {
        var text: String
        var error: String
        var testDescription: String { error }
        init(_ text: String, _ error: String) { (self.text, self.error) = (text, error) }
        init(stop: String, _ error: String) { self.init(Example.tour("  - " + stop + "\n"), error) }
    }

    static let bad: [Bad] = [
        Bad("", "x.yaml: the file is empty; a tour has a title, a task, an input and stops"),
        Bad("title: [", "x.yaml:2:1: this is no YAML: did not find expected node content"),
        Bad("hello", "x.yaml:1:1: a tour is a table of names and values, such as title: ..."),
        Bad("title: A\ntasks: add", "x.yaml:2:1: a tour has no tasks; did you mean task?"),
        Bad("title: A\ntask: add\ntask: add", "x.yaml:2:1: this is no YAML: task stands twice in one table"),
        Bad("title: A\ntask: add\ninput: 1 2", "x.yaml:1:1: a tour needs stops, such as stops: a list"),
        Bad(
            "title: A\ntask: ad\ninput: 1 2\nstops: []",
            "x.yaml:2:7: there is no task ad; did you mean add?"),
        Bad("title: A\ntask: add\ninput: 1\nstops: []", "x.yaml:3:8: add takes two whole numbers"),
        Bad("title: A\ntask: add\ninput: 1 2\nstops: []", "x.yaml:4:8: stops is a list of at least one stop"),
        Bad(
            "title: \"\\e[31m\"\ntask: add\ninput: 1 2\nstops: []",
            "x.yaml:1:8: the title holds a character that cannot be shown"),
        Bad(stop: "{}", "x.yaml:5:5: a stop needs a text, such as text: Look here."),
        Bad(stop: "hello", "x.yaml:5:5: a stop is a table of names and values, such as at: ..."),
        Bad(stop: "{tex: A}", "x.yaml:5:6: a stop has no tex; did you mean text?"),
        Bad(stop: "{at: CARRY, move: step, text: A}", "x.yaml:5:23: a stop has at or move, not both"),
        Bad(stop: "{move: jump, text: A}", "x.yaml:5:12: there is no motion jump; there are step, over, finish, back"),
        Bad(stop: "{move: step x, text: A}", "x.yaml:5:12: x is no count; write step 3, over or back 2"),
        Bad(stop: "{move: step 0, text: A}", "x.yaml:5:12: 0 is no count; write step 3, over or back 2"),
        Bad(stop: "{text: A, look: stak}", "x.yaml:5:21: there is no stak to look at; did you mean stack?"),
        Bad(
            stop: "{text: A, look: \"out[9]\"}",
            "x.yaml:5:21: there is no cell out[9]; out has out[0] to out[4]"),
        Bad(
            stop: "{text: A, change: \"ouch = 1\"}",
            "x.yaml:5:23: nothing is called ouch; there are inp1, inp2, carry, out, ptr_inp1, ptr_inp2, ptr_carry, ptr_out, "
                + "inp1[0], inp2[0], carry[0], out[0]"),
        Bad(stop: "{text: A, change: \"out[0] = ten\"}", "x.yaml:5:23: ten is not a number; write out[0] 5"),
        Bad(stop: "{question: {ask: A}}", "x.yaml:5:16: a question needs the right answer: answer: 2"),
        Bad(
            stop: "{question: {ask: A, choices: [a, b], answer: 3}}",
            "x.yaml:5:50: the answer is the number of the right choice, 1 to 2"),
        Bad(
            stop: "{question: {ask: A, choices: [a], answer: 1}}",
            "x.yaml:5:34: choices is a list of 2 to 9 answers to choose from"),
    ]

    @Test("an error names the file, the line, the column and what would be right", arguments: bad)
    func errors(_ bad: Bad) {
        #expect {
            try Tour(reading: bad.text, file: "x.yaml")
        } throws: { error in
            let isSaid = "\(error)".hasPrefix(bad.error)
            if !isSaid { print(error) }
            return isSaid
        }
    }

    @Test("a stop may be named as on the command line: a share of the run, or the second call of a program")
    func moments() throws {
        let tour = try Tour(
            reading: Example.tour("  - {at: CARRY 2, text: A}\n  - {at: 50%, text: B}\n  - {at: step 9, text: C}\n"),
            file: "x.yaml")
        let session = try Example.session(tour)
        let plan = try TourPlan(tour, on: session)
        var second = session
        try Moment.go(to: "CARRY 2", in: &second)
        #expect(plan.stops.map(\.session.position) == [second.position, 20, 9])
    }

    @Test("a stop that is not reached is told with its place")
    func unreached() throws {
        func error(_ stop: String) throws -> String {
            let tour = try Tour(reading: Example.tour("  - \(stop)\n"), file: "x.yaml")
            do {
                _ = try TourPlan(tour, on: try Example.session(tour))
                return ""
            } catch {
                return "\(error)"
            }
        }
        #expect(
            try error("{at: CARY, text: A}") == "x.yaml:5:10: there is no program CARY to break on; did you mean CARRY?"
        )
        #expect(try error("{at: \"out[0] = 9 nd\", text: A}").hasPrefix("x.yaml:5:22: nd has no meaning here"))
        #expect(
            try error("{at: mistake, text: A}")
                == "x.yaml:5:10: stop 1 is not reached: there is no mistake after step 0 of 39")
        #expect(
            try error("{at: step 99, text: A}").hasPrefix("x.yaml:5:10: stop 1 is not reached: there is no step 99"))
        #expect(try error("{at: CARRY off, text: A}") == "x.yaml:5:10: off and log stop nowhere")
        #expect(
            try error("{move: back, text: A}")
                == "x.yaml:5:12: stop 1 is not reached: back leads nowhere after step 0 of 39")
    }
}
