import Debugger
import TerminalKit

extension CallExport {
    /// More than this is no flame graph any more, but a network that nests without end.
    static let foldedByteLimit = 1 << 28

    /// Writes `ADD;ADD1;WRITE OUT 1 3`: a stack, and how many steps were spent in its innermost call or action.
    func writeFolded(to output: inout some TextOutputStream) throws(CallExportError) {
        var stacks = StackCounts()
        var open: [Int] = []
        for name in namesOfOpenCalls { open.append(stacks.child(name, of: open.last)) }
        for record in records {
            switch record.kind {
            case .call:
                open.append(stacks.child(session.name(of: record), of: open.last))
                stacks.count(open[open.count - 1])
            case .act: stacks.count(stacks.child(session.name(of: record), of: open.last))
            case .return: stacks.count(open.removeLast())
            }
        }
        guard stacks.byteCount <= Self.foldedByteLimit else { throw .tooManyStacks(byteCount: stacks.byteCount) }
        for stack in stacks.all.indices where stacks.all[stack].count > 0 {
            output.write("\(stacks.path(of: stack)) \(stacks.all[stack].count)\n")
        }
    }
}

/// Different stacks as a tree, with how often each was counted.
private struct StackCounts {
    struct Stack {
        var name: String
        var parent: Int?
        /// How many bytes its line takes, nearly.
        var length: Int
        var count = 0
    }

    private struct Key: Hashable {
        var name: String
        var parent: Int?
    }

    private(set) var all: [Stack] = []
    private(set) var byteCount = 0
    private var indices: [Key: Int] = [:]

    /// The stack with `name` on top of `parent`.
    mutating func child(_ name: String, of parent: Int?) -> Int {
        let key = Key(name: name, parent: parent)
        if let index = indices[key] { return index }
        indices[key] = all.count
        all.append(
            Stack(name: name, parent: parent, length: name.utf8.count + 1 + (parent.map { all[$0].length } ?? 0)))
        return all.count - 1
    }

    mutating func count(_ stack: Int) {
        if all[stack].count == 0 { byteCount += all[stack].length }
        all[stack].count += 1
    }

    /// The names from the outermost on, with semicolons between.
    func path(of stack: Int) -> String {
        var names: [String] = []
        var next: Int? = stack
        while let index = next {
            names.append(all[index].name)
            next = all[index].parent
        }
        return names.reversed().joined(separator: ";")
    }
}
