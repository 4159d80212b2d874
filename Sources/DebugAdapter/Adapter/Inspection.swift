import Debugger
import Scratchpads
import Support

/// Answers what changes nothing.
struct Inspection {
    let run: DebuggedRun
    let book: BreakpointBook
    let client: Client

    /// The body of the response to a request; nil for one about something else.
    ///
    /// - Throws: ``Refusal`` where there is nothing to tell.
    func body(_ request: Request) throws -> JSON? {
        switch request.command {
        case "source": return try source(request)
        case "loadedSources": return ["sources": .array([run.source?.json].compactMap(\.self))]
        case "breakpointLocations": return try breakpointLocations(request)
        default: break
        }
        // Of a run that moves, nothing is shown.
        let isKnown = Self.whileStopped.contains(request.command)
        guard !run.isMoving || !isKnown else { throw Refusal("the run is moving; pause it first") }
        let session = run.session
        switch request.command {
        case "stackTrace":
            return StackView(session: session, source: run.source, client: client).body(
                from: max(request.arguments["startFrame"].integer ?? 0, 0), levels: request.arguments["levels"].integer)
        case "scopes": return try ScopeView(session: session).scopes(of: request.integer("frameId"))
        case "variables": return try ScopeView(session: session).variables(request)
        case "evaluate": return try ValueView(session: session).evaluate(request)
        case "completions": return try ValueView(session: session).completions(request)
        case "dataBreakpointInfo": return try ValueView(session: session).dataBreakpointInfo(request)
        case "gotoTargets": return try GotoView(session: session, source: run.source, client: client).targets(request)
        case "exceptionInfo" where !run.isAtException:
            throw Refusal("the run has not stopped at a mistake or at low confidence")
        case "exceptionInfo": return try StopView(session: session, book: book).exceptionInfo()
        default: return nil
        }
    }

    private static let whileStopped: Set<String> = [
        "stackTrace", "scopes", "variables", "evaluate", "completions", "dataBreakpointInfo", "gotoTargets",
        "exceptionInfo",
    ]

    private func source(_ request: Request) throws(Refusal) -> JSON {
        guard let source = run.source else { throw Refusal("\(run.session.problem.task.name) has no file") }
        let reference: JSON = .members(["sourceReference": request.arguments["sourceReference"]])
        let named = request.arguments["source"]
        if let objection = source.objection(to: named.isNull ? reference : named) { throw Refusal(objection) }
        return ["content": .string(source.text), "mimeType": "text/plain"]
    }

    private func breakpointLocations(_ request: Request) throws(Refusal) -> JSON {
        let first = client.meant(try request.integer("line"))
        let last = request.arguments["endLine"].integer.map(client.meant) ?? first
        guard let source = run.source, source.objection(to: request.arguments["source"]) == nil else {
            return ["breakpoints": []]
        }
        let lines = source.activeLines(from: first, to: last)
        return ["breakpoints": .array(lines.map { ["line": JSON(client.shown($0))] })]
    }
}
