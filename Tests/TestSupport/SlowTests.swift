import Glibc

/// Tests that take longer than a change should wait for.
public enum SlowTests {
    /// Whether they run: RUN_SLOW_TESTS=1.
    public static let areOn = getenv("RUN_SLOW_TESTS").map { String(cString: $0) } == "1"
}
