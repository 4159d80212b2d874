import Glibc

/// The environment's variables. Values may name files, and are held as ``FileName`` says.
package enum ProcessVariables {
    /// All of them.
    package static var all: [String: String] {
        var variables: [String: String] = [:]
        var next = environ
        while let entry = next.pointee {
            let text = FileName.text(entry)
            // The first of a name counts, as for `getenv`.
            if let sign = text.firstIndex(of: "="), variables[String(text[..<sign])] == nil {
                variables[String(text[..<sign])] = String(text[text.index(after: sign)...])
            }
            next += 1
        }
        return variables
    }

    /// The folder of the program's state: `$XDG_STATE_HOME/npi`, or `~/.local/state/npi`; nil without a home
    /// (https://specifications.freedesktop.org/basedir-spec, which has relative paths ignored).
    package static func stateFolder(_ variables: [String: String] = all) -> String? {
        folder("XDG_STATE_HOME", orAtHome: ".local/state", variables)
    }

    /// The folder of what the program can make again: `$XDG_CACHE_HOME/npi`, or `~/.cache/npi`; nil without a home.
    package static func cacheFolder(_ variables: [String: String] = all) -> String? {
        folder("XDG_CACHE_HOME", orAtHome: ".cache", variables)
    }

    private static func folder(_ name: String, orAtHome place: String, _ variables: [String: String]) -> String? {
        func absolute(_ name: String) -> String? { variables[name].flatMap { $0.hasPrefix("/") ? $0 : nil } }
        return (absolute(name) ?? absolute("HOME").map { "\($0)/\(place)" }).map { $0 + "/npi" }
    }
}
