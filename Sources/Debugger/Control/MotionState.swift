/// A motion that has begun.
struct MotionState: Sendable {
    let motion: Motion
    /// Where it began.
    let origin: Int
    /// How many frames are open when a "finish" is done.
    let finishDepth: Int
    /// How far stops have been looked for.
    var checked: Int

    /// Where it ends as far as `log` tells; nil if that lies beyond, or nowhere.
    func target(in log: EventLog) -> Int? {
        let depth = log.depth(at: origin)
        switch motion {
        case .step(.forward): return origin < log.count ? origin + 1 : nil
        case .over(.forward): return log.position(after: origin, withDepthAtMost: depth)
        case .finish(.forward): return log.position(after: origin, withDepthAtMost: finishDepth)
        case .go(let position): return position <= log.count ? max(position, 0) : nil
        case .run(.forward), .toEnd: return nil
        case .step(.backward): return origin - 1
        case .over(.backward): return log.position(before: origin, withDepthAtMost: depth) ?? 0
        case .finish(.backward): return log.position(before: origin, withDepthAtMost: finishDepth) ?? 0
        case .run(.backward), .toStart: return 0
        }
    }

    /// Whether it ends at the newest event of `log`, all before having been looked at.
    func endsAtFrontier(of log: EventLog) -> Bool {
        let depth = log.depth(at: origin)
        switch motion {
        case .step: return true
        case .over: return log.depth(at: log.count) <= depth
        case .finish: return log.depth(at: log.count) <= finishDepth
        case .go(let position): return position == log.count
        case .run, .toEnd, .toStart: return false
        }
    }

    var isBackward: Bool {
        switch motion {
        case .step(let direction), .over(let direction), .finish(let direction), .run(let direction):
            direction == .backward
        case .go(let position): position < origin
        case .toStart: true
        case .toEnd: false
        }
    }
}
