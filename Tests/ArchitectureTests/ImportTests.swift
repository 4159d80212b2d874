import Foundation
import Testing

/// The sources, as the architecture document describes them.
enum Sources {
    struct File {
        var module: String
        var path: String
        var text: String

        /// The modules it imports.
        var imports: [String] {
            text.split(separator: "\n").compactMap { line in
                let words = line.split(separator: " ").drop {
                    ["public", "package", "internal", "@preconcurrency"].contains($0)
                }
                guard words.first == "import", let name = words.last else { return nil }
                return String(name.split(separator: ".")[0])
            }
        }

        /// The lines without comments.
        var codeLines: [Substring] {
            text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }
        }

        var lineCount: Int { text.split(separator: "\n", omittingEmptySubsequences: false).count }
    }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// All Swift files below `folder`.
    static func files(_ folder: String = "Sources") -> [File] {
        let base = "\(root)/\(folder)"
        let names = FileManager.default.enumerator(atPath: base)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(".swift") }.sorted().compactMap { name in
            guard let text = try? String(contentsOfFile: "\(base)/\(name)", encoding: .utf8) else { return nil }
            return File(module: String(name.split(separator: "/")[0]), path: name, text: text)
        }
    }
}

@Suite("The architecture holds")
struct ImportTests {
    /// What each module may import of ours.
    static let arrows: [String: Set<String>] = [
        "Support": ["COpenSSL", "CEnding"],
        "NPIKit": ["COpenBLAS", "CKernels", "Support"],
        "CarModels": ["Support"],
        "Scratchpads": ["NPIKit", "CarModels", "Assets", "Support"],
        "Proof": ["NPIKit", "Scratchpads", "Support"],
        "Experiments": ["NPIKit", "CarModels", "Scratchpads", "Proof", "Support"],
        "Debugger": ["NPIKit", "Scratchpads", "Support"],
        "DebugAdapter": ["NPIKit", "Scratchpads", "Debugger", "Support"],
        "Tours": ["NPIKit", "Scratchpads", "Debugger", "Support", "Yams"],
        "TerminalKit": ["CNcurses", "CTerminal", "Support"],
        "Exporters": ["NPIKit", "Scratchpads", "Debugger", "TerminalKit", "Support"],
        "TUI": ["NPIKit", "CarModels", "Scratchpads", "Debugger", "Tours", "TerminalKit", "Support"],
        "Workbench": [
            "NPIKit", "CarModels", "Scratchpads", "Experiments", "Proof", "Debugger", "DebugAdapter", "Tours",
            "Exporters", "TerminalKit", "TUI", "Assets", "Support", "ArgumentParser", "Yams",
        ],
        "npi": ["Workbench"],
    ]

    @Test("modules import only those on their left", arguments: arrows.keys.sorted())
    func importsPointLeft(module: String) throws {
        let ours = Set(Self.arrows.keys).union(Self.arrows.values.joined())
        let files = Sources.files().filter { $0.module == module }
        #expect(!files.isEmpty)
        for file in files {
            let foreign = Set(file.imports).intersection(ours).subtracting(Self.arrows[module] ?? [])
            #expect(foreign.isEmpty, "\(file.path) imports \(foreign.sorted())")
        }
    }

    @Test(
        "one file of a module calls OpenBLAS, one ncurses, one OpenSSL, and one reads YAML",
        arguments: ["COpenBLAS", "CNcurses", "COpenSSL", "CEnding", "Yams"]
    )
    func oneDoor(module: String) {
        let modules = Sources.files().filter { $0.imports.contains(module) }.map(\.module)
        #expect(!modules.isEmpty && Set(modules).count == modules.count)
    }

    /// Where bytes may leave for standard output or standard error: two writers, which make all text safe, and the screen.
    static let doors = [
        "Workbench/Output/StandardOutput.swift", "Workbench/Output/StandardError.swift",
        "Workbench/Output/OutputFile.swift",
        "TerminalKit/Screen/",
    ]

