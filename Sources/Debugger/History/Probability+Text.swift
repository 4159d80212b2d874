import Support

extension Probability {
    /// Three decimals. What would round to 0 or 1 is shown as a bound: a network is never quite certain.
    ///
    ///     Probability(0.9982).text  // "0.998"
    ///     Probability(0.9996).text  // ">0.999"
    ///     Probability(0.0001).text  // "<0.001"
    package var text: String {
        let thousandths = Int((value * 1_000).rounded())
        if thousandths == 0 { return "<0.001" }
        if thousandths == 1_000 { return ">0.999" }
        return value.decimals(3)
    }
}
