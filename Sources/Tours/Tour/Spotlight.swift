import Debugger
package import Scratchpads
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
        /// The text of the task, in the place of the calls.
        case source
        /// The steps in plain words.
        case words
    }

    /// A part of the screen.
    case part(Part)
    /// A row of the environment, an index of its cells.
    case row(Int)
    /// A place of a row.
    case cell(CellAddress)
    /// A pointer, an index of the environment's cells.
    case pointer(Int)

    /// Reads `word`, which stands at `node`, of a tour that begins in `world`.
    init(_ word: String, _ node: TourNode, in world: AnyScratchpad) throws(TourError) {
        let word = word.lowercased()
        let cells = world.cells
        let (name, place) = CellAddress.parts(of: word)
        if let row = cells.firstIndex(where: { $0.placeCount != nil && $0.name == name }) {
            guard place != nil else {
                self = .row(row)
                return
            }
            do throws(CellError) {
                self = .cell(try CellAddress(word, in: cells))
            } catch {
                let last = (cells[row].placeCount ?? 0) - 1
                throw node.error("there is no cell \(word); \(name) has \(name)[0] to \(name)[\(last)]")
            }
        } else if let pointer = cells.firstIndex(where: { $0.isPointer && $0.name == word }) {
            self = .pointer(cells[pointer].alias ?? pointer)
        } else if let part = Part(rawValue: word == "prediction" ? Part.next.rawValue : word) {
            self = .part(part)
        } else {
            let pointers = cells.filter { $0.isPointer && $0.alias == nil }.map(\.name)
            let known = Part.allCases.map(\.rawValue) + world.rowNames + pointers
            throw node.error(
                "there is no \(word.prefix(40)) to look at\(String(word.prefix(40)).meaning(oneOf: known))")
        }
    }
}
