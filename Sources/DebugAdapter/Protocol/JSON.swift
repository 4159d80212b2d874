/// A value of JSON, as the messages of the protocol hold them.
package enum JSON: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSON])
    case object([String: JSON])

    /// An object of those members that are not nil.
    package static func members(_ members: KeyValuePairs<String, JSON?>) -> JSON {
        .object(Dictionary(members.compactMap { key, value in value.map { (key, $0) } }) { _, last in last })
    }

    /// The value of a key; null where there is none, and of what is no object.
    package subscript(key: String) -> JSON {
        guard case .object(let members) = self else { return .null }
        return members[key] ?? .null
    }

    /// Its text; nil for others.
    package var string: String? { if case .string(let text) = self { text } else { nil } }

    /// Whether it is true or false; nil for others.
    package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

    /// Its number, if that is whole; nil for others.
    package var integer: Int? { if case .number(let value) = self { Int(exactly: value) } else { nil } }

    /// Its elements; nil for others.
    package var array: [JSON]? { if case .array(let elements) = self { elements } else { nil } }

    /// Whether it is null, or is not there.
    package var isNull: Bool { self == .null }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    package init(stringLiteral text: String) { self = .string(text) }
}

extension JSON: ExpressibleByBooleanLiteral {
    package init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSON: ExpressibleByArrayLiteral {
    package init(arrayLiteral elements: JSON...) { self = .array(elements) }
}

extension JSON: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral members: (String, JSON)...) {
        self = .object(Dictionary(members) { _, last in last })
    }
}

extension JSON: ExpressibleByIntegerLiteral {
    package init(integerLiteral value: Int) { self.init(value) }

    package init(_ value: Int) { self = .number(Double(value)) }
}
