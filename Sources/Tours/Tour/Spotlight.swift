import Debugger
import Scratchpads
import Support

/// Something that a stop shows to the viewer: a part of the screen, or a part of the environment.
package enum Spotlight: Hashable, Sendable {
    /// A part of the screen.
    package enum Part: String, CaseIterable, Hashable, Sendable {
        /// The environment.
        case scratchpad
        /// The call stack.
        case stack
        /// What the network says of the next event.
        case next
        /// The calls.
        case trace
        /// The steps in plain words.
        case words
    }

    /// A part of the screen.
    case part(Part)
    /// A row of the environment, by the index of its name.
    case row(Int)
    /// A cell of a row, counted as in breakpoints.
    case cell(row: Int, place: Int)
    /// A pointer: that of a row of addition, or pointer 1, 2 or 3 of sorting, from 0.
    case pointer(Int)

    /// Reads `word`, which stands at `node`, of a tour that begins in `world`.
    init(_ word: String, _ node: TourNode, in world: AnyScratchpad) throws(TourError) {
        let word = word.lowercased()
        let (name, place) = Self.cell(word)
        if let row = world.rowNames.firstIndex(of: name) {
            guard let place else {
                self = .row(row)
                return
            }
            guard (0..<world.cellCount).contains(place) else {
                throw node.error("there is no cell \(word); \(name) has \(name)[0] to \(name)[\(world.cellCount - 1)]")
            }
            self = .cell(row: row, place: place)
        } else if let pointer = world.pointerNames.firstIndex(of: word == "sweeps" ? "ptr3" : word) {
            self = .pointer(pointer)
        } else if let part = Part(rawValue: word) {
            self = .part(part)
        } else {
            let known = Part.allCases.map(\.rawValue) + world.rowNames + world.pointerNames
            throw node.error(
                "there is no \(word.prefix(40)) to look at\(String(word.prefix(40)).meaning(oneOf: known))")
        }
    }

    /// The name and the place of `carry[1]`.
    private static func cell(_ word: String) -> (name: String, place: Int?) {
        guard word.hasSuffix("]"), let bracket = word.firstIndex(of: "[") else { return (word, nil) }
        let place = Int(word[word.index(after: bracket)...].dropLast())
        return (String(word[..<bracket]), place ?? -1)
    }
}

extension AnyScratchpad {
    /// How many cells each row has.
    fileprivate var cellCount: Int {
        switch self {
        case .addition(let pad): pad.columnCount
        case .sorting(let pad): pad.values.count
        case .car: 0
        }
    }

    /// What the pointers are called.
    fileprivate var pointerNames: [String] { valueNames.filter { $0.hasPrefix("ptr") } }
}
