import NPIKit

extension Session {
    /// How many frames are open at the position.
    package var depth: Int { log.depth(at: position) }

    /// The open frames at the position, the innermost first, at most `limit` of them.
    package func stack(limit: Int = .max) -> [StackFrame] {
        log.stack(at: position, limit: limit)
    }

    /// The frame that is looked at; nil when none is open.
    package var selectedFrame: StackFrame? {
        let frames = log.stack(at: position, limit: selection + 1)
        return frames.indices.contains(selection) ? frames[selection] : nil
    }

    /// Looks at the caller of the selected frame. Returns false at the top program.
    @discardableResult
    package mutating func selectCaller() -> Bool {
        guard selection + 1 < depth else { return false }
        selection += 1
        return true
    }

    /// Looks at the frame that the selected one has called. Returns false at the innermost.
    @discardableResult
    package mutating func selectCallee() -> Bool {
        guard selection > 0 else { return false }
        selection -= 1
        return true
    }

    /// Looks at the frame with `index` frames within it.
    package mutating func selectFrame(_ index: Int) {
        selection = min(max(index, 0), max(depth - 1, 0))
    }
}
