/// A request that sets breakpoints: which group it replaces, and by what.
struct BreakpointRequest {
    let group: BreakpointBook.Group
    let wishes: [BreakpointWish]

    /// Reads a request; nil for one about something else.
    ///
    /// - Throws: ``Refusal`` where it holds no list. A breakpoint that cannot be understood is told in its place of the response.
    init?(_ request: Request, from client: Client) throws(Refusal) {
        switch request.command {
        case "setBreakpoints":
            let source = request.arguments["source"]
            // By what never changes of it.
            let name = ["path", "sourceReference", "name"].first { !source[$0].isNull }
            group = BreakpointBook.Group(kind: .lines, source: name.map { .object([$0: source[$0]]) } ?? .null)
            let lines = try request.list("lines").map { ["line": $0] as JSON }
            let given = request.arguments["breakpoints"].isNull ? lines : try request.list("breakpoints")
            wishes = given.map { json in
                let line = json["line"].integer.map { BreakpointWish.Place.line(client.meant($0)) }
                return BreakpointWish(line ?? .nowhere("a breakpoint takes line, a whole number"), json)
            }
        case "setFunctionBreakpoints":
            group = BreakpointBook.Group(kind: .functions)
            wishes = try request.list("breakpoints").map { json in
                let words = json["name"].string.map { BreakpointWish.Place.words($0) }
                return BreakpointWish(words ?? .nowhere("a function breakpoint takes name, a text"), json)
            }
        case "setExceptionBreakpoints":
            group = BreakpointBook.Group(kind: .exceptions)
            let names = try request.list("filters").map { ["filterId": $0] as JSON }
            wishes = (names + (try request.list("filterOptions"))).map { json in
                let filter = ExceptionFilter(rawValue: json["filterId"].string ?? "").map(BreakpointWish.Place.filter)
                return BreakpointWish(filter ?? .nowhere("the filters are mistake and low-confidence"), json)
            }
        case "setDataBreakpoints":
            group = BreakpointBook.Group(kind: .data)
            wishes = try request.list("breakpoints").map { json in
                let watch = json["dataId"].string.map { BreakpointWish.Place.change($0) }
                return BreakpointWish(watch ?? .nowhere("a data breakpoint takes dataId, a text"), json)
            }
        default: return nil
        }
    }
}
