extension String {
    /// The text as a JSON string: in quotes, with escapes where they are needed.
    package var quotedAsJSON: String { String(decoding: jsonBytes, as: UTF8.self) }

    /// The same as UTF-8.
    package var jsonBytes: [UInt8] {
        let hexadecimal = Array("0123456789abcdef".utf8)
        var bytes = [UInt8(ascii: "\"")]
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case ..<32:
                bytes += Array("\\u00".utf8) + [hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
        return bytes
    }
}
