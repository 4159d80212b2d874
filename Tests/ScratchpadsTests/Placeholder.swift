import Testing

@Suite struct ScratchpadsPlaceholder {
    @Test func builds() {}
}
