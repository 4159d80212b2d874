/// Understands what a terminal sends, byte by byte: the events are the same however reads split the bytes.
///
/// A sequence counts whole. What has no meaning here, such as an answer that comes late or was meant for another program,
/// is left out whole, since its letters would be taken for keys otherwise. Every form of a key is understood whatever mode
/// the terminal is in: many terminals ignore the modes that their description speaks of.
///
///     var parser = InputParser()
///     parser.read([0x1B, 0x5B])  // []
///     parser.read([0x43])        // [.key(.right)]
///
/// The grammar is that of ECMA-48, section 5, with the additions of xterm ("XTerm Control Sequences"), of rxvt, of the
/// Linux console and of the kitty keyboard protocol.
package struct InputParser: Sendable {
    /// Where in a sequence the next byte belongs.
    private enum State {
        /// Behind everything.
        case ground
        /// Within a character of several bytes.
        case character
        /// Behind an Escape, or two.
        case escape, doubleEscape
        /// Behind `ESC [`.
        case control
        /// Behind `ESC O`.
        case singleShift
        /// Behind `ESC [ M`: three bytes of a mouse report.
        case mouse
        /// Behind `ESC [ [`: one letter, a function key of the Linux console.
        case console
        /// In a string that goes to ST or BEL, and behind an Escape in it.
        case string, stringEscape
        /// In pasted text.
        case paste
    }

    private var state = State.ground
    /// The bytes of the sequence behind its introducer.
    private var pending: [UInt8] = []
    /// The byte that stands for the introducer when it is pressed with Alt; nil for an introducer that is one byte.
    private var introducer: UInt8?
    private var isAlt = false
    private var characters: CharacterDecoder
    private var pasted = PastedText()
    /// Whether a paste was interrupted, whose rest may still come.
    private var isPasteCut = false
    private var mouse = MouseReports()
    private let keys: [[UInt8]: Key]

    /// Sequences that are longer have no meaning.
    private static let longest = 256

    /// Begins at the beginning.
    ///
    /// - Parameters:
    ///   - encoding: How characters beyond ASCII come.
    ///   - keys: What the terminal's description says of keys: sequences that begin with Escape.
    package init(encoding: InputEncoding = .utf8, keys: [[UInt8]: Key] = [:]) {
        characters = CharacterDecoder(encoding)
        self.keys = keys
    }

    /// What `bytes` stand for, together with what came before them.
    package mutating func read(_ bytes: [UInt8]) -> [InputEvent] {
        var events: [InputEvent] = []
        for byte in restOfCutPaste(in: bytes) { take(byte, &events) }
        return events
    }

    /// Whether what comes next is a part of pasted text, or may be that of one that was interrupted.
    package var isPasting: Bool { if case .paste = state { true } else { isPasteCut } }

    /// How long to wait for the rest of what has begun, in milliseconds; nil when nothing has.
    package var patience: Int? {
        switch state {
        case .ground: nil
        // Long enough for the bytes of one key to come together, too short to be felt.
        case .escape, .doubleEscape: 50
        // A key with Alt, unless something follows.
        case .control, .singleShift, .string: pending.isEmpty && introducer != nil ? 250 : 500
        case .character, .mouse, .console: 250
        case .stringEscape, .paste: 500
        }
    }

    /// What has come, if nothing follows: a lone Escape is the key, and a paste without an end must not take the
    /// keyboard away.
    package mutating func giveUp() -> [InputEvent] {
        defer { reset() }
        switch state {
        case .escape, .stringEscape: return [.key(.escape)]
        case .doubleEscape: return [.key(.escape), .key(.escape)]
        case .control, .singleShift, .string:
            guard pending.isEmpty, let introducer else { return [] }
            return [.key(Key(alt: Unicode.Scalar(introducer)))]
        case .paste: return [.paste(text())]
        case .ground, .character, .mouse, .console: return []
        }
    }

    /// Goes on behind an Escape that was given up a moment ago, if `bytes`, which were read at once, can only be the rest of
    /// its sequence. A slow connection may part them anywhere; nobody presses so many keys at once.
    package mutating func resumeEscape(before bytes: [UInt8]) {
        guard case .ground = state, let first = bytes.first else { return }
        switch first {
        case 0x5B where bytes.count > 1 && bytes[1] != 0x5B, 0x4F where bytes.count == 2: state = .escape
        // A string with its end.
        case 0x50, 0x58, 0x5D, 0x5E, 0x5F: if bytes.contains(0x07) || bytes.contains(0x1B) { state = .escape }
        default: break
        }
    }

    /// Forgets what has begun: the terminal drops what it has not yet handed over when Ctrl-C or Ctrl-Z is pressed, so
    /// its end may never come.
    package mutating func interrupt() {
        isPasteCut = state == .paste
        reset()
    }

    private mutating func reset() {
        state = .ground
        pending.removeAll(keepingCapacity: true)
        introducer = nil
        isAlt = false
        pasted = PastedText()
        characters.reset()
    }

    private func text() -> String { pasted.text(characters.encoding) }

    /// What is left of `bytes` without the rest of a paste that was interrupted in its middle.
    private mutating func restOfCutPaste(in bytes: [UInt8]) -> ArraySlice<UInt8> {
        guard isPasteCut else { return bytes[...] }
        isPasteCut = false
        guard let end = bytes.firstRange(of: PastedText.end),
            !bytes[..<end.lowerBound].contains(PastedText.start)
        else { return bytes[...] }
        return bytes[end.upperBound...]
    }
}

