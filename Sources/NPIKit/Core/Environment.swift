/// A world in which programs run: the network looks at it and acts on it.
///
/// Environments are values: copyable and deterministic, so that the same action in the same state always has the same
/// effect, and performing an undone action again is a redo.
public protocol Environment: Sendable {
    /// What ``observe(into:)`` shows. The same for every state of one environment.
    var observationSpec: ObservationSpec { get }

    /// Writes what the network may see of the present state, but for the image.
    func observe(into observation: inout Observation)

    /// Writes the image that the network may see, channel by channel and row by row. Called only where
    /// ``observationSpec`` has an image.
    ///
    /// - Parameter pixels: As many bytes as the image has.
    func look(into pixels: inout [UInt8])

    /// Stands for the image of the present state: among the states of one training, the same key means the same image.
    var imageKey: ImageKey { get }

    /// Performs the action `arguments` and returns what is needed to take it back.
    ///
    /// Any arguments are allowed, since a network may produce any: an action that means nothing here changes nothing and
    /// returns ``Effect/none``.
    mutating func perform(_ arguments: Arguments) -> Effect

    /// Takes back the latest action not yet taken back, whose effect was `effect`.
    mutating func undo(_ effect: Effect)
}

extension Environment {
    /// Nothing to be seen.
    public func look(into pixels: inout [UInt8]) {}

    /// The same for every state, where there is no image.
    public var imageKey: ImageKey { ImageKey(view: 0) }
}

/// What one action changed, in eight bytes: enough for its environment to take it back.
///
/// The meaning of the parts belongs to the environment that made it.
public struct Effect: Hashable, Sendable {
    /// Which sort of change it was; 0 means none.
    public var kind: UInt8
    /// What was changed, such as a row or a pointer.
    public var slot: UInt8
    /// A small value, such as what stood there before.
    public var before: Int16
    /// A large value, such as a position.
    public var position: Int32

    /// Makes an effect. `kind` 0 is for ``none`` alone.
    public init(kind: UInt8, slot: UInt8 = 0, before: Int16 = 0, position: Int32 = 0) {
        self.kind = kind
        self.slot = slot
        self.before = before
        self.position = position
    }

    /// An action that changed nothing.
    public static let none = Effect(kind: 0)

    /// Whether the action changed nothing.
    public var isNone: Bool { kind == 0 }
}
