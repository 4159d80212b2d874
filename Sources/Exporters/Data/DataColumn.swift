/// One named array of an export: a row for each event, or for each program, all of the same shape.
struct DataColumn: Sendable {
    /// What it is called: "program_probabilities".
    let name: String
    /// The shape of a row; empty for a single value.
    let shape: [Int]
    /// What the values of a row are called in a table, which has no arrays; empty where they are too many for one.
    let labels: [String]
    /// The values, row after row.
    var values: DataValues

    /// A column of single values.
    init(_ name: String, _ values: DataValues) {
        self.init(name, shape: [], labels: [name], values)
    }

    /// A column whose rows have a shape.
    init(_ name: String, shape: [Int], labels: [String], _ values: DataValues) {
        self.name = name
        self.shape = shape
        self.labels = labels
        self.values = values
    }

    /// How many values a row has.
    var width: Int { shape.reduce(1, *) }
}

/// The values of a column, by their type.
enum DataValues: Sendable {
    case flags([Bool])
    case bytes([UInt8])
    case integers([Int64])
    /// A value that is not known is not a number.
    case floats([Float])
    /// A value that is not known is empty.
    case texts([String])

    /// How many there are.
    var count: Int {
        switch self {
        case .flags(let values): values.count
        case .bytes(let values): values.count
        case .integers(let values): values.count
        case .floats(let values): values.count
        case .texts(let values): values.count
        }
    }
}
