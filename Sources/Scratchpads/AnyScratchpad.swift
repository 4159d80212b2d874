package import NPIKit

/// Any of the environments, so that a debugger, a recording or a training run can hold whichever a task needs.
package enum AnyScratchpad: Hashable, Sendable {
    /// The pad of addition.
    case addition(AdditionPad)
    /// The array of sorting.
    case sorting(SortingPad)
    /// The camera around a car.
    case car(CarScene)

    /// The name of the action that `arguments` stand for here, such as "WRITE OUT 1", or "nothing (7 1 2)".
    package func actionName(_ arguments: Arguments) -> String {
        let name =
            switch self {
            case .addition: AdditionAction(arguments)?.name
            case .sorting: SortingAction(arguments)?.name
            case .car: CarAction(arguments)?.name
            }
        return name ?? "nothing (\(arguments.text))"
    }

    /// The name of a decision: a program's, an action's, or "return".
    package func name(of decision: Decision, in library: ProgramLibrary) -> String {
        switch decision {
        case .call(let program, .none): library[program]
        case .call(let program, let arguments): "\(library[program]) (\(arguments.text))"
        case .act(let arguments): actionName(arguments)
        case .end: "return"
        }
    }
}

extension AnyScratchpad: Environment {
    /// That of the environment within.
    package var observationSpec: ObservationSpec {
        switch self {
        case .addition(let pad): pad.observationSpec
        case .sorting(let pad): pad.observationSpec
        case .car(let scene): scene.observationSpec
        }
    }

    /// Lets the environment within write what may be seen of it.
    package func observe(into observation: inout Observation) {
        switch self {
        case .addition(let pad): pad.observe(into: &observation)
        case .sorting(let pad): pad.observe(into: &observation)
        case .car(let scene): scene.observe(into: &observation)
        }
    }

    /// Lets the environment within write the image, if it shows one.
    package func look(into pixels: inout [UInt8]) {
        if case .car(let scene) = self { scene.look(into: &pixels) }
    }

    /// That of the environment within.
    package var imageKey: ImageKey {
        if case .car(let scene) = self { return scene.imageKey }
        return ImageKey(view: 0)
    }

    /// Performs the action in the environment within.
    package mutating func perform(_ arguments: Arguments) -> Effect {
        switch self {
        case .addition(var pad):
            self = Self.vacant
            defer { self = .addition(pad) }
            return pad.perform(arguments)
        case .sorting(var pad):
            self = Self.vacant
            defer { self = .sorting(pad) }
            return pad.perform(arguments)
        case .car(var scene):
            defer { self = .car(scene) }
            return scene.perform(arguments)
        }
    }

    /// Takes back the latest action in the environment within.
    package mutating func undo(_ effect: Effect) {
        switch self {
        case .addition(var pad):
            self = Self.vacant
            defer { self = .addition(pad) }
            pad.undo(effect)
        case .sorting(var pad):
            self = Self.vacant
            defer { self = .sorting(pad) }
            pad.undo(effect)
        case .car(var scene):
            scene.undo(effect)
            self = .car(scene)
        }
    }

    /// Stands in while the environment is changed, so that its arrays have one owner and are changed in place: a step
    /// takes the same time at any length.
    private static let vacant = AnyScratchpad.sorting(SortingPad([0]))
}

extension Arguments {
    /// The three integers with spaces between.
    fileprivate var text: String {
        "\(self[0]) \(self[1]) \(self[2])"
    }
}
