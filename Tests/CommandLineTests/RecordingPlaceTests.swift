import Foundation
import Testing

@Suite("Where a recording is, is said")
struct RecordingPlaceTests {
    private static let nines = String(repeating: "9", count: 400)

    /// A script in which files end at so many kilobytes, as on a full disk.
    private func limited(_ command: String) -> String { "ulimit -f 64; \(command)" }

    @Test("a disk that is full in the middle of a run costs the rest of the recording, not the output")
    func fullDisk() throws {
        let folder = try TemporaryFolder()
        let run = try CommandRun(
            shell: limited("npi run add \(Self.nines) 1 --record R.npitrace | tail -n 1; exit ${PIPESTATUS[0]}"),
            folder: folder.path)
        #expect(run.status == 1)
        #expect(run.output.hasSuffix(" (correct)\n"))
        #expect(
            run.errors == """
                npi: R.npitrace: the recording broke off: file too large; what was recorded until then is in \
                R.npitrace.part, which npi replay reads

                """)
        #expect(folder.names == ["R.npitrace.part"])
        #expect(try CommandRun("replay", "R.npitrace.part", folder: folder.path).status == 0)
    }

    @Test("the debugger says so when it is left, and does not say that it was recorded")
    func fullDiskOnScreen() throws {
        let terminal = try Terminal(columns: 160)
        try terminal.type("ulimit -f 64")
        try terminal.press("Enter")
        try terminal.runAndWatch("run add \(Self.nines) 1 --record R.npitrace")
        try terminal.wait(for: "the recording broke off")
        try terminal.escape(from: "the recording broke off")
        try terminal.press("q")
        #expect(try terminal.ended() == 1)
        let said = try terminal.screen.joined(separator: "\n")
        #expect(said.contains("until then is in R.npitrace.part"))
        #expect(!said.contains("recorded: "))
        #expect(terminal.files.contains("R.npitrace.part") && !terminal.files.contains("R.npitrace"))
    }

    @Test("a name that another process takes during the run is left to it")
    func takenName() throws {
        let folder = try TemporaryFolder()
        let script = """
            "$NPI" run add \(String(repeating: "9", count: 3_000)) 1 --max-steps 1000000 --record R.npitrace >/dev/null &
            until test -e R.npitrace.part; do kill -0 $! || exit 9; sleep 0.01; done
            echo mine >R.npitrace
            wait $!
            """
        let run = try CommandRun(shell: script, folder: folder.path)
        #expect(run.status == 1)
        #expect(
            run.errors.contains("another file has this name by now; it is in R.npitrace.part, which npi replay reads"))
        #expect(try folder.contents(of: "R.npitrace") == "mine\n")
        #expect(try CommandRun("replay", "R.npitrace.part", "--verify", folder: folder.path).status == 0)
    }

    @Test("the debugger says that, too, and of each recording begun by key where it is")
    func takenNameOnScreen() throws {
        let terminal = try Terminal(columns: 160)
        try terminal.runAndWatch("run add 96 125 --record R.npitrace")
        try terminal.wait(forStep: 0)
        try terminal.write("mine", to: "R.npitrace")
        try terminal.press("q")
        #expect(try terminal.ended() == 1)
        #expect(
            try terminal.screen.joined(separator: "\n").contains("it is in R.npitrace.part, which npi replay reads"))
        try terminal.runAndWatch("run add 96 125")
        try terminal.wait(forStep: 0)
        try terminal.type(":record S.npitrace")
        try terminal.press("Enter")
        try terminal.wait(for: "recording to S.npitrace")
        try terminal.press("q")
        #expect(try terminal.ended() == 0)
        #expect(try terminal.screen.contains("recorded: S.npitrace"))
    }

    @Test("Ctrl-C and a request to end leave the beginning, and say where", arguments: ["INT", "TERM", "HUP"])
    func ended(signal: String) throws {
        let folder = try TemporaryFolder()
        // A shell's background jobs ignore SIGINT.
        let script = """
            set -m
            "$NPI" run add \(String(repeating: "9", count: 3_000)) 1 --max-steps 1000000 --record R.npitrace >/dev/null &
            until test -s R.npitrace.part; do kill -0 $! || exit 9; sleep 0.01; done
            kill -\(signal) $!
            wait $!
            """
        let run = try CommandRun(shell: script, folder: folder.path)
        #expect(run.status > 128)
        #expect(run.errors.contains("npi: the recording so far is in R.npitrace.part; npi replay reads it\n"))
        #expect(folder.names == ["R.npitrace.part"])
    }

    @Test("through a link that leads nowhere yet, the recording is where it leads, and the link stays")
    func danglingLink() throws {
        let folder = try TemporaryFolder()
        for arguments in [[], ["--overwrite"]] {
            try FileManager.default.createSymbolicLink(
                atPath: folder.path + "/link", withDestinationPath: "R.npitrace")
            let run = try CommandRun(
                ["run", "add", "1", "2", "--record", "link"] + arguments, folder: folder.path)
            #expect(run.status == 0)
            #expect(
                try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/link") == "R.npitrace")
            #expect(folder.names == ["R.npitrace", "link"])
            for name in folder.names { try folder.remove(name) }
        }
    }

    @Test("an export that is killed leaves nothing", arguments: ["INT", "TERM", "KILL"])
    func killedExport(signal: String) throws {
        let folder = try TemporaryFolder()
        _ = try CommandRun(
            "run", "add", String(repeating: "9", count: 1_400), "1", "--record", "R.npitrace", folder: folder.path)
        let script = """
            set -m
            "$NPI" export R.npitrace --format asciicast -o R.cast &
            until ls -l /proc/$!/fd | grep -q "$PWD/[^R]"; do kill -0 $! || exit 9; sleep 0.01; done
            kill -\(signal) $!
            wait $!
            """
        #expect(try CommandRun(shell: script, folder: folder.path).status > 128)
        #expect(folder.names == ["R.npitrace"])
    }
}
