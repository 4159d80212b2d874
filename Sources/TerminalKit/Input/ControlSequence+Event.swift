extension ControlSequence {
    /// What the sequence says; nil for what is no key and no mouse, such as an answer to a question.
    func event(_ mouse: inout MouseReports) -> InputEvent? {
        guard !isIntermediate else { return nil }
        let final = Character(Unicode.Scalar(final))
        if marker == 0x3C, final == "M" || final == "m" {
            guard let code = number(0), let column = number(1), let row = number(2) else { return nil }
            return mouse.event(code, column, row, isRelease: final == "m").map { .mouse($0) }
        }
        // Keys can be reported when they are let go, too.
        guard marker == nil, number(1, part: 1) != 3 else { return nil }
        switch final {
        case "M":
            guard parameters.count == 3, let code = number(0), let column = number(1), let row = number(2) else {
                return nil
            }
            return mouse.event(code - 32, column, row).map { .mouse($0) }
        case "u":
            return number(0).flatMap { code in
                modifiers.event(
                    pressedWith: code, shifted: number(0, part: 1), text: parameters.count == 3 ? number(2) : nil)
            }
        case "~", "^", "@", "$": return numbered
        default: return lettered.map { .key($0) }
        }
    }

    private var modifiers: KeyModifiers { KeyModifiers(parameter: number(1) ?? 1) }

    /// A key that is told by a number.
    private var numbered: InputEvent? {
        guard let number = number(0) else { return nil }
        if number == 27 {
            // xterm's "modifyOtherKeys".
            return self.number(2).flatMap { modifiers.event(pressedWith: $0) }
        }
        if let function = Self.functions[number] { return .key(.function(function + modifiers.functionOffset)) }
        return Self.keys[number].map { .key($0) }
    }

    private static let keys: [Int: Key] = [
        1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    ]

    /// The numbers of function keys have gaps, since the VT220's keyboard had.
    private static let functions: [Int: Int] = {
        let numbers = [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34]
        return Dictionary(uniqueKeysWithValues: zip(numbers, 1...))
    }()

    /// A key that is told by its letter, with at most a 1 and its modifiers before it.
    private var lettered: Key? {
        // Where a cursor is, with its row and its column, has the form of F3 with a modifier.
        if final == 0x52 { return parameters.isEmpty ? .function(3) : nil }
        guard parameters.count < 2 || parameters.count == 2 && number(0) ?? 1 == 1 else { return nil }
        if (0x61...0x64).contains(final), !parameters.isEmpty { return nil }
        guard let key = Key(cursor: final) else { return nil }
        if case .function(let number) = key { return .function(number + modifiers.functionOffset) }
        return key
    }
}

extension Key {
    /// The key whose sequences end in `letter`.
    init?(cursor letter: UInt8) {
        switch Character(Unicode.Scalar(letter)) {
        case "A", "a": self = .up
        case "B", "b": self = .down
        case "C", "c": self = .right
        case "D", "d": self = .left
        case "F": self = .end
        case "H": self = .home
        case "P": self = .function(1)
        case "Q": self = .function(2)
        case "R": self = .function(3)
        case "S": self = .function(4)
        case "Z": self = .backTab
        default: return nil
        }
    }

    /// The key that sends `letter` behind `ESC O`, those of the numeric pad included.
    init?(keypad letter: UInt8) {
        switch Character(Unicode.Scalar(letter)) {
        case "M": self = .enter
        case "I": self = .tab
        case " ": self = .character(" ")
        case "X": self = .character("=")
        // The pad's keys are 64 behind the characters on them.
        case "j"..."y": self = .character(Character(Unicode.Scalar(letter - 0x40)))
        case "Z": return nil
        default: self.init(cursor: letter)
        }
    }
}
