/// The trace as an outline: one line a call or an action, calls that can be folded; returns have no line.
///
/// A folded call is named by its number; `isFolded` is asked for calls only. Each step costs O(depth).
extension EventLog {
    /// The line after line `number`, or the first line after 0; nil at the end.
    package func line(after number: Int, isFolded: (Int) -> Bool) -> Int? {
        var next = number + 1
        if number > 0, events[number - 1].kind == .call, isFolded(number) {
            let end = events[number - 1].returnNumber
            guard end != 0 else { return nil }
            next = end + 1
        }
        while next <= count {
            if events[next - 1].kind != .return { return next }
            next += 1
        }
        return nil
    }

    /// The line before line `number`, which is visible itself; nil at the start.
    package func line(before number: Int, isFolded: (Int) -> Bool) -> Int? {
        var previous = number - 1
        while previous > 0 {
            let event = events[previous - 1]
            guard event.kind == .return else { return previous }
            let call = Int(event.frame)
            if isFolded(call) { return call }
            previous -= 1
        }
        return nil
    }

    /// The visible line that stands for event `number`: its own, its call's for a return, or the outermost folded call
    /// around it.
    package func line(showing number: Int, isFolded: (Int) -> Bool) -> Int {
        var line = events[number - 1].kind == .return ? Int(events[number - 1].frame) : number
        var call = Int(events[line - 1].frame)
        while call != 0 {
            if isFolded(call) { line = call }
            call = Int(events[call - 1].frame)
        }
        return line
    }
}
