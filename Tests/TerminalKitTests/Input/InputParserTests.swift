import Support
import TerminalKit
import Testing

@Suite("What a terminal sends")
struct InputParserTests {
    /// Bytes and the events that they stand for.
    struct Case: CustomTestStringConvertible, Sendable {
        var bytes: [UInt8]
        var events: [InputEvent]
        var testDescription: String {
            let start = bytes.prefix(40).map { $0 < 33 || $0 > 126 ? "<\($0)>" : String(UnicodeScalar($0)) }.joined()
            return bytes.count > 40 ? "\(start)... (\(bytes.count) bytes)" : start
        }

        init(_ text: String, _ events: InputEvent...) {
            (bytes, self.events) = (Array(text.utf8), events)
        }

        init(_ text: String, _ key: Key) {
            self.init(text, .key(key))
        }

        init(bytes: [UInt8], _ events: InputEvent...) {
            (self.bytes, self.events) = (bytes, events)
        }
    }

    static let keys: [Case] = [
        Case("s", .character("s")), Case(" ", .character(" ")), Case("é", .character("é")), Case("漢", .character("漢")),
        Case("😀", .character("😀")), Case("\r", .enter), Case("\n", .enter), Case("\t", .tab),
        Case("\u{7F}", .backspace),
        Case("\u{01}", .control("a")), Case("\u{1B}x", .alt("x")), Case("\u{1B}é", .alt("é")),
        // Cursor keys, whichever mode the terminal is in, and with Shift, Alt and Ctrl.
        Case("\u{1B}[A", .up), Case("\u{1B}[B", .down), Case("\u{1B}[C", .right), Case("\u{1B}[D", .left),
        Case("\u{1B}OA", .up), Case("\u{1B}OB", .down), Case("\u{1B}OC", .right), Case("\u{1B}OD", .left),
        Case("\u{1B}[1;5C", .right), Case("\u{1B}[1;2D", .left), Case("\u{1B}[5A", .up), Case("\u{1B}O5B", .down),
        Case("\u{1B}\u{1B}[C", .right), Case("\u{1B}\u{1B}OD", .left), Case("\u{1B}[a", .up), Case("\u{1B}Od", .left),
        // The block above them, of xterm, the Linux console, rxvt and PuTTY.
        Case("\u{1B}[H", .home), Case("\u{1B}OH", .home), Case("\u{1B}[1~", .home), Case("\u{1B}[7~", .home),
        Case("\u{1B}[F", .end), Case("\u{1B}OF", .end), Case("\u{1B}[4~", .end), Case("\u{1B}[8~", .end),
        Case("\u{1B}[1;5H", .home), Case("\u{1B}[1;2F", .end), Case("\u{1B}[7^", .home), Case("\u{1B}[8$", .end),
        Case("\u{1B}[5~", .pageUp), Case("\u{1B}[6~", .pageDown), Case("\u{1B}[5;5~", .pageUp),
        Case("\u{1B}[6@", .pageDown),
        Case("\u{1B}[2~", .insert), Case("\u{1B}[3~", .delete), Case("\u{1B}[3;2~", .delete),
        Case("\u{1B}[Z", .backTab),
        // Function keys.
        Case("\u{1B}OP", .function(1)), Case("\u{1B}[P", .function(1)), Case("\u{1B}[11~", .function(1)),
        Case("\u{1B}[[A", .function(1)), Case("\u{1B}[[E", .function(5)), Case("\u{1B}[15~", .function(5)),
        Case("\u{1B}[R", .function(3)), Case("\u{1B}[24~", .function(12)), Case("\u{1B}[1;2P", .function(13)),
        Case("\u{1B}[15;5~", .function(29)),
        // The numeric pad.
        Case("\u{1B}OM", .enter), Case("\u{1B}Op", .character("0")), Case("\u{1B}Oy", .character("9")),
        Case("\u{1B}Ok", .character("+")), Case("\u{1B}Om", .character("-")),
        // The kitty keyboard protocol, and xterm's "modifyOtherKeys".
        Case("\u{1B}[97u", .character("a")), Case("\u{1B}[97;2u", .character("A")), Case("\u{1B}[27u", .escape),
        Case("\u{1B}[13;2u", .enter), Case("\u{1B}[9;2u", .backTab), Case("\u{1B}[97;5u", .control("a")),
        Case("\u{1B}[97;3u", .alt("a")), Case("\u{1B}[57417u", .left), Case("\u{1B}[1;1:1C", .right),
        Case("\u{1B}[27;5;97~", .control("a")), Case("\u{1B}[97:65;2u", .character("A")),
        Case("\u{1B}[99;5u", .interrupted), Case("\u{1B}[27;5;99~", .interrupted),
        // Introducers of eight bits, alone and in UTF-8.
        Case(bytes: [0x9B, 0x43], .key(.right)), Case("\u{9B}C", .right),
        Case(bytes: [0x8F, 0x50], .key(.function(1))),
    ]

