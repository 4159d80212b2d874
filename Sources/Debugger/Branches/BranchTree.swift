/// One branch of a run: the original run, or one that began where a person changed something.
package struct Branch: Identifiable, Sendable {
    /// A number that a person can type.
    package typealias ID = Int

    /// Its number; 1 is the original run.
    package let id: ID
    /// What was changed, and where.
    package let name: String
    /// The command that made the change, such as "set carry[1] = 0" or "force CARRY"; nil where no command can make it again.
    package let command: String?
    /// The branch from which it branched off; nil for the original run.
    package let parent: ID?
    /// Up to which step it has the events of its parent.
    package let start: Int
    /// The session as it was when this branch was left; of the present one, as it began.
    package fileprivate(set) var session: Session
}

/// The branches that a person has tried, and which of them is the present one.
///
/// Sessions share their memory, so a branch costs little more than the events in which it differs.
package struct BranchTree: Sendable {
    /// How many are kept; older ones that led nowhere go first.
    static let limit = 32

    /// The branches, in the order in which they began; empty before the first change.
    package private(set) var all: [Branch] = []
    /// The present one.
    package private(set) var current: Branch.ID = 1

    private var nextID = 2

    /// The original run alone.
    package init() {}

    /// Branches that are known already, in the order in which they began.
    init(_ all: [Branch], current: Branch.ID) {
        self.all = all
        self.current = current
        nextID = (all.map(\.id).max() ?? 1) + 1
    }

    /// Every branch with its session as it is by now, `present` being that of the present one.
    func runs(_ present: Session) -> [Branch] {
        guard !all.isEmpty else {
            return [Branch(id: 1, name: "original run", command: nil, parent: nil, start: 0, session: present)]
        }
        return all.map { branch in
            var branch = branch
            if branch.id == current { branch.session = present }
            return branch
        }
    }

    /// The branch `id`, or nil.
    package subscript(id: Branch.ID) -> Branch? {
        all.first { $0.id == id }
    }

    /// Begins the branch `after`, which a change of `before` made, and makes it the present one.
    ///
    /// - Parameters:
    ///   - name: What was changed, and where.
    ///   - command: What is typed to change it again.
    package mutating func begin(
        _ name: String, command: String? = nil, from before: Session, to after: Session
    ) {
        if all.isEmpty {
            all = [Branch(id: 1, name: "original run", command: nil, parent: nil, start: 0, session: before)]
        }
        leave(before)
        all.append(
            Branch(
                id: nextID, name: name, command: command, parent: current, start: before.position, session: after))
        current = nextID
        nextID += 1
        prune()
    }

    /// Makes the branch `id` the present one; `session` is what is left of the one so far.
    ///
    /// - Returns: The session as it was left, with the present breakpoints and watches; nil if there is no such branch.
    package mutating func select(_ id: Branch.ID, leaving session: Session) -> Session? {
        leave(session)
        guard var chosen = self[id]?.session else { return nil }
        current = id
        chosen.adoptStops(of: session)
        return chosen
    }

    /// The branch from which the present one branched off; nil for the original run.
    package var parent: Branch.ID? { self[current]?.parent.flatMap { self[$0]?.id } }

    /// Up to which step the branch `id` has the events of the present one for certain.
    package func commonStart(with id: Branch.ID) -> Int {
        let mine = path(to: current)
        let other = path(to: id)
        let shared = zip(mine, other).prefix { $0.id == $1.id }.count
        let starts = (mine.dropFirst(shared) + other.dropFirst(shared)).map(\.start)
        return starts.min() ?? .max
    }

    /// The branches from the original run to `id`.
    private func path(to id: Branch.ID) -> [Branch] {
        var path: [Branch] = []
        var next: Branch.ID? = id
        while let present = next.flatMap({ self[$0] }) {
            path.append(present)
            next = present.parent
        }
        return path.reversed()
    }

    private mutating func leave(_ session: Session) {
        guard let index = all.firstIndex(where: { $0.id == current }) else { return }
        all[index].session = session
    }

    private mutating func prune() {
        guard all.count > Self.limit else { return }
        let kept = Set(path(to: current).map(\.id) + all.compactMap(\.parent))
        guard let index = all.firstIndex(where: { !kept.contains($0.id) }) ?? all.indices.dropFirst().first else {
            return
        }
        all.remove(at: index)
    }
}

extension Session {
    /// Takes what a person has set up in `other`: breakpoints, watches, and bookmarks at steps that are known here.
    package mutating func adoptSettings(of other: Session) {
        adoptStops(of: other)
        bookmarks = other.bookmarks
        bookmarks.cut(after: log.count)
    }

    /// Whether neither was changed by a person since they were one.
    package func hasSameIdentity(as other: Session) -> Bool { history.identity === other.history.identity }

    /// Takes the breakpoints and watches of `other`.
    mutating func adoptStops(of other: Session) {
        stopPoints = other.stopPoints
        stopPoints.dropScans()
    }

    /// The number of the first event in which this branch differs from `other`, the first `start` being the same for
    /// certain; nil where none does, as far as both are known.
    package func parting(from other: Session, after start: Int = 0) -> Int? {
        let count = min(log.count, other.log.count)
        var number = max(min(start, count), 0)
        while number < count {
            number += 1
            if log.events[number - 1].event != other.log.events[number - 1].event { return number }
        }
        return log.count == other.log.count ? nil : count + 1
    }
}
