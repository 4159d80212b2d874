/// What is held while a key is pressed, as sequences tell it.
struct KeyModifiers: OptionSet {
    let rawValue: Int

    static let shift = KeyModifiers(rawValue: 1)
    static let alt = KeyModifiers(rawValue: 2)
    static let control = KeyModifiers(rawValue: 4)
    /// Super, Hyper and Meta.
    static let others = KeyModifiers(rawValue: 8 | 16 | 32)

    init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// Reads the parameter of a sequence, which is one more than the bits.
    init(parameter: Int) {
        self.init(rawValue: max(parameter - 1, 0))
    }

    /// How far the number of a function key lies behind that of the key alone, as terminals' descriptions count.
    var functionOffset: Int {
        switch intersection([.shift, .alt, .control]) {
        case .shift: 12
        case .control: 24
        case [.shift, .control]: 36
        case .alt: 48
        default: 0
        }
    }

    /// What a key says whose character is given by its number: the kitty keyboard protocol, and xterm's.
    ///
    /// - Parameters:
    ///   - code: The character on the key, or a number of the protocol for a key without one.
    ///   - shifted: The character that the key has with Shift, where that is told.
    ///   - text: What the key types, where that is told.
    func event(pressedWith code: Int, shifted: Int? = nil, text: Int? = nil) -> InputEvent? {
        guard isDisjoint(with: .others) else { return nil }
        if let key = Self.keys[code] { return .key(key == .tab && contains(.shift) ? .backTab : key) }
        if (57_364...57_398).contains(code) { return .key(.function(code - 57_363)) }
        guard !(57_344...63_743).contains(code), let plain = Unicode.Scalar(UInt32(code)), plain.value >= 0x20 else {
            return nil
        }
        if contains(.control) {
            guard ("@"..."_").contains(plain) || ("a"..."z").contains(plain) else { return nil }
            let letter = Character(Character(plain).lowercased())
            return letter == "c" ? .interrupted : .key(.control(letter))
        }
        let told = (text ?? (contains(.shift) ? shifted : nil)).flatMap { Unicode.Scalar(UInt32($0)) }.map {
            Character($0)
        }
        let upper = Character(plain).uppercased()
        let character = told ?? (contains(.shift) && upper.count == 1 ? Character(upper) : Character(plain))
        guard !(character.unicodeScalars.first!.properties.generalCategory == .control) else { return nil }
        return .key(contains(.alt) ? .alt(character) : .character(character))
    }

    private static let keys: [Int: Key] = {
        let named: [Int: Key] = [
            8: .backspace, 9: .tab, 13: .enter, 27: .escape, 127: .backspace,
            57_414: .enter, 57_417: .left, 57_418: .right, 57_419: .up, 57_420: .down, 57_421: .pageUp,
            57_422: .pageDown, 57_423: .home, 57_424: .end, 57_425: .insert, 57_426: .delete,
        ]
        // The numeric pad, from its 0 on.
        let pad = zip(57_399..., "0123456789./*-+").map { ($0, Key.character($1)) }
        return named.merging(pad) { $1 }.merging([57_415: .character("="), 57_416: .character(",")]) { $1 }
    }()
}