    static let mouse: [Case] = [
        Case("\u{1B}[<0;3;4M", .mouse(MouseEvent(.press(.left), at: Point(2, 3)))),
        Case("\u{1B}[<2;300;4m", .mouse(MouseEvent(.release(.right), at: Point(299, 3)))),
        Case("\u{1B}[<32;1;1M", .mouse(MouseEvent(.drag, at: .zero))),
        Case("\u{1B}[<64;1;1M", .mouse(MouseEvent(.wheelUp, at: .zero))),
        Case("\u{1B}[<81;1;1M", .mouse(MouseEvent(.wheelDown, at: .zero))),
        Case("\u{1B}[<35;1;1M"), Case("\u{1B}[<0;0;1M"), Case("\u{1B}[<0M"),
        // X10's form: bytes, which may look like keys, and which are no UTF-8.
        Case("\u{1B}[M !!", .mouse(MouseEvent(.press(.left), at: .zero))),
        Case("\u{1B}[M!q "),
        Case("\u{1B}[M\"qq", .mouse(MouseEvent(.press(.right), at: Point(80, 80)))),
        Case(bytes: [0x1B, 0x5B, 0x4D, 0x60, 0xC3, 0x9B], .mouse(MouseEvent(.wheelUp, at: Point(162, 122)))),
        Case(
            "\u{1B}[M!!!\u{1B}[M#!!", .mouse(MouseEvent(.press(.middle), at: .zero)),
            .mouse(MouseEvent(.release(.middle), at: .zero))),
        // rxvt's form.
        Case("\u{1B}[32;5;6M", .mouse(MouseEvent(.press(.left), at: Point(4, 5)))),
    ]

    /// What terminals answer, perhaps late or to another program, and what else is no key.
    static let answers: [Case] = [
        // Colours, the clipboard, a title: OSC.
        Case("\u{1B}]11;rgb:1e1e/1e1e/2e2e\u{1B}\\"), Case("\u{1B}]10;rgb:ffff/ffff/ffff\u{7}"),
        Case("\u{1B}]52;c;cXVpdA==\u{1B}\\"), Case("\u{1B}]Lnpi q\u{1B}\\"), Case("\u{1B}]0;漢字 ë\u{7}"),
        // Versions and settings: DCS. Pictures: APC. PM and SOS.
        Case("\u{1B}P>|XTerm(370)\u{1B}\\"), Case("\u{1B}P1+r544e=787465726d\u{1B}\\"), Case("\u{1B}P1$r0m\u{1B}\\"),
        Case("\u{1B}P!|00000000\u{1B}\\"), Case("\u{1B}_Gi=31;OK\u{1B}\\"), Case("\u{1B}^quit\u{1B}\\"),
        Case("\u{1B}Xquit\u{1B}\\"), Case("\u{1B}_\(String(repeating: "q", count: 5_000))\u{1B}\\"),
        // Device attributes, positions, states, sizes, modes.
        Case("\u{1B}[?62;22c"), Case("\u{1B}[?6c"), Case("\u{1B}[>1;4402;0c"), Case("\u{1B}[=0c"),
        Case("\u{1B}[24;80R"),
        Case("\u{1B}[1;5R"), Case("\u{1B}[?1;1;1R"), Case("\u{1B}[0n"), Case("\u{1B}[?997;1n"), Case("\u{1B}[8;24;80t"),
        Case("\u{1B}[4;480;640t"), Case("\u{1B}[?2026;2$y"), Case("\u{1B}[4;1$y"), Case("\u{1B}[2;1;1;128;128;1;0x"),
        // The window got or lost the focus; what the keyboard can tell; keys that are let go, or are modifiers.
        Case("\u{1B}[I"), Case("\u{1B}[O"), Case("\u{1B}[?1u"), Case("\u{1B}[?31u"), Case("\u{1B}[97;1:3u"),
        Case("\u{1B}[1;1:3C"), Case("\u{1B}[57441;2u"), Case("\u{1B}[97;9u"),
        // Strings in eight bits.
        Case("\u{9D}11;rgb:1/2/3\u{9C}"), Case(bytes: [0x90] + Array("qq".utf8) + [0x9C]), Case("\u{9F}Gq\u{1B}\\"),
        // Ends of strings and of pastes that began long ago, broken characters, sequences that nobody knows.
        Case("\u{1B}\\"), Case("\u{1B}[201~"), Case(bytes: [0xC3, 0xFF]), Case(bytes: [0xFE]), Case("\u{1B}[>4;2m"),
        Case("\u{1B}[99999999999999999999q"), Case("\u{1B}[\(String(repeating: "1;", count: 1_000))C"),
        Case("\u{1B}[12\u{18}"), Case("\u{1B}]11\u{1A}"),
    ]

