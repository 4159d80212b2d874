import Debugger
import NPIKit
import Scratchpads

/// The open frames as a client sees them, the innermost first.
struct StackView {
    let session: Session
    let source: SourceFile?
    let client: Client

    /// A run that has ended has no frame, but a client shows nothing without one.
    static let endFrame = Int(Int32.max)
    /// How many frames are told to who does not say how many; who wants more asks for them.
    private static let usualCount = 1_000

    /// The body of the response to `stackTrace`, which names the first frame and how many are wanted.
    func body(from start: Int, levels: Int?) -> JSON {
        guard session.depth > 0 else {
            return ["stackFrames": .array(start == 0 ? [ending] : []), "totalFrames": 1]
        }
        let wanted = levels.flatMap { $0 > 0 ? $0 : nil } ?? Self.usualCount
        let count = min(wanted, max(session.depth - start, 0))
        let frames = count == 0 ? [] : session.stack(limit: start + count).dropFirst(start).map(json)
        return ["stackFrames": .array(frames), "totalFrames": JSON(session.depth)]
    }

    private func json(_ frame: StackFrame) -> JSON {
        let line = line(of: frame)
        return .members([
            "id": JSON(frame.call),
            "name": .string(session.world.name(of: .call(frame.program, frame.arguments), in: session.library)),
            "source": line == nil ? nil : source?.json,
            "line": JSON(line.map(client.shown) ?? 0), "column": JSON(line == nil ? 0 : client.firstColumn),
            "canRestart": true,
        ])
    }

    /// Where a frame is in the task's file: the line that the innermost one carries out next, or the call that another one waits for.
    private func line(of frame: StackFrame) -> Int? {
        guard let source else { return nil }
        let isInnermost = frame.call == session.log.frame(at: session.position)
        let line =
            isInnermost
            ? session.expert?.line(
                program: frame.program, arguments: frame.arguments, step: frame.place, in: session.world)
            : session.expert?.lineDone(program: frame.program, step: frame.place)
        return line ?? source.lines.lines(of: session.library[frame.program])?.lowerBound
    }

    /// The top program after its return.
    private var ending: JSON {
        let name = session.library[session.program]
        let line = source?.lines.lines(of: name)?.upperBound
        return .members([
            "id": JSON(Self.endFrame),
            "name": .string(session.position == 0 ? "\(name), not called yet" : "\(name), returned"),
            "source": line == nil ? nil : source?.json,
            "line": JSON(line.map(client.shown) ?? 0), "column": JSON(line == nil ? 0 : client.firstColumn),
            "canRestart": false,
        ])
    }
}
