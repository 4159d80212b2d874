import Testing

@Suite("Completions")
struct CompletionTests {
    @Test("know tasks, cars, suites, themes, formats and the files of each kind", arguments: ["bash", "zsh", "fish"])
    func words(shell: String) throws {
        let run = try CommandRun("--generate-completion-script", shell)
        #expect(run.status == 0)
        for word in [
            "add", "max", "adding", "truck-1", "fig9", "table1", "high-contrast", "html", "npitrace", "safetensors",
            "checkpoint",
        ] {
            #expect(run.output.contains(word), "\(word)")
        }
    }
}
