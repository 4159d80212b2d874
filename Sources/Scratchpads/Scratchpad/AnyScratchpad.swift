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
    public func unwrapped<World: Scratchpad>(as type: World.Type = World.self) -> World? { base as? World }

    public var observationSpec: ObservationSpec { base.observationSpec }
    public func observe(into observation: inout Observation) { base.observe(into: &observation) }
    public func look(into pixels: inout [UInt8]) { base.look(into: &pixels) }
    public var imageKey: ImageKey { base.imageKey }
    public mutating func perform(_ arguments: Arguments) -> Effect { base.perform(arguments) }
    public mutating func undo(_ effect: Effect) { base.undo(effect) }

    public var cells: [Cell] { base.cells }
    public func value(of cell: Int, at place: Int) -> Int? { base.value(of: cell, at: place) }
    public mutating func set(_ value: Int?, of cell: Int, at place: Int) { base.set(value, of: cell, at: place) }
    public func action(_ arguments: Arguments) -> Action? { base.action(arguments) }
    public func argumentName(_ index: Int, _ value: Int) -> String? { base.argumentName(index, value) }
    public func highlight(of arguments: Arguments, _ effect: Effect) -> Highlight? {
        base.highlight(of: arguments, effect)
    }
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