    static let pastes: [Case] = [
        Case("\u{1B}[200~q s\u{1B}[201~", .paste("q s")), Case("\u{1B}[200~\u{1B}[201~", .paste("")),
        Case("\u{1B}[200~a\rb\r\nc\nd\u{1B}[201~", .paste("a\nb\nc\nd")),
        Case("\u{1B}[200~é\u{3}\u{1B}[201~", .paste("é")),
        Case("\u{1B}[200~\u{1B}[20\u{1B}\u{1B}[201~", .paste("[20")),
        Case("\u{1B}[200~a\u{1B}[200~b\u{1B}[201~", .paste("a[200~b")),
    ]

    /// What `bytes` give, read in pieces that end at `ends`.
    static func events(_ bytes: [UInt8], splitAt ends: [Int] = []) -> [InputEvent] {
        var parser = InputParser()
        var events: [InputEvent] = []
        var start = 0
        for end in ends + [bytes.count] {
            events += parser.read(Array(bytes[start..<end]))
            start = end
        }
        return events
    }

    @Test(
        "each sequence gives its event and nothing else, wherever reads split it",
        arguments: keys + mouse + answers + pastes)
    func sequence(_ wanted: Case) {
        // The q behind it tells that nothing is left of it.
        let bytes = wanted.bytes + Array("q".utf8)
        let events = wanted.events + [.key(.character("q"))]
        #expect(Self.events(bytes) == events)
        #expect(Self.events(bytes, splitAt: Array(0..<bytes.count)) == events)
        for end in bytes.indices where bytes.count < 400 {
            #expect(Self.events(bytes, splitAt: [end]) == events, "split at \(end)")
        }
    }

    @Test("any mixture of sequences and noise gives the same events, however reads split it")
    func anySplit() {
        var generator = SeededGenerator(seed: 9)
        let all = Self.keys + Self.mouse + Self.answers + Self.pastes
        for _ in 0..<2_000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 1...8, using: &generator) {
                var part = all.randomElement(using: &generator)!.bytes.prefix(60)
                if Int.random(in: 0..<4, using: &generator) == 0 {
                    part = part.dropLast(Int.random(in: 1...3, using: &generator))
                }
                bytes += part
                if Int.random(in: 0..<4, using: &generator) == 0 {
                    bytes.append(.random(in: 0...255, using: &generator))
                }
            }
            let ends = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
                Int.random(in: 0...bytes.count, using: &generator)
            }
            #expect(Self.events(bytes) == Self.events(bytes, splitAt: ends.sorted()), "\(bytes) at \(ends.sorted())")
        }
    }

    @Test("text after any noise is read again once what has begun is given up")
    func noise() {
        var generator = SeededGenerator(seed: 10)
        for _ in 0..<5_000 {
            var parser = InputParser()
            _ = parser.read(
                (0..<Int.random(in: 1...40, using: &generator)).map { _ in .random(in: 0...255, using: &generator) })
            _ = parser.giveUp()
            #expect(parser.patience == nil)
            #expect(parser.read(Array("q".utf8)) == [.key(.character("q"))])
        }
    }

    @Test("the description's keys are understood too, also where they look like something else")
    func described() {
        var parser = InputParser(keys: [
            Array("\u{1B}[M".utf8): .function(1), Array("\u{1B}[224z".utf8): .function(2), Array("\u{1B}A".utf8): .up,
        ])
        #expect(
            parser.read(Array("\u{1B}[M\u{1B}[224z\u{1B}A ".utf8)) == [
                .key(.function(1)), .key(.function(2)), .key(.up), .key(.character(" ")),
            ])
    }

    @Test("in an encoding of one byte a character is what its table says")
    func latin1() {
        var parser = InputParser(encoding: .bytes((128...255).map { $0 < 160 ? nil : Unicode.Scalar(UInt8($0)) }))
        #expect(parser.read([0xE9, 0x1B, 0xE9, 0x9B, 0x43]) == [.key(.character("é")), .key(.alt("é")), .key(.right)])
        #expect(parser.read(Array("\u{1B}[200~".utf8) + [0xE9] + Array("\u{1B}[201~".utf8)) == [.paste("é")])
    }
}
