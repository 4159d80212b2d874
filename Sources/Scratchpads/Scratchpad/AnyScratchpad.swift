public import NPIKit

/// Whichever scratchpad a task has, so that a session, a recording or a training can hold it.
///
/// Changes are made in place where nothing else shares the scratchpad, so a step takes the same time at any length.
public struct AnyScratchpad: Scratchpad {
    private var base: any Scratchpad

    /// Wraps `base`, once.
    public init(_ base: some Scratchpad) {
        self.base = (base as? AnyScratchpad)?.base ?? base
    }

    /// The scratchpad within, if it is of this type.
    public func unwrapped<World: Scratchpad>(as type: World.Type = World.self) -> World? {
        Self.open(base, as: World.self)
    }

    /// A cast, without the search that a cast of what may be anything begins with: it is made at every step.
    private static func open<Base: Scratchpad, World: Scratchpad>(_ base: Base, as type: World.Type) -> World? {
        Base.self == World.self ? unsafeBitCast(base, to: World.self) : base as? World
    }

    /// That of the scratchpad within.
    public var observationSpec: ObservationSpec { base.observationSpec }
    /// Lets the scratchpad within write what may be seen of it.
    public func observe(into observation: inout Observation) { base.observe(into: &observation) }
    /// Lets the scratchpad within write its image.
    public func look(into pixels: inout [UInt8]) { base.look(into: &pixels) }
    /// That of the scratchpad within.
    public var imageKey: ImageKey { base.imageKey }
    /// Performs the action in the scratchpad within.
    public mutating func perform(_ arguments: Arguments) -> Effect { base.perform(arguments) }
    /// Takes the latest action back in the scratchpad within.
    public mutating func undo(_ effect: Effect) { base.undo(effect) }

    /// Those of the scratchpad within.
    public var cells: [Cell] { base.cells }
    /// That of the scratchpad within.
    public func value(of cell: Int, at place: Int) -> Int? { base.value(of: cell, at: place) }
    /// Sets it in the scratchpad within.
    public mutating func set(_ value: Int?, of cell: Int, at place: Int) { base.set(value, of: cell, at: place) }
    /// That of the scratchpad within.
    public func action(_ arguments: Arguments) -> Action? { base.action(arguments) }
    /// That of the scratchpad within.
    public func argumentName(_ index: Int, _ value: Int) -> String? { base.argumentName(index, value) }
    /// That of the scratchpad within.
    public func categoryName(_ category: Int, of field: Int) -> String? { base.categoryName(category, of: field) }
    /// Those of the scratchpad within.
    public var imageQuestions: [ImageQuestion] { base.imageQuestions }
    /// That of the scratchpad within.
    public func highlight(of arguments: Arguments, _ effect: Effect) -> Highlight? {
        base.highlight(of: arguments, effect)
    }
    /// That of the scratchpad within.
    public var drawing: Drawing { base.drawing }
}

extension AnyScratchpad: Hashable {
    /// Whether both are of the same type and equal.
    public static func == (left: AnyScratchpad, right: AnyScratchpad) -> Bool { left.base.isEqual(to: right.base) }

    /// Feeds the scratchpad within to `hasher`.
    public func hash(into hasher: inout Hasher) { base.hash(into: &hasher) }
}

extension Scratchpad {
    fileprivate func isEqual(to other: any Scratchpad) -> Bool { (other as? Self) == self }
}
