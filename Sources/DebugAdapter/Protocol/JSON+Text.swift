import Foundation
import Support

extension JSON: Decodable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .string(text)
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let elements = try? container.decode([JSON].self) {
            self = .array(elements)
        } else if container.decodeNil() {
            self = .null
        } else {
            self = .object(try container.decode([String: JSON].self))
        }
    }

    /// Reads a text of JSON; nil where it is none.
    package init?(parsing bytes: [UInt8]) {
        guard let value = try? JSONDecoder().decode(JSON.self, from: Data(bytes)) else { return nil }
        self = value
    }

    /// It as a text, members in the order of their names. What is unprintable is escaped.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// It as a text in UTF-8.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return bytes
    }

    private func write(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes += "null".utf8
        case .bool(let value): bytes += (value ? "true" : "false").utf8
        case .number: bytes += (integer.map(String.init) ?? numberText).utf8
        case .string(let text): bytes += text.jsonBytes
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                element.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, key) in members.keys.sorted().enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                bytes += key.jsonBytes
                bytes.append(UInt8(ascii: ":"))
                members[key, default: .null].write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private var numberText: String {
        guard case .number(let value) = self, value.isFinite else { return "null" }
        return "\(value)"
    }
}
