import Debugger
import Foundation
import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("The schema of recordings")
struct SchemaTests {
    private let schema: JSONSchema

    init() throws {
        schema = try JSONSchema(inRepository: "Documentation/recording.schema.json")
    }

    private func expectValid(_ lines: [String], sourceLocation: SourceLocation = #_sourceLocation) throws {
        for line in lines {
            let objection = try schema.objection(to: line)
            #expect(objection == nil, "\(line): \(objection ?? "")", sourceLocation: sourceLocation)
        }
    }

    @Test("every line of every recording is as it says", arguments: Trial.random)
    func recordings(trial: Trial) throws {
        try expectValid(lines(try trial.recorded()))
        try expectValid(lines(try trial.recorded(model: nil)))
    }

    @Test("so are mistakes, forced decisions, bookmarks, stop points and poses")
    func rarities() throws {
        var session = try Trial.addition(["58", "67"], slips: [9: .end]).session()
        session.perform(.go(to: 5))
        try session.force(.act(.none))
        session.extend(events: .max)
        session.setBookmark("a \"note\"")
        try session.addBreakpoint("CARRY")
        try session.addWatch("carry")
        let recorded = lines(session.recorded())
        for key in ["right", "forced", "bookmarks", "breakpoints", "watches"] {
            #expect(recorded.contains { $0.contains("\"\(key)\":") }, "\(key)")
        }
        try expectValid(recorded)
        try expectValid([#"{"k":"end","halted":true,"output":[0,15],"correct":true,"events":3}"#])
    }

    @Test("the examples of the documentation are as it says")
    func documentation() throws {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
                "Documentation/Recordings.md")
        let examples = try String(contentsOf: path, encoding: .utf8).split(separator: "\n")
            .filter { $0.hasPrefix("    {") }.map { String($0.dropFirst(4)) }
        #expect(examples.count == 9)
        try expectValid(examples)
    }

    @Test(
        "lines that no reader takes are against it",
        arguments: [
            #"{"npitrace":2,"task":"add","input":[],"program":"ADD"}"#, #"{"npitrace":1,"task":"add","program":"ADD"}"#,
            #"{"npitrace":1,"task":"add","input":[1],"program":"ADD"}"#, #"{"n":1,"k":"cal","program":"ADD"}"#,
            #"{"n":0,"k":"call","program":"ADD"}"#, #"{"n":1,"k":"call"}"#, #"{"n":1,"k":"act"}"#,
            #"{"n":1,"k":"act","args":[0,0]}"#, #"{"n":1,"k":"act","args":[0,0,10]}"#,
            #"{"n":1,"k":"act","args":[0,0,0.5]}"#, #"{"n":1,"k":"return"}"#,
            #"{"n":1,"k":"act","args":[0,0,0],"end":1.5}"#, #"{"n":1,"k":"act","args":[0,0,0],"top":[["ADD"]]}"#,
            #"{"n":1,"k":"act","args":[0,0,0],"values":[[0,1],[0,1]]}"#,
            #"{"n":1,"k":"act","args":[0,0,0],"expert":1}"#, #"{"k":"end","halted":true}"#, "[]", "{}",
        ])
    func refused(line: String) throws {
        #expect(try schema.objection(to: line) != nil)
    }
}
