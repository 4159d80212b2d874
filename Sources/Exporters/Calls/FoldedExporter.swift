import Debugger
import Support

/// A line for each different stack and how many steps were spent in its innermost call or action, for flame graphs:
/// `ADD;ADD1;WRITE OUT 1 3`.
struct FoldedExporter: RunExporter {
    let name = "folded"
    let suffix = ".folded"
    let summary = "the calls, for flame graphs"

    /// With more than this it is not a flame graph any more, but a network that nests without end.
    private static let byteLimit = 1 << 28

    func write(_ run: ExportedRun, to output: inout some TextOutputStream) throws(StackError) {
        let calls = CallSequence(run)
        var stacks = StackCounts()
        var open: [Int] = []
        for call in calls.openCalls { open.append(stacks.child(calls.name(of: call), of: open.last)) }
        for record in calls.records {
            switch record.kind {
            case .call:
                open.append(stacks.child(calls.name(of: record), of: open.last))
                stacks.count(open[open.count - 1])
            case .act: stacks.count(stacks.child(calls.name(of: record), of: open.last))
            case .return: stacks.count(open.removeLast())
            }
        }
        guard stacks.byteCount <= Self.byteLimit else { throw StackError(byteCount: stacks.byteCount) }
        for stack in stacks.all.indices where stacks.all[stack].count > 0 {
            output.writeLine("\(stacks.path(of: stack)) \(stacks.all[stack].count)")
        }
    }
}

/// Stacks that are so deep and so many that their lines would fill a disk.
package struct StackError: Error, Hashable, CustomStringConvertible {
    /// How many bytes they would take.
    package var byteCount: Int

    /// One line for the user.
    package var description: String {
        """
        the stacks would take \(byteCount >> 20) MB, since they are so deep; export a part of the run with --from and --to
        """
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
