import Glibc

/// Runs a command that may leave a server behind, and returns its status, or the negative number of the signal that ended
/// it.
///
/// Foundation's `Process` holds a command for running while anyone has what the command inherited, and a server keeps that
/// as long as it lives. Here nothing is inherited.
///
/// - Parameters:
///   - arguments: The command, looked for in PATH, and its arguments.
///   - environment: Its variables.
///   - output: The file for its output and errors.
/// - Throws: ``SpawnError``.
func runDetached(_ arguments: [String], environment: [String: String], output: String) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    for descriptor in 3..<1_024 { posix_spawn_file_actions_addclose(&actions, Int32(descriptor)) }
    // Threads of the tests may have signals blocked, which would be inherited down to the program under test.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let words = arguments.map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + variables { free(text) } }
    var process = pid_t()
    let failure = posix_spawnp(&process, arguments[0], &actions, &attributes, words, variables)
    guard failure == 0 else { throw SpawnError(command: arguments[0], reason: String(cString: strerror(failure))) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : -signal
}

/// A command that could not be started.
struct SpawnError: Error {
    var command: String
    var reason: String
}
