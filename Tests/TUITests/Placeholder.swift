import Testing

@Suite struct TUIPlaceholder {
    @Test func builds() {}
}
