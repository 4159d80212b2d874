import NPIKit

/// A value that a person gives an environment, as a "what if": `azimuth 30`, `ptr1 2`, `out[0] 7`, `carry blank`.
///
/// The names are those of ``NamedValues``.
package struct ValueChange: Hashable, Sendable {
    /// What is changed, as a person calls it.
    package let name: String
    /// Its new value as typed: a number, or "blank".
    package let value: String
    private let place: Place
    private let number: Int?

    private enum Place: Hashable, Sendable {
        case value(Int)
        case cell(row: Int, place: Int)
    }

    /// Reads a change of `world`, with spaces or a "=" between name and value.
    ///
    /// - Throws: ``ValueChangeError`` if it cannot be made there.
    package init(_ text: String, in world: AnyScratchpad) throws(ValueChangeError) {
        let words = text.split { $0 == " " || $0 == "=" }.map(String.init)
        guard words.count == 2 else { throw .usage(example: world.changeExample) }
        (name, value) = (words[0].lowercased(), words[1].lowercased())
        place = try Self.place(name, in: world)
        number = Int(value)
        if number == nil, value != "blank" { throw .notANumber(value, example: world.changeExample) }
        try check(in: world)
    }

    private static func place(_ name: String, in world: AnyScratchpad) throws(ValueChangeError) -> Place {
        if let index = world.valueNames.firstIndex(of: name), name != "length" { return .value(index) }
        if let match = name.wholeMatch(of: /([a-z0-9_]+)\[([0-9]+)\]/),
            let row = world.rowNames.firstIndex(of: String(match.1)), let place = Int(match.2)
        {
            guard world.hasCell(at: place) else { throw .noSuchCell(name, last: world.lastPlace) }
            return .cell(row: row, place: place)
        }
        throw .unknownName(name, known: world.changeableNames)
    }

    /// Whether the new value can stand there.
    private func check(in world: AnyScratchpad) throws(ValueChangeError) {
        let allowed = allowedValues(in: world)
        guard let number else {
            guard allowed == 0...9, case .addition = world else { throw .noBlank(name) }
            return
        }
        guard allowed.contains(number) else { throw .outOfRange(name, number, allowed) }
        if case .car = world, !number.isMultiple(of: CarPose.step) { throw .offGrid(name, number) }
    }

    private func allowedValues(in world: AnyScratchpad) -> ClosedRange<Int> {
        guard case .value(let index) = place else { return 0...9 }
        switch world {
        case .addition(let pad): return index < AdditionRow.allCases.count ? 0...9 : 0...pad.columnCount - 1
        case .sorting(let pad):
            return index < 2 ? 0...9 : 0...pad.lastPosition(SortingPointer(valueIndex: index))
        case .car: return index % 2 == 0 ? -180...180 : 0...CarPose.highest
        }
    }

    /// Makes the change.
    package func perform(in world: inout AnyScratchpad) {
        switch world {
        case .addition(var pad):
            perform(in: &pad)
            world = .addition(pad)
        case .sorting(var pad):
            perform(in: &pad)
            world = .sorting(pad)
        case .car(let scene): world = .car(changed(scene))
        }
    }

    private func perform(in pad: inout AdditionPad) {
        let rows = AdditionRow.allCases
        let symbol = number.map(AdditionSymbol.digit) ?? .blank
        switch place {
        case .cell(let row, let place): pad.setCell(rows[row], pad.columnCount - 1 - place, to: symbol)
        case .value(let index) where index < rows.count:
            pad.setCell(rows[index], pad.pointer(rows[index]), to: symbol)
        case .value(let index):
            pad.setPointer(rows[index - rows.count], to: pad.columnCount - 1 - (number ?? 0))
        }
    }

    private func perform(in pad: inout SortingPad) {
        switch place {
        case .cell(_, let place): pad.setValue(place, to: UInt8(number ?? 0))
        case .value(0): pad.setValue(pad.position(.first), to: UInt8(number ?? 0))
        case .value(1): pad.setValue(pad.position(.second), to: UInt8(number ?? 0))
        case .value(let index): pad.setPosition(SortingPointer(valueIndex: index), to: number ?? 0)
        }
    }

    private func changed(_ scene: CarScene) -> CarScene {
        guard case .value(let index) = place, let number else { return scene }
        var angles = [scene.pose.azimuth, scene.pose.elevation, scene.target.azimuth, scene.target.elevation]
        angles[index] = number
        return CarScene(
            scene.car, from: CarPose(azimuth: angles[0], elevation: angles[1]),
            to: CarPose(azimuth: angles[2], elevation: angles[3]))
    }
}

extension SortingPointer {
    /// The pointer whose place is value `valueIndex` of ``SortingPad/valueNames``.
    fileprivate init(valueIndex: Int) {
        self = valueIndex == 2 ? .first : valueIndex == 3 ? .second : .sweeps
    }
}

extension AnyScratchpad {
    /// The names of values that a ``ValueChange`` can change, in the order in which they are offered.
    package var changeableNames: [String] { valueNames.filter { $0 != "length" } + rowNames.map { "\($0)[0]" } }

    /// A change that could be made, for messages.
    var changeExample: String { rowNames.last.map { "\($0)[0] 5" } ?? "azimuth 30" }

    fileprivate func hasCell(at place: Int) -> Bool { (0...lastPlace).contains(place) }

    fileprivate var lastPlace: Int {
        switch self {
        case .addition(let pad): pad.columnCount - 1
        case .sorting(let pad): pad.values.count - 1
        case .car: -1
        }
    }
}
