extension EventLog {
    /// The first position after `position` with at most `limit` open frames, or nil if the log ends before. O(depth).
    ///
    /// With the present depth as limit this is "step over", with one less "finish": both jump over whole calls.
    package func position(after position: Int, withDepthAtMost limit: Int) -> Int? {
        guard limit >= 0, position < count else { return nil }
        if depth(at: position + 1) <= limit { return position + 1 }
        // Until a frame above the limit returns, the depth stays above it: only the outermost such frame matters.
        guard let call = call(ofDepth: limit, at: position + 1) else { return nil }
        let end = events[call - 1].returnNumber
        return end == 0 ? nil : end
    }

    /// The last position before `position` with at most `limit` open frames, or nil if there is none. O(depth).
    package func position(before position: Int, withDepthAtMost limit: Int) -> Int? {
        guard limit >= 0, position > 0 else { return nil }
        if depth(at: position - 1) <= limit { return position - 1 }
        return call(ofDepth: limit, at: position - 1).map { $0 - 1 }
    }

    /// The first event that the expert would not have made; nil where none is known.
    package var firstMistake: Int? { mistakes.count > 0 ? mistakes[0] : nil }

    /// The number of the call of the open frame at `position` that has `depth` frames below it.
    private func call(ofDepth depth: Int, at position: Int) -> Int? {
        var call = frame(at: position)
        while call != 0, Int(events[call - 1].depth) > depth { call = Int(events[call - 1].frame) }
        return call == 0 ? nil : call
    }
}
