import Foundation

/// A value of JSON, with true and 1 told apart.
package enum JSONValue: Hashable, Decodable, Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// Reads a text of JSON.
    package init(parsing text: String) throws {
        self = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    /// The value of a key; nil where there is none.
    package subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members[key]
    }

    /// Its number; nil for others.
    package var number: Double? {
        guard case .number(let value) = self else { return nil }
        return value
    }

    /// Its text; nil for others.
    package var string: String? {
        guard case .string(let value) = self else { return nil }
        return value
    }

    /// Its elements; nil for others.
    package var array: [JSONValue]? {
        guard case .array(let values) = self else { return nil }
        return values
    }
}
