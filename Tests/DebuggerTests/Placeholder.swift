import Testing

@Suite struct DebuggerPlaceholder {
    @Test func builds() {}
}
