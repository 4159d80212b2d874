import Debugger
import Scratchpads

/// The steps to which a client can go from a line of the task's file.
struct GotoView {
    let session: Session
    let source: SourceFile?
    let client: Client

    /// How many events a run is run ahead to find the line.
    private static let reach = 4_096

    /// The body of the response to `gotoTargets`: when the line is carried out next, last, and for the first time.
    func targets(_ request: Request) throws -> JSON {
        guard let source else { throw Refusal("\(session.problem.task.name) has no file with lines") }
        if let objection = source.objection(to: request.arguments["source"]) { throw Refusal(objection) }
        let line = client.meant(try request.integer("line"))
        let place: LinePlace
        do throws(SpecError) {
            place = try self.session.linePlace(line)
        } catch {
            throw Refusal(error.what)
        }
        var session = self.session
        session.stopPoints = StopPointTable()
        session.stopPoints.add(BreakpointSpec(place.trigger), text: place.text)
        let found = [("next", next(from: session)), ("last", last(before: session)), ("first", first(in: session))]
        var known: Set<Int> = []
        let targets = found.compactMap { word, step -> JSON? in
            guard let step, known.insert(step).inserted else { return nil }
            return [
                "id": JSON(step), "label": .string("step \(step), the \(word) time"),
                "line": JSON(client.shown(place.line)),
            ]
        }
        return ["targets": .array(targets)]
    }

    private func next(from session: Session) -> Int? {
        var session = session
        session.begin(.run(.forward))
        for _ in 0..<Self.reach / 64 {
            guard case .stopped(let reason) = session.advance(budget: 64) else { continue }
            return position(of: session, reason)
        }
        return nil
    }

    private func last(before session: Session) -> Int? {
        var session = session
        let reason = session.perform(.run(.backward))
        return position(of: session, reason)
    }

    private func first(in session: Session) -> Int? {
        var session = session
        session.perform(.toStart)
        return next(from: session)
    }

    private func position(of session: Session, _ reason: StopReason) -> Int? {
        if case .breakpoint = reason { session.position } else { nil }
    }
}
