import Debugger
import NPIKit

extension StopPoint {
    /// Such as "carry: 1, was blank before".
    func change(_ session: Session) -> String {
        let reading = session.reading(of: self)
        return "\(text): \(words(reading.value, session)), was \(words(reading.before, session)) before"
    }

    /// A value of it as a person reads it.
    func words(_ value: Double?, _ session: Session) -> String {
        guard let value else { return "blank" }
        switch expression?.valueKind ?? .number {
        case .measure where value <= 1: return Probability(Float(value)).text
        case .measure: return "\((value * 1_000).rounded() / 1_000)"
        case .condition: return value != 0 ? "yes" : "no"
        case .program:
            let names = session.library.names
            return names.indices.contains(Int(value)) ? names[Int(value)] : "\(value)"
        case .number: return Int(exactly: value).map(String.init) ?? "\(value)"
        }
    }
}
