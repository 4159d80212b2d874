import NPIKit
import Scratchpads

extension Expression {
    /// A value of it as a person reads it.
    package func words(_ value: Double?, _ session: Session) -> String {
        guard let value else { return "blank" }
        switch valueKind {
        case .measure where value <= 1: return Probability(Float(value)).text
        case .measure: return "\((value * 1_000).rounded() / 1_000)"
        case .condition: return value != 0 ? "yes" : "no"
        case .program:
            let names = session.library.names
            return names.indices.contains(Int(value)) ? names[Int(value)] : "\(value)"
        case .number: return symbol(value, session) ?? Int(exactly: value).map(String.init) ?? "\(value)"
        }
    }

    /// A value of a cell in which symbols stand that are no digits.
    private func symbol(_ value: Double, _ session: Session) -> String? {
        let cell: Int? =
            switch self {
            case .world(let cell), .cell(let cell, _): cell
            default: nil
            }
        guard let cell, let number = Int(exactly: value) else { return nil }
        return session.world.cells[cell].symbols.flatMap { $0.indices.contains(number) ? $0[number] : nil }
    }
}
