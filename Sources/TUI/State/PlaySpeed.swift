/// How fast a run is played: steps a second, in powers of two.
package struct PlaySpeed: Hashable, Sendable {
    /// Steps a second.
    package private(set) var stepsPerSecond = 4.0

    /// Four steps a second.
    package init() {}

    /// The pace nearest to `stepsPerSecond`, 1/4...4096.
    package init(stepsPerSecond: Double) {
        self.stepsPerSecond = min(max(stepsPerSecond.isFinite ? stepsPerSecond : 4, 0.25), 4_096)
    }

    /// Twice as fast, or half.
    package mutating func change(faster: Bool) {
        self = PlaySpeed(stepsPerSecond: stepsPerSecond * (faster ? 2 : 0.5))
    }

    /// For how many steps' time a result stays before playing begins again: three seconds.
    var stepsAtEnd: Int { max(Int((stepsPerSecond * 3).rounded()), 1) }

    /// Such as "4 steps/s".
    package var text: String {
        let number = stepsPerSecond >= 1 ? "\(Int(stepsPerSecond))" : stepsPerSecond == 0.5 ? "1/2" : "1/4"
        return stepsPerSecond == 1 ? "1 step/s" : "\(number) steps/s"
    }
}
