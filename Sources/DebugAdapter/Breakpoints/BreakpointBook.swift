import Debugger
import NPIKit
import Scratchpads

/// The breakpoints that a client has set, and what became of them in the run.
struct BreakpointBook: Sendable {
    /// By which request they were set.
    enum Kind: Hashable, Sendable {
        case lines, functions, exceptions, data
    }

    /// Breakpoints that are replaced as a whole.
    struct Group: Hashable, Sendable {
        var kind: Kind
        /// The file that the lines are of.
        var source: JSON = .null
    }

    /// A breakpoint as a client knows it.
    struct Entry: Sendable {
        var id: Int
        var wish: BreakpointWish
        /// The stop point in the run that stands for it; other breakpoints may share it.
        var point: StopPoint.ID?
        /// What a person should know of it.
        var message: String?
        /// The line where it is.
        var line: Int?
    }

    private var groups: [Group: [Entry]] = [:]
    private var nextID = 1

    private var all: [Entry] { groups.values.joined().sorted { $0.id < $1.id } }

    /// The files that a client has set breakpoints in.
    var sources: [JSON] { groups.keys.filter { $0.kind == .lines }.map(\.source) }

    /// The numbers of those that stand for one of `points`.
    func ids(of points: [StopPoint.ID]) -> [Int] {
        all.filter { entry in entry.point.map(points.contains) ?? false }.map(\.id)
    }

    /// The kinds of those that stand for `point`.
    func kinds(of point: StopPoint.ID) -> Set<Kind> {
        Set(groups.filter { $0.value.contains { $0.point == point } }.map(\.key.kind))
    }

    /// The log points that are in the run.
    var logPoints: [(point: StopPoint.ID, message: LogMessage, line: Int?)] {
        all.compactMap { entry in
            entry.point.flatMap { point in entry.wish.logMessage.map { (point, $0, entry.line) } }
        }
    }

    /// Replaces a group, in the run too if there is one: `session` is it, and `source` its task's file. Returns the group.
    mutating func replace(
        _ group: Group, with wishes: [BreakpointWish], in session: inout Session?, of source: SourceFile?
    ) -> [Entry] {
        let old = groups[group, default: []].compactMap(\.point)
        var new = wishes.map { wish in
            defer { nextID += 1 }
            return Entry(id: nextID, wish: wish, message: "it is set when the run is launched")
        }
        if session != nil { new = new.map { $0.set(in: &session!, group, of: source) } }
        groups[group] = new
        // The new ones came first: what is known of those that stay is kept.
        let kept = Set(all.compactMap(\.point))
        for point in old where !kept.contains(point) { session?.stopPoints.remove(point) }
        return new
    }

    /// Sets all of them in a run that has just been opened, and no others. Returns them.
    mutating func setAll(in session: inout Session, of source: SourceFile?) -> [Entry] {
        session.stopPoints = StopPointTable()
        for group in groups.keys {
            groups[group] = groups[group, default: []].map { $0.set(in: &session, group, of: source) }
        }
        return all
    }
}

extension BreakpointBook.Entry {
    /// It, set in the run.
    fileprivate func set(
        in session: inout Session, _ group: BreakpointBook.Group, of source: SourceFile?
    ) -> BreakpointBook.Entry {
        var entry = BreakpointBook.Entry(id: id, wish: wish)
        do {
            if group.kind == .lines {
                guard let source else { throw Refusal("\(session.problem.task.name) has no file with lines") }
                if let objection = source.objection(to: group.source) { throw Refusal(objection) }
            }
            let text = try wish.text()
            try wish.logMessage?.check(in: session)
            let point = group.kind == .data ? try session.addWatch(text) : try session.addBreakpoint(text)
            (entry.point, entry.message, entry.line) = (point.id, point.note, point.line(in: session))
        } catch let error as SpecError {
            entry.message = error.what
        } catch {
            entry.message = "\(error)"
        }
        return entry
    }

    /// As `client` is told, `source` being the task's file.
    func json(in source: SourceFile?, for client: Client) -> JSON {
        .members([
            "id": JSON(id), "verified": .bool(point != nil), "message": message.map { .string($0) },
            "line": line.map { JSON(client.shown($0)) }, "source": line == nil ? nil : source?.json,
        ])
    }
}

extension StopPoint {
    /// The line of the task's file where it stops; nil where it is about none.
    fileprivate func line(in session: Session) -> Int? {
        switch spec?.trigger {
        case .line(let line, _)?: line
        case .call(let program)?: session.problem.task.sourceLines?.lines(of: session.library[program])?.lowerBound
        default: nil
        }
    }
}
