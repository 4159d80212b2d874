extension Key {
    /// The key that sends `scalar`, control characters being what terminals agree on.
    package init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x09: self = .tab
        case 0x0A, 0x0D: self = .enter
        case 0x08, 0x7F: self = .backspace
        case 0x1B: self = .escape
        // Control characters are 64 below the character that is pressed with them.
        case 0x00..<0x20: self = .control(Character(Character(Unicode.Scalar(UInt8(scalar.value + 64))).lowercased()))
        default: self = .character(Character(scalar))
        }
    }

    /// The key that sends `scalar` after an Escape.
    package init(alt scalar: Unicode.Scalar) {
        self = scalar.value < 0x20 || scalar.value == 0x7F ? Key(scalar) : .alt(Character(scalar))
    }
}
