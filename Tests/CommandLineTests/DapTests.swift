import Testing

@Suite("npi dap")
struct DapTests {
    /// What `npi dap` answers to `messages`, each framed.
    private func answers(to messages: String...) throws -> CommandRun {
        let stream = messages.map { "Content-Length: \($0.utf8.count)\\r\\n\\r\\n\($0)" }.joined()
        return try CommandRun(shell: "printf '\(stream)' | npi dap")
    }

    @Test("answers on standard output, each message behind its length, until the client leaves")
    func messages() throws {
        let run = try answers(
            to: #"{"seq":1,"type":"request","command":"initialize","arguments":{"adapterID":"npi"}}"#,
            #"{"seq":2,"type":"request","command":"disconnect"}"#, #"{"seq":3,"type":"request","command":"threads"}"#)
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(run.output.hasPrefix("Content-Length: "))
        #expect(run.output.contains(#""command":"disconnect""#) && !run.output.contains(#""command":"threads""#))
    }

    @Test("a client that goes away ends it, and one that breaks off is told")
    func leaving() throws {
        let run = try CommandRun("dap")
        #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty)
        let broken = try CommandRun(shell: "printf 'Content-Length: 20\\r\\n\\r\\n{' | npi dap")
        #expect(broken.failed(1, saying: "the client left in the middle of a message"))
    }

    @Test("what is not the protocol is one error")
    func otherBytes() throws {
        let run = try CommandRun(shell: "printf 'GET / HTTP/1.1\\r\\n\\r\\n' | npi dap")
        #expect(run.failed(1, saying: "is not the Debug Adapter Protocol: a message begins with Content-Length: N"))
    }

    @Test("a port that there is not is told")
    func ports() throws {
        #expect(try CommandRun("dap", "--port", "65536").failed(64, saying: "--port goes from 0 to 65535"))
        let taken = """
            : > first
            "$NPI" dap --port 0 2>first & first=$!
            while ! grep -q . first; do sleep 0.1; done
            npi dap --port "$(sed 's/.*://' first)"; status=$?
            kill $first
            exit $status
            """
        let folder = try TemporaryFolder()
        let run = try CommandRun(shell: taken, folder: folder.path)
        #expect(run.failed(1, saying: "cannot listen on 127.0.0.1:"))
    }

    @Test("what cannot be launched is told in a line, as npi run would")
    func refusals() throws {
        func refusal(_ arguments: String) throws -> String {
            let text = #"{"seq":1,"type":"request","command":"launch","arguments":\#(arguments)}"#
            return try answers(to: text).output
        }
        #expect(try refusal(#"{"task":"ad"}"#).contains("there is no task ad; did you mean add?"))
        #expect(try refusal(#"{"task":"car","expert":true}"#).contains("car has none"))
        #expect(try refusal(#"{"recording":"-"}"#).contains("a recording is a file here"))
        #expect(try refusal(#"{"recording":"/no/run.npitrace"}"#).contains("/no/run.npitrace: "))
        #expect(try refusal(#"{"task":"x.task","cwd":"/no"}"#).contains("/no/x.task"))
    }
}
