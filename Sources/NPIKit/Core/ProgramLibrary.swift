/// The names of the programs in a program memory, in row order.
///
/// The library belongs to a model: it grows when a row is added, and two tasks share a program exactly when they use
/// the same name. One name is special: ``act`` stands for the environment's own action and is never run as a frame.
public struct ProgramLibrary: Hashable, Sendable {
    /// The primitive that hands its arguments to the environment.
    public static let act = "ACT"

    /// Program names by row. Unique.
    public private(set) var names: [String]

    private var rows: [String: ProgramID]

    /// Makes a library of `names`, in row order.
    ///
    /// - Throws: ``ProgramLibraryError`` if a name is empty or stands twice.
    public init(names: [String]) throws(ProgramLibraryError) {
        self.names = []
        self.rows = [:]
        for name in names {
            try append(name)
        }
    }

    /// How many programs there are.
    public var count: Int { names.count }

    /// Every identifier, in row order.
    public var programs: [ProgramID] {
        names.indices.map(ProgramID.init(rawValue:))
    }

    /// Adds a row and returns its identifier.
    @discardableResult
    public mutating func append(_ name: String) throws(ProgramLibraryError) -> ProgramID {
        guard !name.isEmpty else { throw .emptyName }
        guard rows[name] == nil else { throw .duplicate(name) }
        let program = ProgramID(rawValue: names.count)
        names.append(name)
        rows[name] = program
        return program
    }

    /// The program called `name`, or nil.
    public func program(named name: String) -> ProgramID? {
        rows[name]
    }

    /// The program called `name`.
    ///
    /// - Throws: ``ProgramLibraryError/unknown(_:known:)`` if there is none.
    public func require(_ name: String) throws(ProgramLibraryError) -> ProgramID {
        guard let program = rows[name] else { throw .unknown(name, known: names) }
        return program
    }

    /// The name of `program`.
    public subscript(program: ProgramID) -> String {
        names[program.rawValue]
    }
}

/// What can be wrong with a program name.
public enum ProgramLibraryError: Error, Equatable, CustomStringConvertible {
    /// A program without a name.
    case emptyName
    /// A name that stands twice.
    case duplicate(String)
    /// A name that the library does not hold.
    case unknown(String, known: [String])

    /// One line for the user.
    public var description: String {
        switch self {
        case .emptyName: "a program has an empty name; every program of a model needs one"
        case .duplicate(let name): "the program \(name) stands twice; names must be unique"
        case .unknown(let name, let known):
            "the model has no program \(name); it has \(known.joined(separator: ", "))"
        }
    }
}