    @Test("what is printed passes the writers that make text safe for a terminal")
    func doorsOut() {
        let printing =
            /(?:^|[^.\w])(?:print|debugPrint|dump|fputs|fputc|puts|fwrite|printf|vprintf|perror|putchar)\(|FileHandle\.standard(?:Output|Error)|[wW]rite.?\(.*STD(?:OUT|ERR)_FILENO/
        for file in Sources.files() where !Self.doors.contains(where: file.path.hasPrefix) {
            for line in file.codeLines { #expect(!line.contains(printing), "\(file.path): \(line)") }
        }
    }

    /// What takes file names as text, and would change those that are not UTF-8, or trap where nothing can be written.
    static let foreignFileCalls = [
        "FileManager", "FileHandle", "contentsOf", "ofItemAtPath", "toFile:", "opendir(", "readlink(", "getenv(\"HOME",
        "CommandLine.arguments", "processInfo.arguments",
    ]

    @Test("files are opened by Support alone, and messages are written by what cannot fail")
    func fileCalls() {
        for file in Sources.files() + Sources.files("Assets") where !file.path.hasPrefix("Support/Files/") {
            for (line, call) in file.codeLines.flatMap({ line in Self.foreignFileCalls.map { (line, $0) } })
            where line.contains(call) && !line.contains("append(contentsOf") && !line.contains("insert(contentsOf") {
                Issue.record("\(file.path) calls \(call): \(line)")
            }
        }
    }

    @Test("NPIKit's own tests use no scratchpad")
    func toyWorldsOnly() {
        for file in Sources.files("Tests/NPIKitTests") {
            #expect(!file.imports.contains("Scratchpads"), "\(file.path)")
        }
    }

    /// Where an environment may be known by its type: its own folders, its pane, and what trains or evaluates it.
    static let environmentFolders = [
        "Scratchpads/BuiltIn/", "Scratchpads/Cars/",
        "Experiments/Cars/",
        "TUI/Panes/Car/",
    ]

    /// Those that may name a task: the catalogue, the paper's experiments, and the command about cars.
    static let taskFiles = [
        "Scratchpads/Tasks/TaskCatalog.swift", "Experiments/Suites/", "Workbench/Commands/Cars.swift",
    ]

    @Test("nothing outside the environments' own folders asks which environment or task it has")
    func noSwitchesOverEnvironments() {
        // The scene of a camera is a kind of drawing; drawing it is the only thing done with it elsewhere.
        let environment =
            /\b(AdditionPad|SortingPad|AdditionAction|SortingAction|CarAction|AdditionRow|SortingPointer)\b/
        let task = /(?:(?:task|\$0) (?:==|!=)|case|contains\() ?\.(?:add|sort|car)\b/
        for file in Sources.files() where !Self.environmentFolders.contains(where: file.path.hasPrefix) {
            for line in file.codeLines {
                #expect(!line.contains(environment), "\(file.path): \(line)")
                guard !Self.taskFiles.contains(where: file.path.hasPrefix) else { continue }
                #expect(!line.contains(task), "\(file.path): \(line)")
            }
        }
    }

    @Test("files are short: the median under 150 lines, none over 400")
    func sizes() {
        let sizes = Sources.files().map(\.lineCount).sorted()
        #expect(sizes[sizes.count / 2] < 150)
        #expect(sizes.last ?? 0 <= 400)
    }

    @Test("nothing is left to be done without an owner")
    func noLooseEnds() {
        for file in Sources.files() {
            for word in ["TO" + "DO", "FIX" + "ME", "XX" + "X"] { #expect(!file.text.contains(word), "\(file.path)") }
        }
    }
}

@Suite("What documents quote")
struct QuotationTests {
    @Test("the article about an environment of one's own quotes the outside package as it is")
    func article() throws {
        let article = try String(
            contentsOfFile: "\(Sources.root)/Sources/NPIKit/Documentation.docc/YourOwnEnvironment.md", encoding: .utf8)
        let package = Sources.files("Tests/OutsidePackage/Sources").map(\.text).joined(separator: "\n")
        let blocks = article.components(separatedBy: "```swift\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
        // The part that trains with NPIKit alone stands in no file of the package.
        let quoted = blocks.filter { !$0.contains("Trainer(") }
        #expect(quoted.count == 4)
        for block in quoted {
            for line in block.split(separator: "\n") { #expect(package.contains(line.drop { $0 == " " }), "\(line)") }
        }
    }
}
