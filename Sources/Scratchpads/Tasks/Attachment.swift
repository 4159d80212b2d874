import Support

/// What a problem's input only names, such as the mesh in a file: a recording holds its digest, and the thing itself where it
/// is small enough, so that the recording can be moved, and a change is noticed.
public struct Attachment: Hashable, Sendable {
    /// The most bytes that a recording holds.
    public static let limit = 1 << 20

    /// What it is, such as "mesh".
    public var name: String
    /// The SHA-256 of its bytes, in hexadecimal.
    public var sha256: String
    /// The bytes; nil where they are too many, or not needed.
    public var contents: [UInt8]?

    /// Describes what has the bytes `contents`.
    ///
    /// - Parameter isHeld: Whether a recording is to hold the bytes, if they are not too many.
    public init(name: String, contents: [UInt8], isHeld: Bool) {
        self.name = name
        sha256 = contents.withUnsafeBytes(SHA256.hash)
        self.contents = isHeld && contents.count <= Self.limit ? contents : nil
    }

    /// An attachment as a recording tells it.
    public init(name: String, sha256: String, contents: [UInt8]?) {
        self.name = name
        self.sha256 = sha256
        self.contents = contents
    }

    /// The bytes, if they are there and those that the digest was made of.
    public var intactContents: [UInt8]? {
        guard let contents, contents.withUnsafeBytes(SHA256.hash) == sha256 else { return nil }
        return contents
    }
}
