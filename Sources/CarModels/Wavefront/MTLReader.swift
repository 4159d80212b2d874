/// Reads the colours of a Wavefront MTL file: `newmtl NAME` and `Kd R G B`. All else is passed over, and so is what is
/// damaged, since a car without its colours is still a car.
enum MTLReader {
    /// The most bytes of a file.
    static let byteLimit = 4 << 20

    /// The colours by name.
    static func colors(in bytes: [UInt8]) -> [String: Tint] {
        guard bytes.count <= byteLimit else { return [:] }
        var scanner = TextScanner(bytes)
        var colors: [String: Tint] = [:]
        var name: String?
        while scanner.nextLine() {
            guard let word = scanner.nextWord() else { continue }
            if scanner.isWord(word, "newmtl") {
                name = scanner.rest()
            } else if scanner.isWord(word, "Kd"), let name, let color = color(&scanner) {
                colors[name] = color
            }
        }
        return colors
    }

    private static func color(_ scanner: inout TextScanner) -> Tint? {
        var shares = Vector.zero
        for index in 0..<3 {
            guard let word = scanner.nextWord(), let share = scanner.number(word), share.isFinite else { return nil }
            shares[index] = share
        }
        return Tint(shares: shares)
    }
}
