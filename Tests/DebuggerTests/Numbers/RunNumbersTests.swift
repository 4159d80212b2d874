import Assets
import Debugger
import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("What is counted of a run")
struct RunNumbersTests {
    private static func counted(_ session: Session, budget: Int = .max / 2) -> RunNumbers {
        var numbers = RunNumbers(session)
        while !numbers.isDone(in: session) { numbers.advance(budget: budget, in: session) }
        return numbers
    }

    private static func adding(slips: [Int: Decision] = [:]) throws -> Session {
        let problem = try Problem(task: .add, input: ["96", "125"])
        var session = try Session(problem, predictor: ExpertPredictor(slips: slips))
        session.extend(events: .max)
        return session
    }

    @Test("calls and actions of each program are those of the trace")
    func programs() throws {
        let session = try Self.adding()
        let numbers = Self.counted(session)
        #expect(numbers.eventCount == 39)
        func count(_ name: String) throws -> RunNumbers.ProgramCount {
            numbers.programs[try session.library.require(name).rawValue]
        }
        // ADD calls ADD1 and LSHIFT for each of three columns; two of them carry.
        #expect(try count("ADD").callsMade == 6 && (try count("ADD").actions) == 0)
        #expect(try count("ADD1").calls == 3 && (try count("ADD1").actions) == 3 && (try count("ADD1").callsMade) == 2)
        #expect(try count("CARRY").calls == 2 && (try count("CARRY").actions) == 6)
        #expect(try count("LSHIFT").calls == 3 && (try count("LSHIFT").actions) == 12)
        #expect(numbers.programs.reduce(0) { $0 + $1.calls } == numbers.programs.reduce(0) { $0 + $1.returns })
        let actions = Dictionary(
            uniqueKeysWithValues: numbers.actionCounts(in: session.world).map { ($0.name, $0.count) })
        #expect(actions["WRITE OUT 2"] == 2 && actions["WRITE CARRY 1"] == 2 && actions["PTR OUT LEFT"] == 3)
    }

    @Test(
        "the expert needs as many events as the run of its own programs has", arguments: ["add", "sort", "quicksort"])
    func expert(name: String) throws {
        let task = try #require(TaskCatalog.task(named: name))
        let problem = try Problem(task: task, input: task.exampleInput)
        var session = try Session(problem, predictor: try #require(FilePredictor(task)))
        session.extend(events: .max)
        let numbers = Self.counted(session)
        #expect(numbers.expertEventCount == session.log.count)
        #expect(numbers.mistakes == 0)
    }

    @Test("a mistake is counted for the program that made it, and the expert's events stay what they were")
    func mistakes() throws {
        let right = try Self.adding()
        let write = try #require(right.log[3].decision)
        let session = try Self.adding(slips: [5: write])
        let numbers = Self.counted(session)
        #expect(numbers.mistakes == session.log.mistakes.count && numbers.mistakes > 0)
        #expect(numbers.expertEventCount == 39)
    }

    @Test("confidences are sorted into classes, each decision of the network once")
    func confidences() throws {
        let network = try ModelFile.read(try Assets.path(of: Assets.defaultModel)).network
        var session = try Session(Problem(task: .add, input: ["96", "125"]), predictor: NetworkPredictor(network))
        session.extend(events: .max)
        let numbers = Self.counted(session)
        #expect(numbers.confidences.reduce(0, +) == session.log.count - 1)
        let least = try #require(session.log.leastConfident).confidence.value
        let lowest = try #require(numbers.confidences.firstIndex { $0 > 0 })
        #expect(RunNumbers.confidenceBounds[lowest] <= least)
        #expect(lowest + 1 == RunNumbers.confidenceBounds.count || least < RunNumbers.confidenceBounds[lowest + 1])
    }

    @Test("counted in any portions, and on while the run goes on, the numbers are the same")
    func portions() throws {
        let whole = Self.counted(try Self.adding())
        let problem = try Problem(task: .add, input: ["96", "125"])
        var session = try Session(problem, predictor: ExpertPredictor())
        var numbers = RunNumbers(session)
        while session.ending == nil {
            session.extend(events: 5)
            numbers.advance(budget: 3, in: session)
        }
        while !numbers.isDone(in: session) { numbers.advance(budget: 1, in: session) }
        #expect(numbers.programs == whole.programs && numbers.actions == whole.actions)
        #expect(numbers.confidences == whole.confidences)
    }

    @Test("after a change they are those of the new branch")
    func branch() throws {
        var session = try Self.adding()
        var numbers = Self.counted(session)
        session.perform(.go(to: 2))
        let change = try CellChange("inp1 1", in: session.world)
        try session.edit(change)
        session.extend(events: .max)
        #expect(!numbers.isCurrent(in: session))
        while !numbers.isDone(in: session) || !numbers.isCurrent(in: session) {
            numbers.advance(budget: 1_000, in: session)
        }
        #expect(numbers.eventCount == session.log.count && numbers.programs == Self.counted(session).programs)
    }

    @Test("the report has tables for a person, and one JSON object for a script")
    func report() throws {
        let report = NumbersReport(try Self.adding())
        var text = ""
        report.write(to: &text)
        #expect(text.hasPrefix("ADD 96 + 125: 39 events; the expert needs 39; 0 mistakes\n"))
        #expect(text.contains("LSHIFT        3      0       12         0\n"))
        #expect(report.json.contains(#""events":39,"expert_events":39,"halted":true,"mistakes":0"#))
        #expect(
            report.json.contains(#"{"actions":12,"called":3,"calls":0,"mistakes":0,"program":"LSHIFT","returns":3}"#))
    }
}
