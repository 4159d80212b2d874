import Foundation
import Testing

@Suite("What npi run and replay print in place of a trace")
struct ReportTests {
    @Test("--at 3 --why says that the digits of the column decide whether ADD1 carries, and the carry before does not")
    func why() throws {
        let run = try CommandRun("run", "add", "96", "125", "--at", "3", "--why")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.lines.first == "ADD 96 + 125, after step 3, next is step 4: ADD1, its 2nd step")
        #expect(run.lines.contains { $0.hasPrefix("next: call CARRY") })
        #expect(run.lines.contains("INP1, INP2 and OUT matter, CARRY does not."))
        #expect(run.lines.contains { $0.hasPrefix("The smallest change: INP1 3 in place of 6") })
    }

    @Test("--why --json is one object, whose options are those of the table")
    func whyJSON() throws {
        let run = try CommandRun("run", "add", "96", "125", "--at", "CARRY 1", "--why", "--json")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(object["step"] as? Int == 4 && object["program"] as? String == "CARRY")
        let cells = try #require(object["cells"] as? [[String: Any]])
        #expect(cells.map { $0["name"] as? String } == ["INP1", "INP2", "CARRY", "OUT"])
        #expect(cells.allSatisfy { ($0["values"] as? [Any])?.count == 11 })
        let decision = try #require(object["decision"] as? [String: Any])
        #expect(decision["k"] as? String == "act" && decision["say"] as? String == "PTR CARRY LEFT")
        #expect(object["smallest_change"] is NSNull)
    }

    @Test("of a car it also says what a patch on the image does, as many numbers as there are places")
    func car() throws {
        let run = try CommandRun("run", "car", "--car", "truck-1", "--from", "-60,45", "--at", "13", "--why", "--json")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let image = try #require(object["image"] as? [String: Any])
        let places = try #require(image["columns"] as? Int) * (try #require(image["rows"] as? Int))
        #expect((image["kept"] as? [Any])?.count == places && (image["changes"] as? [Any])?.count == places)
    }

    @Test("a replay asks the network that is put beside it, and says the same as the run")
    func replay() throws {
        let folder = try TemporaryFolder()
        _ = try CommandRun("run", "add", "96", "125", "--plain", "--record", "a.npitrace", folder: folder.path)
        let live = try CommandRun("run", "add", "96", "125", "--at", "3", "--why")
        let replay = try CommandRun("replay", "a.npitrace", "--model", "npi", "--at", "3", "--why", folder: folder.path)
        // A task alone has a network of its own; the recording names it.
        #expect(replay.status == 0, "\(replay.errors)")
        #expect(replay.lines.first == live.lines.first)
        let without = try CommandRun("replay", "a.npitrace", "--at", "3", "--why", folder: folder.path)
        #expect(without.status == 64 && without.errors.contains("--model npi"))
        let numbers = try CommandRun("replay", "a.npitrace", "--numbers", folder: folder.path)
        #expect(numbers.output == (try CommandRun("run", "add", "96", "125", "--numbers").output))
    }

    @Test("--numbers counts the whole run; --json has the same as one object")
    func numbers() throws {
        let run = try CommandRun("run", "add", "96", "125", "--numbers")
        #expect(run.lines.first == "ADD 96 + 125: 39 events; the expert needs 39; 0 mistakes")
        #expect(run.lines.contains("LSHIFT        3      0       12         0"))
        let json = try CommandRun("run", "add", "96", "125", "--numbers", "--json")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect(object["events"] as? Int == 39 && object["expert_events"] as? Int == 39)
        #expect(object["halted"] as? Bool == true && object["mistakes"] as? Int == 0)
        let programs = try #require(object["programs"] as? [[String: Any]])
        #expect(programs.map { $0["program"] as? String } == ["ADD", "ADD1", "CARRY", "LSHIFT"])
        let classes = try #require(object["confidence"] as? [[String: Any]])
        #expect(classes.compactMap { $0["count"] as? Int }.reduce(0, +) == 38)
    }

    @Test("a run that does not come to its end is counted, and fails as it does otherwise")
    func noEnd() throws {
        let run = try CommandRun("run", "add", "96", "125", "--numbers", "--max-steps", "10")
        #expect(run.lines.first?.hasPrefix("ADD 96 + 125: 10 events") == true)
        #expect(run.status == 1)
    }

    @Test(
        "what does not go together is told in one line that says what would be right",
        arguments: [
            (["--why"], "--at 17"), (["--at", "0", "--why"], "no program runs at step 0"),
            (["--at", "3", "--why", "--narrate"], "leave out --narrate"),
            (["--at", "3", "--why", "--record", "x.npitrace"], "leave out --record"),
            (["--at", "3", "--numbers"], "leave out --at"),
            (["--at", "3", "--why", "--numbers"], "exclude each other"),
            (["--expert", "--at", "3", "--why"], "this run has none"), (["--at", "99", "--why"], "the last is 39"),
        ])
    func usage(options: [String], message: String) throws {
        let run = try CommandRun(["run", "add", "96", "125"] + options)
        #expect(run.status == 64)
        #expect(run.errors.contains(message), "\(run.errors)")
        #expect(run.output.isEmpty)
    }
}
