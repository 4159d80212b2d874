/// Reads the colours of a Wavefront MTL file: `newmtl NAME` and `Kd R G B`. All else is passed over, and so is what is
/// damaged, since a car without its colours is still a car.
enum MTLReader {
    /// The most bytes of a file.
    static let byteLimit = 4 << 20

    /// Adds the colours to `colors`.
    static func read(_ bytes: [UInt8], into colors: inout MaterialColors) {
        var scanner = TextScanner(MeshText.prepared(bytes))
        var name: String?
        while scanner.nextLine() {
            guard let word = scanner.nextWord() else { continue }
            if scanner.isWord(word, "newmtl") {
                name = scanner.rest()
            } else if scanner.isWord(word, "kd"), let name, let color = color(&scanner) {
                colors.set(name, color)
            }
        }
    }

    private static func color(_ scanner: inout TextScanner) -> Tint? {
        var shares = Vector.zero
        for index in 0..<3 {
            guard let word = scanner.nextWord(), let share = scanner.number(word), share.isFinite else { return nil }
            shares[index] = Float(share)
        }
        return Tint(shares: shares)
    }
}
