/// Which of the open frames is looked at.
struct FrameSelection: Hashable, Sendable {
    /// How many frames lie within it: 0 for the innermost.
    private(set) var index = 0

    /// Chooses the caller, `depth` frames being open. Returns false at the top program.
    mutating func selectCaller(depth: Int) -> Bool {
        guard index + 1 < depth else { return false }
        index += 1
        return true
    }

    /// Chooses the frame that the present one has called. Returns false at the innermost.
    mutating func selectCallee() -> Bool {
        guard index > 0 else { return false }
        index -= 1
        return true
    }

    /// Chooses the frame with `index` frames within it, or the nearest of the `depth` that are open.
    mutating func select(_ index: Int, depth: Int) {
        self.index = min(max(index, 0), max(depth - 1, 0))
    }
}
