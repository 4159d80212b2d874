/// A value that a person keeps an eye on.
package struct Watch: Hashable, Identifiable, Sendable {
    /// A number that a person can type; never used twice in a session.
    package typealias ID = Int

    /// Its number.
    package let id: ID
    /// What is watched.
    package let expression: Expression
    /// How a person says that.
    package let text: String
    /// Whether a change of it stops the run.
    package var stopsRun = false

    /// What sort of value it is, for showing it.
    package enum Kind: Hashable, Sendable {
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
    package var kind: Kind {
        switch expression {
        case .prediction, .chance: .measure
        case .program, .run(.program): .program
        case .not, .within: .condition
        case .binary(let operation, _, _): [.plus, .minus, .times].contains(operation) ? .number : .condition
        default: .number
        }
    }
}

/// What a watch shows at a position.
package struct WatchReading: Hashable, Sendable {
    /// The value; nil for a blank cell, or where it is not known yet.
    package var value: Double?
    /// The value before it last changed; nil where it has not changed yet, or was blank.
    package var before: Double?
    /// The step at which it last changed; nil where it has not.
    package var changedAt: Int?
}

/// The watches of a session, in the order in which they were set.
package struct WatchTable: Hashable, Sendable {
    /// The watches.
    package private(set) var all: [Watch] = []

    private var nextID = 1

    /// No watches.
    package init() {}

    /// The watch `id`, or nil.
    package subscript(id: Watch.ID) -> Watch? {
        all.first { $0.id == id }
    }

    /// Watches `expression`, and returns the watch; one that is there already is kept.
    @discardableResult
    package mutating func add(_ expression: Expression, text: String, stopsRun: Bool = false) -> Watch {
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
    package mutating func remove(_ id: Watch.ID) {
        all.removeAll { $0.id == id }
    }

    /// Removes all watches.
    package mutating func removeAll() {
        all = []
    }

    /// Lets a change of watch `id` stop the run, or not.
    package mutating func setStopsRun(_ stops: Bool, _ id: Watch.ID) {
        guard let index = all.firstIndex(where: { $0.id == id }) else { return }
        all[index].stopsRun = stops
    }
}
