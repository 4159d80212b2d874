extension Duration {
    /// The whole of it in seconds.
    package var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }
}

extension Double {
    /// So many seconds as a clock shows them: 1:07 or 2:01:07.
    package var asClockTime: String {
        let whole = Int(rounded())
        let parts = [whole / 3600, whole / 60 % 60, whole % 60]
        let shown = parts[0] > 0 ? parts : Array(parts.dropFirst())
        return shown.enumerated().map { $0.offset == 0 || $0.element > 9 ? "\($0.element)" : "0\($0.element)" }
            .joined(separator: ":")
    }
}
