import Glibc

/// Starting the program again in place of itself, with other variables: for what libraries read while they are loaded.
package enum Relaunch {
    /// Runs the program again with the same words and with `variables` set, or unset where they are nil. The process, its
    /// descriptors and its folder stay. Returns only if that could not be done.
    package static func run(setting variables: [(name: String, value: String?)]) {
        // By its own name: "/proc/self/exe" would be the process's name wherever processes are listed.
        guard let path = FileSystem.destination(of: "/proc/self/exe") else { return }
        let earlier = variables.map { ($0.name, getenv($0.name).map { String(cString: $0) }) }
        set(variables)
        _ = FileName.lend(path) { execv($0, CommandLine.unsafeArgv) }
        set(earlier)
    }

    private static func set(_ variables: [(name: String, value: String?)]) {
        for (name, value) in variables {
            if let value { setenv(name, value, 1) } else { unsetenv(name) }
        }
    }
}
