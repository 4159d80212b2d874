import NPIKit

/// What an action does on a ``TaskPad``. As arguments it is (pointer, verb, value or other pointer):
///
/// | verb | action | third |
/// |---|---|---|
/// | 0, 1 | move left, move right | 0 |
/// | 2 | write | the symbol |
/// | 3 | swap | the other pointer |
/// | 4 | write a blank | 0 |
/// | 5 | copy here | the pointer it is copied from |
enum ActionForm: Hashable, Sendable {
    case move(pointer: Int, Direction)
    case write(pointer: Int, Int?)
    case swap(Int, Int)
    case copy(to: Int, from: Int)

    enum Verb {
        static let write = 2
        static let swap = 3
        static let clear = 4
        static let copy = 5
    }

    /// What `arguments` stand for among `count` pointers, whether or not the task has such an action.
    init?(_ arguments: Arguments, pointerCount count: Int) {
        let (pointer, verb, third) = (arguments[0], arguments[1], arguments[2])
        guard pointer < count else { return nil }
        switch verb {
        case Verb.write: self = .write(pointer: pointer, third)
        case Verb.swap where third < count: self = .swap(pointer, third)
        case Verb.clear where third == 0: self = .write(pointer: pointer, nil)
        case Verb.copy where third < count: self = .copy(to: pointer, from: third)
        default:
            guard third == 0, let direction = Direction(rawValue: verb) else { return nil }
            self = .move(pointer: pointer, direction)
        }
    }

    /// The action as the arguments of ACT.
    var arguments: Arguments {
        switch self {
        case .move(let pointer, let direction): Arguments(pointer, direction.rawValue, 0)
        case .write(let pointer, let symbol?): Arguments(pointer, Verb.write, min(max(symbol, 0), 9))
        case .write(let pointer, nil): Arguments(pointer, Verb.clear, 0)
        case .swap(let one, let other): Arguments(one, Verb.swap, other)
        case .copy(let to, let from): Arguments(to, Verb.copy, from)
        }
    }

    /// What a value of the second argument is called.
    static func verbName(_ value: Int) -> String? {
        switch value {
        case Verb.write: "WRITE"
        case Verb.swap: "SWAP"
        case Verb.clear: "CLEAR"
        case Verb.copy: "COPY"
        default: Direction(rawValue: value)?.name
        }
    }
}

/// Which actions a task has: the moves of all pointers, and what its programs do besides. Everything else means nothing there.
struct ActionSet: Hashable, Sendable {
    var canWrite = false
    var canClear = false
    /// Swaps and copies, as they stand in the programs.
    var pairs: Set<ActionForm> = []

    mutating func add(_ action: ActionForm) {
        switch action {
        case .move: break
        case .write(_, nil): canClear = true
        case .write: canWrite = true
        case .swap, .copy: pairs.insert(action)
        }
    }

    /// Whether any action of the task has `verb` as its second argument.
    func has(verb: Int) -> Bool {
        switch verb {
        case ActionForm.Verb.write: canWrite
        case ActionForm.Verb.clear: canClear
        case ActionForm.Verb.swap: pairs.contains { if case .swap = $0 { true } else { false } }
        case ActionForm.Verb.copy: pairs.contains { if case .copy = $0 { true } else { false } }
        default: true
        }
    }

    /// The action that `arguments` stand for, or nil if they mean nothing in the task.
    func action(_ arguments: Arguments, on form: TaskForm) -> ActionForm? {
        guard let action = ActionForm(arguments, pointerCount: form.pointers.count) else { return nil }
        switch action {
        case .move: return action
        case .write(let pointer, let symbol):
            guard let row = form.pointers[pointer].row else { return nil }
            guard let symbol else { return canClear && !form.rows[row].isNeverBlank ? action : nil }
            return canWrite && symbol < form.rows[row].alphabet.symbols.count ? action : nil
        case .swap, .copy: return pairs.contains(action) ? action : nil
        }
    }
}
