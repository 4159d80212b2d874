/// What a client has said of itself.
struct Client: Sendable {
    /// The number that it gives to the first line.
    var firstLine = 1
    /// The number that it gives to the first column.
    var firstColumn = 1
    /// Whether it takes the event that what it shows is out of date.
    var takesInvalidated = false

    /// Nothing is known of it yet.
    init() {}

    /// Reads the arguments of `initialize`.
    init(_ arguments: JSON) {
        firstLine = arguments["linesStartAt1"].bool == false ? 0 : 1
        firstColumn = arguments["columnsStartAt1"].bool == false ? 0 : 1
        takesInvalidated = arguments["supportsInvalidatedEvent"].bool ?? false
    }

    /// The client's number of a line, which is counted from 1 here.
    func shown(_ line: Int) -> Int { line - 1 + firstLine }

    /// A line that the client has named, counted from 1.
    func meant(_ line: Int) -> Int { line + 1 - firstLine }
}
