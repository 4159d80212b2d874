extension BinaryFloatingPoint {
    /// The number with exactly so many decimals: `0.5.decimals(3)` is "0.500".
    ///
    /// For numbers that are not negative, and the same in every locale. What is not finite is told by its name.
    package func decimals(_ count: Int) -> String {
        guard isFinite else { return "\(self)" }
        precondition(self >= 0 && count > 0, "it is a number from 0 on with at least one decimal")
        let scale = (0..<count).reduce(1) { scale, _ in scale * 10 }
        let scaled = Int((Double(self) * Double(scale)).rounded())
        let digits = String(scaled % scale)
        return "\(scaled / scale).\(String(repeating: "0", count: count - digits.count))\(digits)"
    }
}
