import NPIKit
import Testing

@Suite("Names of programs and their arguments")
struct ProgramLibraryTests {
    @Test("programs are found by name and named by row")
    func names() throws {
        var library = try ProgramLibrary(names: ["ADD", "ACT"])
        #expect(library.program(named: "ACT") == ProgramID(rawValue: 1))
        #expect(library.program(named: "SUB") == nil)
        #expect(try library.append("SUB") == ProgramID(rawValue: 2))
        #expect(library[ProgramID(rawValue: 2)] == "SUB")
        #expect(library.programs.map { library[$0] } == ["ADD", "ACT", "SUB"])
    }

    @Test("empty, double and unknown names are refused, in words")
    func errors() throws {
        let library = try ProgramLibrary(names: ["ADD", "ACT"])
        #expect(throws: ProgramLibraryError.emptyName) { try ProgramLibrary(names: ["ADD", ""]) }
        #expect(throws: ProgramLibraryError.duplicate("ADD")) { try ProgramLibrary(names: ["ADD", "ADD"]) }
        let unknown = #expect(throws: ProgramLibraryError.self) { try library.require("SUB") }
        #expect(unknown?.description == "the model has no program SUB; it has ADD, ACT")
    }

    @Test("a name that is refused leaves the library as it was")
    func failedAppend() throws {
        var library = try ProgramLibrary(names: ["ADD", "ACT"])
        let before = library
        #expect(throws: ProgramLibraryError.duplicate("ACT")) { try library.append("ACT") }
        #expect(library == before)
    }

    @Test("arguments give back their three integers, and are equal exactly when these are")
    func arguments() {
        #expect(Arguments(9, 0, 4).values == [9, 0, 4])
        #expect((0..<3).map { Arguments(9, 0, 4)[$0] } == [9, 0, 4])
        let all = (0..<1_000).map { Arguments($0 / 100, $0 / 10 % 10, $0 % 10) }
        #expect(Set(all).count == 1_000)
    }
}
