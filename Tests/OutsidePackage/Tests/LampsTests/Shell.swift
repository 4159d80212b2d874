import Foundation

/// Runs commands by a shell.
///
/// Not by Foundation's Process: its waiting ends only when every process has gone that was started meanwhile, and tmux leaves a
/// server behind.
enum Shell {
    /// Runs `words` in `folder` to the end.
    ///
    /// - Returns: The exit status, or 128 and the signal's number; what it printed; what it said on standard error.
    static func run(_ words: [String], in folder: String) -> (status: Int32, output: String, errors: String) {
        let base = FileManager.default.temporaryDirectory.appendingPathComponent("lamps-\(UUID().uuidString)").path
        let (output, errors) = (base + ".out", base + ".err")
        defer {
            unlink(output)
            unlink(errors)
        }
        let command = words.map(quoted).joined(separator: " ")
        let script = "cd \(quoted(folder)) && exec \(command) </dev/null >\(quoted(output)) 2>\(quoted(errors))"
        return (spawn(["sh", "-c", script]), text(output), text(errors))
    }

    private static func quoted(_ word: String) -> String {
        "'\(word.replacingOccurrences(of: "'", with: "'\\''"))'"
    }

    private static func text(_ path: String) -> String {
        (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    }

    private static func spawn(_ words: [String]) -> Int32 {
        var arguments: [UnsafeMutablePointer<CChar>?] = []
        for word in words { arguments.append(strdup(word)) }
        arguments.append(nil)
        defer { for argument in arguments { free(argument) } }
        // Threads of the tests may have signals blocked and files open; a server of tmux would keep both, and not end when told.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in 3..<1_024 { posix_spawn_file_actions_addclose(&actions, Int32(descriptor)) }
        var child = pid_t()
        guard posix_spawn(&child, "/bin/sh", &actions, &attributes, arguments, environ) == 0 else { return -1 }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 {
            guard errno == EINTR else { return -1 }
        }
        let signal = status & 0x7F
        return signal == 0 ? status >> 8 & 0xFF : 128 + signal
    }
}
