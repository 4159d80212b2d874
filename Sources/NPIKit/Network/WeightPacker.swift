/// Collects a network's weights in the order in which a step reads them.
struct WeightPacker {
    /// A row-major matrix.
    struct Matrix {
        var rows: Int
        var columns: Int
        var values: [Float]

        var transposed: Matrix {
            var result = Matrix(rows: columns, columns: rows, values: values)
            for row in 0..<rows {
                for column in 0..<columns { result.values[column * rows + row] = values[row * columns + column] }
            }
            return result
        }

        /// Only the columns in `range`.
        func columns(_ range: Range<Int>) -> Matrix {
            let parts = (0..<rows).map { values[(range.lowerBound + $0 * columns)..<(range.upperBound + $0 * columns)] }
            return Matrix(rows: rows, columns: range.count, values: Array(parts.joined()))
        }

        /// Each row followed by the same row of `other`.
        func beside(_ other: Matrix) -> Matrix {
            var result = Matrix(rows: rows, columns: columns + other.columns, values: [])
            result.values.reserveCapacity(values.count + other.values.count)
            for row in 0..<rows {
                result.values += values[(row * columns)..<((row + 1) * columns)]
                result.values += other.values[(row * other.columns)..<((row + 1) * other.columns)]
            }
            return result
        }
    }

    /// What has been collected.
    private(set) var floats: [Float] = []

    private let network: Network

    /// Begins with nothing.
    init(_ network: Network) {
        self.network = network
        floats.reserveCapacity(2 * network.parameterCount)
    }

    /// The tensor called `name`.
    func values(_ name: String) -> [Float] {
        network.values(of: name)
    }

    /// The tensor of two dimensions called `name`.
    func matrix(_ name: String) -> Matrix {
        let shape = network.layout[name].shape
        return Matrix(rows: shape[0], columns: shape[1], values: values(name))
    }

    /// Appends values on a new cache line, filled up with zeros to whole panels, and returns where they start.
    mutating func append(_ values: [Float]) -> Int {
        floats.append(contentsOf: repeatElement(0, count: (16 - floats.count % 16) % 16))
        let offset = floats.count
        floats += values
        floats.append(contentsOf: repeatElement(0, count: PanelProduct.paddedCount(values.count) - values.count))
        return offset
    }

    /// Appends a matrix in panels, and what is added to its product: nothing where `bias` is empty.
    mutating func append(_ matrix: Matrix, plus bias: [Float]) -> PackedWeights.Layer {
        let panels = PanelProduct.panels(of: matrix.values, rows: matrix.rows, columns: matrix.columns)
        return PackedWeights.Layer(
            weight: append(panels), bias: append(bias.isEmpty ? Array(repeating: 0, count: matrix.rows) : bias),
            rows: matrix.rows, columns: matrix.columns)
    }

    /// Appends the linear layers called `names`, which read the same input, as one.
    mutating func append(linear names: [String]) -> PackedWeights.Layer {
        let matrices = names.map { matrix("\($0).weight") }
        let joined = Matrix(
            rows: matrices.reduce(0) { $0 + $1.rows }, columns: matrices[0].columns,
            values: Array(matrices.map(\.values).joined()))
        return append(joined, plus: Array(names.map { values("\($0).bias") }.joined()))
    }

    /// Appends the convolutions of the encoder called `name`, row-major as they are.
    mutating func append(_ encoder: ImageEncoder, of name: String) -> ImageEncoder {
        ImageEncoder(
            encoder,
            places: encoder.passes.indices.map { index in
                let prefix = ParameterLayout.Names.image(name, pass: index)
                return (append(values("\(prefix).weight")), append(values("\(prefix).bias")))
            })
    }

    /// What each program adds to the fuse layer: its embedding times the weight's last P columns, and the bias. A row for
    /// each program, filled up to whole panels; none depends on how many others there are.
    func fusePrograms(_ c: NetworkConfiguration) -> [Float] {
        let weight = matrix("\(ParameterLayout.Names.fuse(layer: 0)).weight").columns(
            c.stateSize..<(c.stateSize + c.programSize))
        let panels = FloatArena(PanelProduct.panels(of: weight.values, rows: weight.rows, columns: weight.columns))
        let programs = FloatArena(values(ParameterLayout.Names.memoryPrograms))
        let width = PanelProduct.paddedCount(weight.rows)
        let bias = values("\(ParameterLayout.Names.fuse(layer: 0)).bias")
        let row = bias + Array(repeating: 0, count: width - bias.count)
        var shares = FloatArena(Array(repeatElement(row, count: network.library.count).joined()))
        withExtendedLifetime((panels, programs)) {
            for program in network.library.programs {
                let share = shares.mutablePointer + program.rawValue * width
                PanelProduct.multiply(
                    panels.pointer, programs.pointer + program.rawValue * c.programSize, plus: share, into: share,
                    rows: weight.rows, columns: weight.columns)
            }
        }
        return shares.values
    }
}
