extension StopPoint {
    /// Such as "carry: 1, was blank before".
    package func change(_ session: Session) -> String {
        let reading = session.reading(of: self)
        return "\(text): \(words(reading.value, session)), was \(words(reading.before, session)) before"
    }

    /// A value of it as a person reads it.
    package func words(_ value: Double?, _ session: Session) -> String { expression?.words(value, session) ?? "" }
}
