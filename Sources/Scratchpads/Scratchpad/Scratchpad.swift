public import NPIKit

/// An environment that a person can look at, ask and change: what the debugger, recordings and tours run programs on.
///
/// Everything beyond ``NPIKit/Environment`` is for the person; the network sees only what `observe` writes.
///
/// A scratchpad is a value. Its ``cells`` are the same for every state of a run.
public protocol Scratchpad: Environment, Hashable {
    /// What a person can name: single values such as `carry`, pointers, and rows whose cells are called by their place,
    /// `out[2]`. In the order in which they are offered.
    var cells: [Cell] { get }

    /// What stands in a cell, nil for a blank and for a place that the row does not have.
    ///
    /// Conditions ask this at every event of a run: it should take no time to speak of.
    ///
    /// - Parameters:
    ///   - cell: An index of ``cells``.
    ///   - place: The place in a row; 0 for a single value.
    func value(of cell: Int, at place: Int) -> Int?

    /// Puts `value`, or a blank, into a cell, for a person's "what if". Called only with what the ``Cell`` allows.
    mutating func set(_ value: Int?, of cell: Int, at place: Int)

    /// What the action `arguments` is called here, and what it does; nil if it means nothing.
    func action(_ arguments: Arguments) -> Action?

    /// What a value of an action's argument stands for here, such as "CARRY" or "LEFT"; nil for a plain number.
    func argumentName(_ index: Int, _ value: Int) -> String?

    /// What a category of the observation's `field` stands for here, such as "7" or "blank"; nil for one that it never shows.
    func categoryName(_ category: Int, of field: Int) -> String?

    /// What encoders are asked about the image; none where there is no image.
    var imageQuestions: [ImageQuestion] { get }

    /// The mark that the action leaves on the timeline, if any. One that changed nothing is never asked about.
    func highlight(of arguments: Arguments, _ effect: Effect) -> Highlight?

    /// How it is drawn.
    var drawing: Drawing { get }
}

extension Scratchpad {
    /// A plain number.
    public func argumentName(_ index: Int, _ value: Int) -> String? { nil }

    /// Its number.
    public func categoryName(_ category: Int, of field: Int) -> String? { "\(category)" }

    /// None.
    public var imageQuestions: [ImageQuestion] { [] }

    /// None.
    public func highlight(of arguments: Arguments, _ effect: Effect) -> Highlight? { nil }

    /// The name of the action that `arguments` stand for, such as "WRITE OUT 1", or "nothing (7 1 2)".
    public func actionName(_ arguments: Arguments) -> String {
        action(arguments)?.name ?? "nothing (\(arguments.text))"
    }

    /// The name of a decision: a program's, an action's, or "return".
    public func name(of decision: Decision, in library: ProgramLibrary) -> String {
        switch decision {
        case .call(let program, .none): library[program]
        case .call(let program, let arguments): "\(library[program]) (\(arguments.text))"
        case .act(let arguments): actionName(arguments)
        case .end: "return"
        }
    }

    /// All actions that mean something here, with their names.
    package var actions: [(arguments: Arguments, name: String)] {
        Arguments.all.compactMap { arguments in action(arguments).map { (arguments, $0.name) } }
    }

    /// The mark that the action leaves on the timeline; nil for one that changed nothing.
    package func mark(of arguments: Arguments, _ effect: Effect) -> Highlight? {
        effect.isNone ? nil : highlight(of: arguments, effect)
    }
}

extension Arguments {
    /// The three integers with spaces between.
    fileprivate var text: String { "\(self[0]) \(self[1]) \(self[2])" }

    /// Every combination.
    fileprivate static let all: [Arguments] = {
        let values = 0..<valueCount
        return values.flatMap { first in
            values.flatMap { second in values.map { Arguments(first, second, $0) } }
        }
    }()
}
