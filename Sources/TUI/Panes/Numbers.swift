import Debugger

extension Probability {
    /// Three decimals. What would round to 0 or 1 is shown as a bound: a network is never quite certain.
    ///
    ///     Probability(0.9982).text  // "0.998"
    ///     Probability(0.9996).text  // ">0.999"
    ///     Probability(0.0001).text  // "<0.001"
    var text: String {
        let thousandths = Int((value * 1_000).rounded())
        if thousandths == 0 { return "<0.001" }
        if thousandths == 1_000 { return ">0.999" }
        let digits = String(thousandths)
        return "0." + String(repeating: "0", count: 3 - digits.count) + digits
    }
}

extension Int {
    /// The number with commas between thousands: "1,204".
    package var grouped: String {
        let digits = String(magnitude)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return self < 0 ? "-" + text : text
    }
}
