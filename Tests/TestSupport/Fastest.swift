/// The seconds that `work` took in the fastest of `count` runs: the one that other processes disturbed least.
package func fastest(of count: Int, _ work: () -> Void) -> Double {
    let clock = ContinuousClock()
    return (0..<count).map { _ in clock.measure(work) / .seconds(1) }.min() ?? 0
}
