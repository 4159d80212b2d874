import Foundation

/// Values as JSON text, for notes within files and for output. What is unprintable is escaped.
package enum JSONText {
    package static func encode(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let json = (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
        return json.escapedWithinJSON()
    }

    /// - Parameter context: What the types that are decoded are to know besides the text.
    package static func decode<Value: Decodable>(
        _ type: Value.Type, _ text: String, context: [CodingUserInfoKey: any Sendable] = [:]
    ) -> Value? {
        let decoder = JSONDecoder()
        decoder.userInfo = context
        return try? decoder.decode(type, from: Data(text.utf8))
    }
}
