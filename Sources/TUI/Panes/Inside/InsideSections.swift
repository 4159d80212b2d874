import Debugger
import NPIKit
import TerminalKit

/// What the pane shows from top to bottom, and which of it when there is not room for all.
struct InsideSections {
    let insight: Insight
    let memory: ProgramMemory
    let room: Size
    let hasColors: Bool
    let isASCII: Bool
    /// What the value of an action's argument stands for.
    var argumentName: (_ index: Int, _ value: Int) -> String? = { _, _ in nil }

    private var before: CoreState { CoreState(insight.before) }
    private var after: CoreState { CoreState(insight.after) }
    /// Whether there is room for strips of twice the columns.
    private var isWide: Bool { room.width - 12 >= 2 * HeatStrip.width }

    private func stripWidth(isDoubled: Bool) -> Int {
        min(max(room.width - 12, 0), HeatStrip.width * (isDoubled ? 2 : 1))
    }

    /// The parts that fit, in order.
    func shown(header: InsideHeader) -> [InsidePart] {
        let spacious: [Arrangement] = isWide ? [.large, .airy, .full] : [.airy, .full]
        for arrangement in spacious {
            let parts = parts(header, arrangement)
            if parts.reduce(0, { $0 + $1.rows }) <= room.height { return parts }
        }
        // The least first, until the rest fits; strips of two rows become one before others are left out.
        let parts = parts(header, room.height >= Self.doubleHeight ? .full : .flat)
        var left = room.height
        let kept = Set(
            parts.indices.sorted { parts[$0].worth > parts[$1].worth }.filter { index in
                guard parts[index].rows <= left else { return false }
                left -= parts[index].rows
                return true
            })
        return parts.indices.filter(kept.contains).map { parts[$0] }
    }

    private enum Arrangement { case flat, full, airy, large }

    /// How many rows a doubled strip of a state takes.
    private static let doubledRows = 4

    /// From this height on the strips are two rows high.
    private static let doubleHeight = 17

    private func parts(_ header: InsideHeader, _ arrangement: Arrangement) -> [InsidePart] {
        let blank = InsidePart(worth: 0, isFull: true) { _ in }
        let isAiry = arrangement == .airy || arrangement == .large
        let gap = isAiry ? [blank] : []
        var parts = [InsidePart(worth: 100, isFull: true) { header.drawFrame(on: &$0) }] + gap
        for layer in after.layers.indices.reversed() {
            parts +=
                layerParts(layer, rows: arrangement == .large ? Self.doubledRows : arrangement == .flat ? 1 : 2) + gap
        }
        parts += memoryParts(rows: isAiry ? 2 : 1, isDoubled: arrangement == .large) + gap
        parts.append(InsidePart(label: "calls", worth: 35) { header.drawPrograms(on: &$0) })
        return parts + gap + argumentParts(isTall: isAiry)
    }

    /// The layer next to the heads stands first and matters most.
    private func layerParts(_ layer: Int, rows: Int) -> [InsidePart] {
        let worth = 80 - 10 * (after.layers.count - 1 - layer)
        let (old, new) = (before.layers[layer], after.layers[layer])
        return stateParts("hidden \(layer + 1)", Array(old.hidden), Array(new.hidden), scale: 1, rows, worth)
            + stateParts(
                "cell \(layer + 1)", Array(old.cell), Array(new.cell), scale: max(Self.largest(new.cell), 1), rows,
                worth - 1)
    }

    private func stateParts(
        _ name: String, _ old: [Float], _ new: [Float], scale: Float, _ rows: Int, _ worth: Int
    ) -> [InsidePart] {
        let isDoubled = rows == Self.doubledRows
        let width = stripWidth(isDoubled: isDoubled)
        let halves = hasColors && !isASCII
        let change = ChangeStrip(
            before: old, after: new, scale: scale, size: Size(width, rows), halves: halves, isDoubled: isDoubled)
        let limit = scale > 1 ? " ±\(Self.tenths(scale))" : ""
        return [
            strip(name + limit, new, scale: scale, rows, worth: worth, isDoubled),
            InsidePart(label: " change \(Self.tenths(change.largest))", worth: worth - 40, isMinor: true) { canvas in
                change.draw(on: &canvas)
            },
        ]
    }

    private func memoryParts(rows: Int, isDoubled: Bool) -> [InsidePart] {
        let others = isDoubled ? rows : 1
        let key = memory.keys[insight.program.rawValue]
        let asked = after.layers.last.map { memory.keyAsked(by: $0.hidden) } ?? []
        let embedding = memory.embeddings[insight.program.rawValue]
        return [
            strip("embedding", embedding, scale: max(Self.largest(embedding), 1e-6), rows, worth: 45, isDoubled),
            strip("its key", key, scale: max(Self.largest(key), 1e-6), others, worth: 46, isDoubled),
            strip("query", asked, scale: max(Self.largest(asked), 1e-6), others, worth: 44, isDoubled),
        ]
    }

    private func argumentParts(isTall: Bool) -> [InsidePart] {
        let arguments: Arguments? =
            switch insight.prediction.decision {
            case .call(_, let arguments), .act(let arguments): arguments
            case .end: nil
            }
        let isAction = if case .act = insight.prediction.decision { true } else { false }
        if !isAction, arguments == Arguments.none {
            return [
                InsidePart(label: "arguments", worth: 90) { $0.write(StyledText("none", .dim), in: $0.bounds.row(0)) }
            ]
        }
        let bars = (0..<Arguments.count).map { index in
            let chosen = arguments?[index]
            return ArgumentBars(
                prediction: insight.prediction, index: index, chosen: chosen,
                name: isAction ? chosen.flatMap { argumentName(index, $0) } : nil)
        }
        guard isTall else {
            return bars.map { bar in
                InsidePart(label: "argument \(bar.index + 1)", worth: 90) { bar.drawRow(on: &$0) }
            }
        }
        let columns = InsidePart(rows: Arguments.valueCount + 1, worth: 90, isFull: true) { canvas in
            let places = canvas.bounds.columns(bars.map { _ in .share(1) })
            for (bar, place) in zip(bars, places) {
                canvas.within(place.inset(right: 3)) { bar.drawColumn(on: &$0) }
            }
        }
        return [columns]
    }

    private func strip(
        _ label: String, _ values: [Float], scale: Float, _ rows: Int, worth: Int, _ isDoubled: Bool
    ) -> InsidePart {
        let strip = HeatStrip(values: values, scale: scale, hasColors: hasColors, isDoubled: isDoubled)
        let width = stripWidth(isDoubled: isDoubled)
        return InsidePart(label: label, rows: rows, worth: worth) { canvas in
            canvas.within(canvas.bounds.split(left: width).left) { strip.draw(on: &$0) }
        }
    }

    private static func largest(_ values: some Sequence<Float>) -> Float {
        values.reduce(0) { max($0, abs($1)) }
    }

    /// One decimal: "3.2".
    private static func tenths(_ value: Float) -> String {
        let tenths = value.isFinite ? Int(min(value, 999) * 10 + 0.5) : 9_990
        return "\(tenths / 10).\(tenths % 10)"
    }
}
