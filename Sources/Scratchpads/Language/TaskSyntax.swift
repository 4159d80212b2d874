/// A task file as it was read: names are not yet looked up.
struct TaskSyntax {
    /// A name and where it stands.
    struct Name: Hashable {
        var text: String
        var span: SourceSpan
    }

    /// `input A, B: number of 1..20 digits at most 100000 "two whole numbers"`
    struct Input {
        var names: [Name]
        var kind: InputKind
        /// The lengths, or values, drawn in training.
        var drawn: ClosedRange<Int>
        var limit: Int?
        var description: String?
        var span: SourceSpan
    }

    /// `row INP1: digits = A, aligned right`
    struct Row {
        var name: Name
        var alphabet: Alphabet
        var isNeverBlank = false
        var isAuxiliary = false
        var input: Name?
        var side: Drawing.Side?
        var width: ExpressionSyntax?
        /// What stands in every cell at the beginning, unless an input does.
        var filling: String?
        /// The count of symbols that stand there at the beginning, the last one first.
        var countdown: Name?
    }

    /// `pointer PTR1 on VALUES at left` or `counter PTR3 to length`
    struct Pointer {
        var name: Name
        var row: Name?
        var startsRight: Bool?
        /// The last position of a counter.
        var limit: ExpressionSyntax?
        var otherName: Name?
    }

    /// `PTR1 as VALUE1`, `PTR1 at start` or `VALUE1 > VALUE2`
    struct Seen {
        var expression: ExpressionSyntax
        var name: Name?
    }

    /// `output OUT as number` or `output PTR1 when PTR1 at end`
    struct Output {
        var name: Name
        var form: OutputForm
        var condition: ExpressionSyntax?
    }

    /// The words with which lines began, whether or not the rest could be read.
    var begun: Set<String> = []
    /// The words with which lines began that could not be read as a whole.
    var unread: Set<String> = []
    /// Names of which it is not known what they mean, since the lines that say it could not be read as a whole.
    var doubtful: Set<String> = []
    var name: Name?
    var about: String?
    var inputs: [Input] = []
    var example: [Name] = []
    var formula: String?
    var goal: String?
    var requirements: [ExpressionSyntax] = []
    var check: ExpressionSyntax?
    /// What holds after every step.
    var invariants: [ExpressionSyntax] = []
    var encoder: Name?
    var foundation: Name?
    var rows: [Row] = []
    var width: ExpressionSyntax?
    var pointers: [Pointer] = []
    var seen: [Seen] = []
    var output: Output?
    var view: Name?
    var eventBound: ExpressionSyntax?
    var programs: [ProgramSyntax] = []
}

/// What an input is.
enum InputKind: Hashable {
    /// A whole number, typed in decimal digits.
    case number
    /// A whole number, typed in binary digits.
    case binary
    /// Symbols, typed one by one; takes the rest of the input.
    case list
    /// Symbols, typed as one word.
    case word
    /// A small number that is no row of symbols.
    case count
}

/// How the output is read.
enum OutputForm: Hashable {
    case number, list, word
    /// The symbol under a pointer.
    case symbol
}

/// The symbols that may stand in a row.
struct Alphabet: Hashable, Sendable {
    /// One character each; a symbol's number is its place.
    let symbols: [Character]

    static let digits = Alphabet(symbols: Array("0123456789"))
    static let bits = Alphabet(symbols: Array("01"))

    var isNumeric: Bool { symbols == Array("0123456789".prefix(symbols.count)) }
}

/// `program ADD1 "adds up one column"` and what stands below it.
struct ProgramSyntax {
    var name: TaskSyntax.Name
    /// An argument: a number, or a pointer that the caller names.
    struct Parameter {
        var name: TaskSyntax.Name
        var isPointer: Bool
    }

    var purpose: String?
    var parameters: [Parameter] = []
    /// `let sum = INP1 + INP2`: abbreviations, written out wherever they are used.
    var abbreviations: [(name: TaskSyntax.Name, value: ExpressionSyntax)] = []
    var body: [StatementSyntax] = []
}

/// A statement of a program.
struct StatementSyntax {
    indirect enum Kind {
        case call(TaskSyntax.Name, [ExpressionSyntax])
        case move(TaskSyntax.Name, Direction)
        case write(TaskSyntax.Name, ExpressionSyntax)
        case swap(TaskSyntax.Name, TaskSyntax.Name)
        case copy(from: TaskSyntax.Name, to: TaskSyntax.Name)
        case `return`
        /// A line that could not be read.
        case unread
        case condition(ExpressionSyntax, then: [StatementSyntax], otherwise: [StatementSyntax])
        /// `while`, or `until` with `isUntil`; without a condition `repeat`.
        case loop(ExpressionSyntax?, isUntil: Bool, [StatementSyntax])
    }

    var kind: Kind
    var span: SourceSpan
    var say: [SaySyntax] = []
}

/// `say "6 + 5 = {sum}" if sum > 9`
struct SaySyntax {
    var text: String
    var span: SourceSpan
    var condition: ExpressionSyntax?
}

/// An expression before its names are looked up.
struct ExpressionSyntax {
    indirect enum Kind {
        case number(Int)
        case string(String)
        case blank
        case name(String)
        /// `sorted V`, `place of PTR1`, `left of CARRY`, `length of A`
        case function(String, [ExpressionSyntax])
        case binary(Operator, ExpressionSyntax, ExpressionSyntax)
        case not(ExpressionSyntax)
        /// `PTR1 at end`
        case at(ExpressionSyntax, isEnd: Bool)
        /// `INP1 is blank`, `VALUES is sorted`
        case isProperty(ExpressionSyntax, String)
        /// `CARRY "carried"`: said behind the value where a sum is worked out
        case labelled(ExpressionSyntax, String)
    }

    var kind: Kind
    var span: SourceSpan
}

/// The operators, by how they are written.
enum Operator: String, Hashable, Sendable {
    case or, and
    case equal = "==", unequal = "!=", less = "<", lessOrEqual = "<=", greater = ">", greaterOrEqual = ">="
    case plus = "+", minus = "-"
    case times = "*", mod, div

    /// How tightly it binds.
    var strength: Int {
        switch self {
        case .or: 1
        case .and: 2
        case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual: 3
        case .plus, .minus: 4
        case .times, .mod, .div: 5
        }
    }

    /// The operator that a token is; `=` means `==` in an expression.
    init?(_ token: SourceLine.Token) {
        guard token.kind == .sign || token.kind == .word else { return nil }
        if token.text == "=" { self = .equal } else { self.init(rawValue: token.text) }
    }
}
