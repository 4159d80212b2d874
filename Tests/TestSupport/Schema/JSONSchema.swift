import Foundation

/// As much of JSON Schema (draft 2020-12) as this repository's schemas use. A keyword that it does not know is an error, so
/// that none is passed over unchecked.
package struct JSONSchema: Sendable {
    private let root: JSONValue

    /// A schema that is used wrongly.
    package struct UnknownKeyword: Error, CustomStringConvertible {
        package var description: String
    }

    private static let words: Set<String> = ["$schema", "$id", "$defs", "title", "description"]
    private static let checked: Set<String> = [
        "$ref", "anyOf", "type", "const", "required", "properties", "items", "prefixItems", "minItems", "maxItems",
        "minimum", "maximum", "minLength",
    ]

    /// Reads the schema in the file `name` of the repository.
    package init(inRepository name: String) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        self.root = try JSONValue(
            parsing: try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8))
    }

    /// What is wrong with a text of JSON; nil if it is as the schema says.
    package func objection(to text: String) throws -> String? {
        try objection(to: try JSONValue(parsing: text), root, "it")
    }

    private func objection(to value: JSONValue, _ schema: JSONValue, _ place: String) throws -> String? {
        guard case .object(let rules) = schema else { throw UnknownKeyword(description: "\(schema)") }
        for (keyword, rule) in rules.sorted(by: { $0.key < $1.key }) where !Self.words.contains(keyword) {
            guard Self.checked.contains(keyword) else { throw UnknownKeyword(description: keyword) }
            if let objection = try objection(to: value, keyword, rule, rules, place) { return objection }
        }
        return nil
    }

    private func objection(
        to value: JSONValue, _ keyword: String, _ rule: JSONValue, _ rules: [String: JSONValue], _ place: String
    ) throws -> String? {
        func check(_ holds: Bool) -> String? { holds ? nil : "\(place) is \(value), against \(keyword) \(rule)" }
        switch (keyword, value) {
        case ("$ref", _):
            let name = String((rule.string ?? "").split(separator: "/").last ?? "")
            guard let definition = root["$defs"]?[name] else { throw UnknownKeyword(description: name) }
            return try objection(to: value, definition, place)
        case ("anyOf", _):
            let objections = try (rule.array ?? []).map { try objection(to: value, $0, place) }
            return objections.contains(nil) ? nil : objections.compactMap { $0 }.joined(separator: "; ")
        case ("type", _): return check(value.isOfType(rule.string ?? ""))
        case ("const", _): return check(value == rule)
        case ("required", .object(let members)):
            return check((rule.array ?? []).allSatisfy { members[$0.string ?? ""] != nil })
        case ("properties", .object(let members)):
            for (key, member) in members {
                if let schema = rule[key], let objection = try objection(to: member, schema, key) { return objection }
            }
            return nil
        case ("items", .array(let elements)):
            let first = rules["prefixItems"]?.array?.count ?? 0
            return try elements.dropFirst(first).lazy.compactMap { try objection(to: $0, rule, "an item") }.first
        case ("prefixItems", .array(let elements)):
            return try zip(elements, rule.array ?? []).compactMap { try objection(to: $0, $1, "an item") }.first
        case ("minItems", .array(let elements)): return check(Double(elements.count) >= rule.number ?? 0)
        case ("maxItems", .array(let elements)): return check(Double(elements.count) <= rule.number ?? 0)
        case ("minimum", .number(let number)): return check(number >= rule.number ?? 0)
        case ("maximum", .number(let number)): return check(number <= rule.number ?? 0)
        case ("minLength", .string(let text)): return check(Double(text.count) >= rule.number ?? 0)
        default: return nil
        }
    }
}

extension JSONValue {
    fileprivate func isOfType(_ name: String) -> Bool {
        switch self {
        case .null: name == "null"
        case .bool: name == "boolean"
        case .number(let value): name == "number" || name == "integer" && value == value.rounded()
        case .string: name == "string"
        case .array: name == "array"
        case .object: name == "object"
        }
    }
}
