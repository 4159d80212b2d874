extension String {
    /// The text as a JSON string: in quotes, with escapes where they are needed and for all that is unprintable, so that a
    /// reader gets the exact text and a terminal none of it.
    package var quotedAsJSON: String { String(decoding: jsonBytes, as: UTF8.self) }

    /// The same as UTF-8.
    package var jsonBytes: [UInt8] {
        var bytes = [UInt8(ascii: "\"")]
        for scalar in unicodeScalars {
            switch scalar {
            case "\"", "\\": bytes += [UInt8(ascii: "\\"), UInt8(scalar.value)]
            case _ where scalar.isUnprintable: bytes += scalar.jsonEscape.utf8
            case _ where scalar.isASCII: bytes.append(UInt8(scalar.value))
            default: bytes += UTF8.encode(scalar)!
            }
        }
        bytes.append(UInt8(ascii: "\""))
        return bytes
    }

    /// JSON with escapes, in its strings, for what is unprintable and for what `isUnwanted`. The value stays the same.
    package func escapedWithinJSON(_ isUnwanted: (Unicode.Scalar) -> Bool = { _ in false }) -> String {
        func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
            // Outside strings there is no unprintable character but the line feed.
            scalar.isUnprintable && scalar != "\n" || isUnwanted(scalar)
        }
        guard unicodeScalars.contains(where: isEscaped) else { return self }
        return unicodeScalars.reduce(into: "") { json, scalar in
            if isEscaped(scalar) { json += scalar.jsonEscape } else { json.unicodeScalars.append(scalar) }
        }
    }
}

extension Unicode.Scalar {
    /// The scalar by number: one escape, or two for what lies beyond the sixteenth bit.
    fileprivate var jsonEscape: String {
        UTF16.encode(self)!.map { unit in
            let digits = String(unit, radix: 16)
            return "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)"
        }.joined()
    }
}
