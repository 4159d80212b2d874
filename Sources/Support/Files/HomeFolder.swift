import Glibc

/// `path` as a shell would have it: with the home folder in place of a `~` at its beginning, or of a `~` and a user's name.
/// Where there is no such user the path stays as it is.
package func expandingTilde(_ path: String) -> String {
    guard path.hasPrefix("~") else { return path }
    let user = path.dropFirst().prefix { $0 != "/" }
    guard let home = homeFolder(of: String(user)) else { return path }
    return home + path.dropFirst(1 + user.count)
}

private func homeFolder(of user: String) -> String? {
    if user.isEmpty, let home = getenv("HOME"), home.pointee != 0 { return String(cString: home) }
    guard let entry = user.isEmpty ? getpwuid(getuid()) : getpwnam(user), let folder = entry.pointee.pw_dir else {
        return nil
    }
    return String(cString: folder)
}
