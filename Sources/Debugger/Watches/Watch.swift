/// A value that a person keeps an eye on.
public struct Watch: Hashable, Identifiable, Sendable {
    /// A number that a person can type; never used twice in a session.
    public typealias ID = Int

    /// Its number.
    public let id: ID
    /// What is watched.
    public let expression: Expression
    /// How a person says that.
    public let text: String
    /// Whether a change of it stops the run.
    public var stopsRun = false

    /// What sort of value it is, for showing it.
    public enum Kind: Hashable, Sendable {
        /// A number, such as a digit or a pointer's place.
        case number
        /// A probability or an entropy.
        case measure
        /// A program.
        case program
        /// Something that is so or not.
        case condition
    }

    /// What sort of value it is.
    public var kind: Kind {
        switch expression {
        case .forecast, .chance: .measure
        case .program, .run(.program): .program
        case .not, .within: .condition
        case .binary(let operation, _, _): [.plus, .minus, .times].contains(operation) ? .number : .condition
        default: .number
        }
    }
}

/// What a watch shows at a position.
public struct WatchReading: Hashable, Sendable {
    /// The value; nil for a blank cell, or where it is not known yet.
    public var value: Double?
    /// The value before it last changed; nil where it has not changed yet, or was blank.
    public var before: Double?
    /// The step at which it last changed; nil where it has not.
    public var changedAt: Int?
}

/// The watches of a session, in the order in which they were set.
public struct WatchTable: Hashable, Sendable {
    /// The watches.
    public private(set) var all: [Watch] = []

    private var nextID = 1

    /// No watches.
    public init() {}

    /// The watch `id`, or nil.
    public subscript(id: Watch.ID) -> Watch? {
        all.first { $0.id == id }
    }

    /// Watches `expression`, and returns the watch; one that is there already is kept.
    @discardableResult
    public mutating func add(_ expression: Expression, text: String, stopsRun: Bool = false) -> Watch {
        if let index = all.firstIndex(where: { $0.expression == expression }) {
            if stopsRun { all[index].stopsRun = true }
            return all[index]
        }
        let watch = Watch(id: nextID, expression: expression, text: text, stopsRun: stopsRun)
        all.append(watch)
        nextID += 1
        return watch
    }

    /// Removes watch `id`, if it is there.
    public mutating func remove(_ id: Watch.ID) {
        all.removeAll { $0.id == id }
    }

    /// Removes all watches.
    public mutating func removeAll() {
        all = []
    }

    /// Lets a change of watch `id` stop the run, or not.
    public mutating func setStopsRun(_ stops: Bool, _ id: Watch.ID) {
        guard let index = all.firstIndex(where: { $0.id == id }) else { return }
        all[index].stopsRun = stops
    }
}
