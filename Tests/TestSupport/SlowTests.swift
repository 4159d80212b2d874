import Glibc

/// Tests that take longer than a change should wait for.
package enum SlowTests {
    /// Whether they run: RUN_SLOW_TESTS=1.
    package static let areOn = getenv("RUN_SLOW_TESTS").map { String(cString: $0) } == "1"
}
