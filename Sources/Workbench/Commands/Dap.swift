import ArgumentParser
import DebugAdapter
import Glibc
import Support

/// `npi dap`.
struct Dap: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dap",
        abstract: "Serve the debugger to an editor by the Debug Adapter Protocol.",
        discussion: """
            An editor starts it and speaks to it on standard input and output, or
            connects to a port. Its configuration tells what to launch or to attach to:

              {"task": "add", "input": ["96", "125"]}
              {"task": "sort.task", "input": ["9", "2", "5"], "expert": true}
              {"recording": "run.npitrace", "stopOnEntry": true}

            with model, car, from, to, up, maxSteps, noCache and cwd where they are
            needed. Documentation/Editors.md sets up VS Code, Neovim and Emacs.

            EXAMPLES:
              npi dap                on standard input and output, for an editor
              npi dap --port 4711    on 127.0.0.1:4711, one client after the other
              npi dap --port 0       on any free port, told on standard error
            """)

    @Option(help: ArgumentHelp("Wait for editors on this port of 127.0.0.1 instead; 0 is any.", valueName: "n"))
    var port: Int?

    func validate() throws {
        if let port, UInt16(exactly: port) == nil {
            throw ValidationError("--port goes from 0 to 65535, not to \(port)")
        }
    }

    func run() throws {
        if let port { return try listen(on: UInt16(port)) }
        guard isatty(STDIN_FILENO) == 0 else {
            throw UsageError("npi dap speaks with an editor, not with a terminal; npi run opens the debugger here")
        }
        try Self.serve(AdapterConnection(from: STDIN_FILENO, to: STDOUT_FILENO))
    }

    private func listen(on port: UInt16) throws {
        let listener = try LoopbackListener(port: port)
        StandardError.warn("the debug adapter listens on 127.0.0.1:\(listener.port)")
        while true {
            let client = try listener.accept()
            defer { close(client) }
            do {
                try Self.serve(AdapterConnection(from: client, to: client))
            } catch {
                // The next client has nothing to do with it.
                StandardError.warn("\(error)")
            }
        }
    }

    private static func serve(_ connection: AdapterConnection) throws {
        var connection = connection
        var runs = LaunchedRuns()
        defer { for ending in runs.endings { ending() } }
        var adapter = Adapter { arguments in try runs.open(arguments) }
        try connection.serve(&adapter)
    }
}