// One byte after the other.
extension InputParser {
    private mutating func take(_ byte: UInt8, _ events: inout [InputEvent]) {
        switch state {
        case .ground: begin(byte, &events)
        case .character: continueCharacter(byte, &events)
        case .escape: escaped(byte, &events)
        case .doubleEscape: doubleEscaped(byte, &events)
        case .control: continueControl(byte, &events)
        case .singleShift: continueSingleShift(byte, &events)
        case .mouse: continueMouse(byte, &events)
        case .console:
            reset()
            if (0x41...0x45).contains(byte) { events.append(.key(.function(Int(byte) - 0x40))) }
        case .string: continueString(byte)
        case .stringEscape:
            reset()
            if byte != 0x5C {
                state = .escape
                take(byte, &events)
            }
        case .paste:
            guard pasted.take(byte) else { break }
            events.append(.paste(text()))
            reset()
        }
    }

    private mutating func begin(_ byte: UInt8, _ events: inout [InputEvent]) {
        if byte == 0x1B { return state = .escape }
        if byte < 0x80 { return events.append(.key(Key(Unicode.Scalar(byte)))) }
        state = .character
        continueCharacter(byte, &events)
    }

    private mutating func continueCharacter(_ byte: UInt8, _ events: inout [InputEvent]) {
        switch characters.take(byte) {
        case .unfinished: break
        case .character(let scalar):
            let key = isAlt ? Key(alt: scalar) : Key(scalar)
            reset()
            events.append(.key(key))
        case .control(let code):
            reset()
            introduce(code)
        case .nothing(let isTaken):
            reset()
            if !isTaken { take(byte, &events) }
        }
    }

    /// A control character of eight bits stands for Escape and the byte that is 64 below it.
    private mutating func introduce(_ control: UInt8) {
        switch control {
        case 0x9B: state = .control
        case 0x8F: state = .singleShift
        case 0x90, 0x98, 0x9D, 0x9E, 0x9F: state = .string
        default: break
        }
    }

    private mutating func escaped(_ byte: UInt8, _ events: inout [InputEvent]) {
        if let key = keys[[0x1B, byte]] {
            reset()
            return events.append(.key(key))
        }
        switch byte {
        case 0x1B: state = .doubleEscape
        case 0x5B: (state, introducer) = (.control, byte)
        case 0x4F: (state, introducer) = (.singleShift, byte)
        // DCS, SOS, OSC, PM, APC.
        case 0x50, 0x58, 0x5D, 0x5E, 0x5F: (state, introducer) = (.string, byte)
        // The end of a string that was given up.
        case 0x5C: reset()
        case 0x80...:
            (state, isAlt) = (.character, true)
            continueCharacter(byte, &events)
        default:
            reset()
            events.append(.key(Key(alt: Unicode.Scalar(byte))))
        }
    }

    /// Alt with a key that sends a sequence is an Escape before it; anything else are two keys.
    private mutating func doubleEscaped(_ byte: UInt8, _ events: inout [InputEvent]) {
        if byte == 0x5B || byte == 0x4F {
            // No introducer: two Escapes and a letter are no key with Alt.
            return state = byte == 0x5B ? .control : .singleShift
        }
        events.append(.key(.escape))
        state = .escape
        take(byte, &events)
    }

    /// Ends a sequence that is broken by `byte`, which begins something else.
    private mutating func abandon(for byte: UInt8, _ events: inout [InputEvent]) {
        reset()
        // CAN and SUB do nothing but end it.
        if byte != 0x18, byte != 0x1A { take(byte, &events) }
    }

    private mutating func keep(_ byte: UInt8) {
        if pending.count <= Self.longest { pending.append(byte) }
    }

    private mutating func continueControl(_ byte: UInt8, _ events: inout [InputEvent]) {
        guard (0x20...0x7E).contains(byte) else { return abandon(for: byte, &events) }
        let isFirst = pending.isEmpty
        if isFirst, byte == 0x5B { return state = .console }
        keep(byte)
        guard byte >= 0x40 || ControlSequence.endsEarly(pending) else { return }
        let whole = pending
        reset()
        if let key = keys[[0x1B, 0x5B] + whole] { return events.append(.key(key)) }
        if isFirst, byte == 0x4D { return state = .mouse }
        guard whole.count <= Self.longest, let sequence = ControlSequence(whole) else { return }
        if sequence.isPasteStart { return state = .paste }
        if let event = sequence.event(&mouse) { events.append(event) }
    }

    private mutating func continueSingleShift(_ byte: UInt8, _ events: inout [InputEvent]) {
        guard (0x20...0x7E).contains(byte) else { return abandon(for: byte, &events) }
        keep(byte)
        // Old terminals put a modifier before the letter.
        guard !(0x30...0x3B).contains(byte) else { return }
        let whole = pending
        reset()
        if let key = keys[[0x1B, 0x4F] + whole] ?? Key(keypad: byte) { events.append(.key(key)) }
    }

    private mutating func continueMouse(_ byte: UInt8, _ events: inout [InputEvent]) {
        guard byte >= 0x20 || byte == 0 else { return abandon(for: byte, &events) }
        keep(byte)
        guard pending.count == 3 else { return }
        let numbers = pending.map { Int($0) - 32 }
        reset()
        if let event = mouse.event(numbers[0], numbers[1], numbers[2]) { events.append(.mouse(event)) }
    }

    private mutating func continueString(_ byte: UInt8) {
        switch byte {
        case 0x1B: state = .stringEscape
        case 0x07, 0x18, 0x1A: reset()
        // ST in eight bits, which in UTF-8 may also be a part of a character.
        case 0x9C where !characters.isPart(byte, behind: pending): reset()
        default:
            if pending.count > Self.longest { pending.removeFirst(Self.longest - 4) }
            pending.append(byte)
        }
    }
}
