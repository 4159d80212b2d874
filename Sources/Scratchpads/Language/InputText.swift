import Support

/// A text that names the inputs, such as "add {A} and {B}", with the inputs of a problem in it.
struct InputText {
    private enum Piece {
        case text(String)
        case input(Int)
    }

    private var pieces: [Piece] = []
    private let form: TaskForm

    init(_ form: TaskForm, _ text: String) {
        self.form = form
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
            let name = rest[rest.index(after: open)..<close]
            if let index = form.inputs.firstIndex(where: { $0.name == name }) {
                pieces.append(.input(index))
            } else {
                pieces.append(.text(String(rest[open...close])))
            }
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
    }

    /// The text, the inputs shortened in the middle where it would be wider than `width`; the shorter ones last.
    func text(_ words: [String], width: Int, ellipsis: String) -> String {
        var fixed = 0
        var inputs: [Int] = []
        for piece in pieces {
            switch piece {
            case .text(let text): fixed += text.count
            case .input(let index): inputs.append(index)
            }
        }
        let room = shares(inputs.map { inputWidth($0, words) }, room: width == .max ? .max : width - fixed)
        var next = 0
        return pieces.map { piece in
            switch piece {
            case .text(let text): return text
            case .input(let index):
                defer { next += 1 }
                return shortened(index, words, to: room[next], ellipsis)
            }
        }.joined()
    }

    /// How much room each has: what it needs, as long as there is that much; the longer ones share the rest.
    private func shares(_ wanted: [Int], room: Int) -> [Int] {
        guard room < .max, wanted.reduce(0, +) > room else { return wanted }
        var shares = wanted
        var left = max(room, 0)
        var open = wanted.indices.sorted { wanted[$0] < wanted[$1] }
        while let shortest = open.first, wanted[shortest] <= left / open.count {
            left -= wanted[shortest]
            open.removeFirst()
        }
        for (order, index) in open.sorted().enumerated() {
            let count = open.count - order
            shares[index] = (left + count - 1) / count
            left -= shares[index]
        }
        return shares
    }

    private func values(_ index: Int, _ words: [String]) -> ArraySlice<String> {
        guard words.indices.contains(index) else { return [] }
        return form.inputs[index].kind == .list ? words[index...] : words[index...index]
    }

    private func inputWidth(_ index: Int, _ words: [String]) -> Int {
        values(index, words).reduce(-1) { $0 + $1.utf8.count + 1 }
    }

    private func shortened(_ index: Int, _ words: [String], to width: Int, _ ellipsis: String) -> String {
        let values = values(index, words)
        guard form.inputs[index].kind == .list else {
            return (values.first ?? "").shortenedInMiddle(to: width, ellipsis: ellipsis)
        }
        let whole = values.joined(separator: " ")
        // Whole values, one of each end at least.
        let kept = max(width == .max ? width : (width - ellipsis.count) / 2, 2)
        guard whole.utf8.count > width, kept < values.count else { return whole }
        let (start, end) = (values.prefix((kept + 1) / 2), values.suffix(kept / 2))
        return "\(start.joined(separator: " ")) \(ellipsis) \(end.joined(separator: " "))"
    }
}
