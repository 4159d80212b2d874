import Glibc

/// What the user's locale says of characters.
enum TerminalLocale {
    /// Takes the user's character set over for the C library, and returns whether it is UTF-8.
    ///
    /// A locale that is named but not installed, as often in containers, still tells that the terminal shows UTF-8.
    static func adopt() -> Bool {
        if setlocale(LC_CTYPE, "") == nil, asksForUTF8 { setlocale(LC_CTYPE, "C.UTF-8") }
        return String(cString: nl_langinfo(Int32(CODESET))) == "UTF-8"
    }

    /// How characters come from the terminal. A locale that knows ASCII alone says nothing of it.
    static var inputEncoding: InputEncoding {
        let name = String(cString: nl_langinfo(Int32(CODESET)))
        if name == "UTF-8" || name.hasPrefix("ANSI_X3.4") { return .utf8 }
        return .bytes((128..<256).map(character))
    }

    /// What a byte stands for by itself.
    private static func character(_ byte: Int) -> Unicode.Scalar? {
        var (bytes, character) = ([CChar(truncatingIfNeeded: byte)], wchar_t())
        guard mbtowc(&character, &bytes, 1) == 1 else { return nil }
        return Unicode.Scalar(UInt32(bitPattern: character))
    }

    private static var asksForUTF8: Bool {
        let named = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty } ?? ""
        return named.lowercased().contains("utf-8") || named.lowercased().contains("utf8")
    }
}

/// A variable of the environment, or nil when it is not set.
func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
}
