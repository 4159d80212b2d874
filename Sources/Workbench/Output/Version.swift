/// The version of the program. The manual and the changelog say the same; a test compares them.
enum Version {
    static let current = "0.2.0"
}
