import Testing

@Suite struct NPIKitPlaceholder {
    @Test func builds() {}
}
