/// The files that are a part of each page. They stand in the program itself, so that nothing has to be found.
enum PageResource {
    /// What the page does.
    static let script = text(PackageResources.page_js)
    /// The rules of its style sheet.
    static let css = text(PackageResources.page_css)

    /// A file's text without the end of its last line.
    private static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...], as: UTF8.self)
    }
}
