import Foundation
import Testing

@Suite("Standard input, output and error may be closed, full, or read by nobody")
struct DescriptorTests {
    /// Commands that print something, each with what it needs.
    static let commands = [
        "model", "model --json", "cars", "--help", "--version", "help run", "run --help", "run add 1 2",
        "run add 1 2 --json", "run add 1 2 --narrate", "run add 1 2 --record -", "replay R.npitrace",
        "replay R.npitrace --verify", "export R.npitrace --format folded -o -",
        "export R.npitrace --format svg --overwrite", "tour", "tour --list", "tour adding", "cars --write cars",
        "--generate-completion-script bash", "--generate-completion-script zsh", "run add 1 2 --record S.npitrace",
        "train --updates 1 --problems 1 --longest 3 --units 8 --out m.safetensors",
        "evaluate --suite fig6 --quick --state s.jsonl", "evaluate --suite fig6 --quick --state s.jsonl --json",
    ]

    @Test("output to a full disk is told, with exit status 1", arguments: commands)
    func fullOutput(command: String) throws {
        let folder = try TemporaryFolder()
        _ = try CommandRun("run", "add", "9", "3", "--record", "R.npitrace", folder: folder.path)
        let run = try CommandRun(shell: "npi \(command) >/dev/full", folder: folder.path)
        #expect(run.status == 1)
        let message = "npi: cannot write standard output: No space left on device\n"
        #expect(run.errors.hasSuffix(message), "\(run.errors)")
    }

    @Test("messages that cannot be written end nothing", arguments: ["2>&-", "2>/dev/full"])
    func errors(redirection: String) throws {
        let folder = try TemporaryFolder()
        func status(_ command: String) throws -> Int32 {
            try CommandRun(shell: "npi \(command) \(redirection)", folder: folder.path).status
        }
        #expect(try status("run add 1 x") == 64)
        #expect(try status("dance") == 64)
        #expect(try status("replay nowhere") == 1)
        #expect(try status("train --updates 3 --problems 1 --longest 3 --units 8 --out m.safetensors") == 0)
        #expect(try status("model m.safetensors") == 0)
        #expect(try status("evaluate --suite fig6 --quick --state s.jsonl") == 0)
        #expect(folder.names == ["m.safetensors", "s.jsonl"])
    }

    @Test("a training whose messages nobody reads any more goes on to its model")
    func unreadErrors() throws {
        let folder = try TemporaryFolder()
        let training = "train --updates 3 --problems 1 --longest 3 --units 8 --out m.safetensors"
        let run = try CommandRun(
            shell: "npi \(training) 2> >(exec 0<&-) >out; echo $?", folder: folder.path)
        #expect(run.output == "0\n")
        #expect(folder.names == ["m.safetensors", "out"])
    }

    @Test(
        "with a descriptor closed, no other file gets its number and what is printed",
        arguments: [">&-", "<&- >&- 2>&-"])
    func closed(redirection: String) throws {
        let folder = try TemporaryFolder()
        let files = "--record R.npitrace"
        let run = try CommandRun(shell: "npi run add 96 125 --plain \(files) \(redirection)", folder: folder.path)
        #expect(run.status == 0)
        let other = try CommandRun("run", "add", "96", "125", "--record", "S.npitrace", folder: folder.path)
        #expect(other.status == 0)
        #expect(try folder.contents(of: "R.npitrace") == folder.contents(of: "S.npitrace"))
        #expect(
            try CommandRun(shell: "npi export R.npitrace --format folded -o F \(redirection)", folder: folder.path)
                .status == 0)
        #expect(!(try folder.contents(of: "F")).contains("exported"))
    }

    @Test("a reader that leaves ends it without a word, by SIGPIPE; what is recorded is whole")
    func brokenPipe() throws {
        let folder = try TemporaryFolder()
        let nines = String(repeating: "9", count: 300)
        let run = try CommandRun(
            shell: "npi run add \(nines) 1 --record R.npitrace | true; echo ${PIPESTATUS[0]}", folder: folder.path)
        #expect(run.output == "141\n")
        #expect(run.errors.isEmpty)
        #expect(folder.names == ["R.npitrace"])
        #expect(try CommandRun("replay", "R.npitrace", "--verify", folder: folder.path).status == 0)
        // Where the signal is ignored, as in children of some programs, it is said.
        let ignoring = try CommandRun(
            shell: "trap '' PIPE; npi run add \(nines) 1 | true; echo ${PIPESTATUS[0]}", folder: folder.path)
        #expect(ignoring.output == "1\n")
        #expect(ignoring.errors == "npi: cannot write standard output: Broken pipe\n")
    }

    @Test("--record - is the recording on standard output, in place of the trace")
    func recordToOutput() throws {
        let folder = try TemporaryFolder()
        let run = try CommandRun("run", "add", "96", "125", "--record", "-", folder: folder.path)
        #expect(run.status == 0)
        #expect(folder.names.isEmpty)
        _ = try CommandRun("run", "add", "96", "125", "--record", "R.npitrace", folder: folder.path)
        #expect(try folder.contents(of: "R.npitrace") == run.output)
        let piped = try CommandRun(shell: "npi run add 96 125 --record - | npi replay -", folder: folder.path)
        #expect(piped.lines.last == "221 (correct)")
    }
}
