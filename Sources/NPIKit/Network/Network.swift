/// A Neural Programmer-Interpreter: one core, an encoder for each environment, a program memory and three heads.
///
/// Reed & de Freitas 2016, section 3. A value: it holds what is learned, and neither scratch memory nor a run's state.
public struct Network: Sendable {
    /// The sizes.
    public let configuration: NetworkConfiguration
    /// What each environment shows; one encoder for each.
    public private(set) var encoders: [ObservationSpec]
    /// The programs, by row of program memory.
    public private(set) var library: ProgramLibrary
    /// Where each tensor stands in the parameters.
    public private(set) var layout: ParameterLayout
    /// Everything that is learned.
    package var parameters: FloatArena

    /// A network whose parameters are all zero, to be filled from a file or by ``initialize(using:)``.
    package init(configuration: NetworkConfiguration, encoders: [ObservationSpec], library: ProgramLibrary) {
        self.configuration = configuration
        self.encoders = encoders
        self.library = library
        layout = ParameterLayout(configuration, encoders: encoders, programCount: library.count)
        parameters = FloatArena(count: layout.count)
    }

    /// An untrained network.
    public init(
        configuration: NetworkConfiguration = NetworkConfiguration(), encoders: [ObservationSpec],
        library: ProgramLibrary, using generator: inout SeededGenerator
    ) {
        self.init(configuration: configuration, encoders: encoders, library: library)
        initialize(using: &generator)
    }

    /// How many floats are learned.
    public var parameterCount: Int {
        layout.tensors.reduce(0) { $0 + $1.count }
    }

    /// The values of a tensor, row by row.
    ///
    /// - Parameter name: A name of ``layout``.
    public func values(of name: String) -> [Float] {
        let tensor = layout[name]
        return Array(UnsafeBufferPointer(start: parameters.pointer + tensor.offset, count: tensor.count))
    }

    /// Sets the values of a tensor, row by row.
    public mutating func setValues(of name: String, to values: [Float]) {
        let tensor = layout[name]
        precondition(values.count == tensor.count, "\(name) has \(tensor.count) values")
        let target = parameters.mutablePointer + tensor.offset
        for index in values.indices { target[index] = values[index] }
    }

    /// Draws every parameter anew, as PyTorch does for linear and LSTM layers: uniform within 1/sqrt(inputs).
    ///
    /// Keys and program embeddings are drawn from a uniform distribution of standard deviation 1/sqrt(K) and 1/4; the
    /// forget gates start open (bias 1), so that early gradients reach the first steps of long frames.
    mutating func initialize(using generator: inout SeededGenerator) {
        let hidden = configuration.hiddenSize
        let coreLimit = 1 / Float(hidden).squareRoot()
        var linearLimit: Float = 0
        for tensor in layout.tensors {
            let limit: Float
            switch tensor.name {
            case ParameterLayout.Names.memoryKeys: limit = (3 / Float(configuration.keySize)).squareRoot()
            case ParameterLayout.Names.memoryPrograms: limit = Float(3).squareRoot() / 4
            case let name where name.hasPrefix("core."): limit = coreLimit
            default:
                // A bias follows its weight and takes the same limit.
                if tensor.shape.count == 2 { linearLimit = 1 / Float(tensor.shape[1]).squareRoot() }
                limit = linearLimit
            }
            draw(tensor.range, within: limit, using: &generator)
        }
        for layer in 0..<NetworkConfiguration.layerCount {
            let forget = layout[ParameterLayout.Names.core("bias_ih", layer)].offset + hidden
            for index in 0..<hidden { parameters.mutablePointer[forget + index] = 1 }
        }
    }

    private mutating func draw(_ range: Range<Int>, within limit: Float, using generator: inout SeededGenerator) {
        let target = parameters.mutablePointer
        for index in range { target[index] = (2 * generator.unit() - 1) * limit }
    }

    /// Adds a row to program memory for a new program and returns its identifier. Nothing else changes.
    ///
    /// - Throws: ``ProgramLibraryError`` if the name is taken.
    @discardableResult
    public mutating func addProgram(
        _ name: String, using generator: inout SeededGenerator
    ) throws(ProgramLibraryError) -> ProgramID {
        var grown = library
        let program = try grown.append(name)
        var network = Network(configuration: configuration, encoders: encoders, library: grown)
        network.initialize(using: &generator)
        for tensor in layout.tensors {
            let target = network.layout[tensor.name]
            (network.parameters.mutablePointer + target.offset).update(
                from: parameters.pointer + tensor.offset, count: tensor.count)
        }
        self = network
        return program
    }
}
