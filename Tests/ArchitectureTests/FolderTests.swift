import Testing

@Suite("Folders of a module depend one way")
struct FolderTests {
    /// What the folders of a module may use of each other, where a table says more than that there is no cycle.
    static let arrows: [String: [String: Set<String>]] = [
        "Debugger": [
            "History": [],
            "Expressions": ["History"],
            "StopPoints": ["History", "Expressions"],
            "Control": ["History", "Expressions", "StopPoints"],
            "Branches": ["History", "Expressions", "StopPoints", "Control"],
            "Marks": ["History", "StopPoints", "Control"],
            "Insight": ["History", "Control"],
            "Why": ["History", "Control", "Insight"],
            "States": ["History", "Control", "Insight"],
            "Numbers": ["History", "Control"],
            "Search": ["History", "Control"],
            "Source": ["History", "Expressions", "StopPoints", "Control"],
            "Recording": ["History", "Control", "Branches"],
            "Comparison": ["History", "Control", "Insight", "Recording"],
            "Failures": ["History", "Control", "Recording"],
            "Streams": ["History", "Control", "Recording"],
        ],
        "DebugAdapter": [
            "Protocol": [],
            "Runs": ["Protocol"],
            "Breakpoints": ["Protocol", "Runs"],
            "Views": ["Protocol", "Runs", "Breakpoints"],
            "Adapter": ["Protocol", "Runs", "Breakpoints", "Views"],
        ],
        "TUI": [
            "Keys": [],
            "Tour": [],
            "State": ["Keys", "Tour"],
            "Panes": ["Keys", "Tour", "State"],
            "Commands": ["Keys", "Tour", "State", "Panes"],
            "App": ["Keys", "Tour", "State", "Panes", "Commands"],
            "Pictures": ["State", "Panes", "Commands"],
            "Picker": ["Keys", "State", "Panes"],
        ],
        "NPIKit": [
            "Core": [],
            "Numerics": [],
            "Images": ["Core", "Numerics"],
            "Network": ["Core", "Numerics", "Images"],
            "Interpreter": ["Core"],
            "Training": ["Core", "Numerics", "Images", "Network"],
            "WeightFiles": ["Core", "Numerics", "Network", "Training"],
            "Sequences": ["Core", "Numerics", "Network", "Training", "WeightFiles"],
        ],
    ]

    static let modules = Set(Sources.files().map(\.module)).sorted()

    @Test("no folder uses one that uses it", arguments: modules)
    func noCycles(module: String) {
        let graph = FolderGraph(Sources.files().filter { $0.module == module })
        for cycle in graph.cycles {
            Issue.record("\(module) has a cycle of folders:\n\(graph.description(of: cycle))")
        }
    }

    @Test("folders use only those that the table allows", arguments: arrows.keys.sorted())
    func table(module: String) throws {
        let graph = FolderGraph(Sources.files().filter { $0.module == module })
        let allowed = try #require(Self.arrows[module])
        #expect(graph.folders == Set(allowed.keys))
        for folder in graph.folders {
            let others = graph.used(by: folder).subtracting(allowed[folder, default: []]).sorted()
            #expect(others.isEmpty, "\(folder) uses \(others): \(others.compactMap { graph.uses[folder]?[$0] })")
        }
    }

    @Test("names are read from code alone: no comments, texts, members or nested declarations")
    func words() {
        let words = SwiftWords(
            """
            // A Comment.
            package struct Outer: Base { enum Kind {}; let text = "Text \\(Shown("Deep")) more" }
            private struct Hidden {}
            extension Extended { func f(_ x: Module.Member) -> Result {} }
            """)
        #expect(words.declared == ["Outer"])
        #expect(words.named == ["Base", "Shown", "Extended", "Module", "Result"])
    }
}
