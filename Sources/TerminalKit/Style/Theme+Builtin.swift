extension Theme {
    /// The themes that a user may choose from.
    package static let all = [dark, light, highContrast]

    /// For dark terminals.
    package static let dark = Theme(
        name: "dark", ink: RGB(0xD0D0D0), paper: RGB(0x121417),
        rules: [
            .text: Rule(252), .dim: Rule(246), .border: Rule(242), .focus: Rule(75), .title: Rule(255, .bold),
            .accent: Rule(81), .position: Rule(220, .bold), .changed: Rule(221, .bold), .match: Rule(234, on: 220),
            .selected: Rule(255, on: 238, .bold), .key: Rule(220), .completion: Rule(244),
            .pointer: Rule(220, .bold), .value: Rule(231), .program: Rule(117, .bold), .argument: Rule(180),
            .action: Rule(150), .returned: Rule(140), .narration: Rule(187, .italic), .carry: Rule(215),
            .swap: Rule(212), .target: Rule(141), .good: Rule(114), .warning: Rule(214),
            .mistake: Rule(210, .bold), .breakpoint: Rule(203, .bold), .bar: Rule(68), .barBest: Rule(114),
            .barEnd: Rule(140), .barRest: Rule(238), .past: Rule(75), .future: Rule(242),
            .cold4: Rule(45), .cold3: Rule(32), .cold2: Rule(25), .cold1: Rule(18), .neutral: Rule(234),
            .warm1: Rule(52), .warm2: Rule(130), .warm3: Rule(208), .warm4: Rule(220),
        ])

    /// For light terminals.
    package static let light = Theme(
        name: "light", ink: RGB(0x1C1C1C), paper: RGB(0xFAFAF7),
        rules: [
            .text: Rule(235), .dim: Rule(241), .border: Rule(246), .focus: Rule(25), .title: Rule(232, .bold),
            .accent: Rule(25), .position: Rule(88, .bold), .changed: Rule(88, .bold), .match: Rule(232, on: 221),
            .selected: Rule(232, on: 253, .bold), .key: Rule(88), .completion: Rule(243),
            .pointer: Rule(88, .bold), .value: Rule(16), .program: Rule(24, .bold), .argument: Rule(94),
            .action: Rule(22), .returned: Rule(55), .narration: Rule(237, .italic), .carry: Rule(94),
            .swap: Rule(90), .target: Rule(55), .good: Rule(22), .warning: Rule(94),
            .mistake: Rule(124, .bold), .breakpoint: Rule(124, .bold), .bar: Rule(67), .barBest: Rule(28),
            .barEnd: Rule(97), .barRest: Rule(252), .past: Rule(25), .future: Rule(246),
            .cold4: Rule(18), .cold3: Rule(26), .cold2: Rule(75), .cold1: Rule(153), .neutral: Rule(254),
            .warm1: Rule(223), .warm2: Rule(215), .warm3: Rule(166), .warm4: Rule(88),
        ])

    /// Black, white and few strong colours, whatever the terminal's own are.
    package static let highContrast = Theme(
        name: "high-contrast", ink: RGB(0xFFFFFF), paper: RGB(0x000000),
        rules: [
            .text: Rule(231, on: 16), .dim: Rule(252), .border: Rule(250), .focus: Rule(226, .bold),
            .title: Rule(231, .bold), .accent: Rule(51), .position: Rule(226, .bold),
            .changed: Rule(226, [.bold, .underline]), .match: Rule(16, on: 226),
            .selected: Rule(231, on: 19, [.bold, .underline]),
            .key: Rule(226, .bold), .completion: Rule(250), .pointer: Rule(226, .bold), .value: Rule(231, .bold),
            .program: Rule(51, .bold), .argument: Rule(222), .action: Rule(120), .returned: Rule(219),
            .narration: Rule(231), .carry: Rule(222), .swap: Rule(219), .target: Rule(219), .good: Rule(46),
            .warning: Rule(226), .mistake: Rule(217, .bold), .breakpoint: Rule(217, .bold), .bar: Rule(231),
            .barBest: Rule(46), .barEnd: Rule(219), .barRest: Rule(244), .past: Rule(51), .future: Rule(250),
            .cold4: Rule(51), .cold3: Rule(39), .cold2: Rule(27), .cold1: Rule(19), .neutral: Rule(16),
            .warm1: Rule(88), .warm2: Rule(160), .warm3: Rule(208), .warm4: Rule(226),
        ])

    /// Attributes alone: what must stand out does so without any colour.
    package static let monochrome = Theme(
        name: "monochrome", ink: RGB(0xD0D0D0), paper: RGB(0x121417),
        rules: [
            .dim: Rule(nil, .dim), .border: Rule(nil, []), .focus: Rule(nil, .bold), .title: Rule(nil, .bold),
            .accent: Rule(nil, .bold), .changed: Rule(nil, [.bold, .underline]), .selected: Rule(nil, .reverse),
            .match: Rule(nil, [.underline]), .completion: Rule(nil, .dim), .program: Rule(nil, .bold),
            .argument: Rule(nil, []), .action: Rule(nil, []), .returned: Rule(nil, []),
            .narration: Rule(nil, .italic), .warning: Rule(nil, .underline), .carry: Rule(nil, .underline),
            .mistake: Rule(nil, [.bold, .reverse]), .breakpoint: Rule(nil, [.bold, .underline]), .bar: Rule(nil, []),
            .barEnd: Rule(nil, []), .barRest: Rule(nil, .dim), .future: Rule(nil, .dim),
        ])
}
