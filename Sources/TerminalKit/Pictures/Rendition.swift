extension Paint {
    /// What brings a terminal that paints like this to `paint`: the shorter of what differs and everything anew.
    func rendition(to paint: Paint) -> String {
        guard self != paint else { return "" }
        let anew = paint.codes.isEmpty ? "" : "0;" + paint.codes
        let differing = codes(to: paint)
        return "\u{1B}[\(differing.utf8.count < anew.utf8.count ? differing : anew)m"
    }

    private func codes(to paint: Paint) -> String {
        let gone = attributes.subtracting(paint.attributes)
        var codes: [String] = []
        var kept = attributes
        if !gone.isDisjoint(with: [.bold, .dim]) {
            // Both are ended by the same number.
            codes.append("22")
            kept.subtract([.bold, .dim])
        }
        let ends: [(Attributes, String)] = [(.italic, "23"), (.underline, "24"), (.reverse, "27")]
        for (attribute, number) in ends where gone.contains(attribute) { codes.append(number) }
        var added = Paint(attributes: paint.attributes.subtracting(kept))
        if foreground != paint.foreground {
            if paint.foreground == nil { codes.append("39") }
            added.foreground = paint.foreground
        }
        if background != paint.background {
            if paint.background == nil { codes.append("49") }
            added.background = paint.background
        }
        return (codes + [added.codes]).filter { !$0.isEmpty }.joined(separator: ";")
    }
}

extension Paint {
    /// The numbers of ECMA-48's "select graphic rendition", and xterm's for colours; none for plain text.
    var codes: String {
        var codes: [String] = []
        let numbers: [(Attributes, String)] = [
            (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
        ]
        for (attribute, number) in numbers where attributes.contains(attribute) { codes.append(number) }
        if let foreground { codes.append(foreground.code(base: 30)) }
        if let background { codes.append(background.code(base: 40)) }
        return codes.joined(separator: ";")
    }
}

extension Color {
    fileprivate func code(base: Int) -> String {
        switch rawValue {
        case 0..<8: String(base + Int(rawValue))
        case 8..<16: String(base + 52 + Int(rawValue))
        default: "\(base + 8);5;\(rawValue)"
        }
    }
}
