public import Support

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
    /// How many programs each program may call, by row: the first so many rows of program memory.
    ///
    /// All of them, unless the memory grew with old programs barred from calling newer ones; see
    /// ``addPrograms(_:barringOld:using:)``.
    public package(set) var callableCounts: [Int]
    /// Where each tensor stands in the parameters.
    public private(set) var layout: ParameterLayout
    /// Everything that is learned.
    package var parameters: FloatArena

    /// A network whose parameters are all zero, to be filled from a file or by ``initialize(using:)``.
    package init(configuration: NetworkConfiguration, encoders: [ObservationSpec], library: ProgramLibrary) {
        self.configuration = configuration
        self.encoders = encoders
        self.library = library
        callableCounts = Array(repeating: library.count, count: library.count)
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
    /// The layers from what is seen to the core are many, and most feed a ReLU: their weights are drawn within sqrt(6/inputs),
    /// so that what is seen is not lost on the way (He et al. 2015). Drawn like the rest, it is: a network then learns to count
    /// what it could see, and never learns what only seeing tells.
    ///
    /// Keys and program embeddings are drawn from a uniform distribution of standard deviation 1/sqrt(K) and 1/4; the
    /// forget gates start open (bias 1), so that early gradients reach the first steps of long frames.
    mutating func initialize(using generator: inout SeededGenerator) {
        let hidden = configuration.hiddenSize
        let coreLimit = 1 / Float(hidden).squareRoot()
        // A bias follows its weight and takes the limit of its inputs.
        var linearLimit: Float = 0
        for tensor in layout.tensors {
            let limit: Float
            switch tensor.name {
            case ParameterLayout.Names.memoryKeys: limit = keyLimit
            case ParameterLayout.Names.memoryPrograms: limit = Self.programLimit
            case let name where name.hasPrefix("core."): limit = coreLimit
            case _ where tensor.shape.count == 1: limit = linearLimit
            case let name:
                linearLimit = 1 / Float(tensor.shape.dropFirst().reduce(1, *)).squareRoot()
                let gain: Float = name.hasPrefix("encoders.") || name.hasPrefix("fuse.") ? 6 : 1
                limit = linearLimit * gain.squareRoot()
            }
            draw(tensor.range, within: limit, using: &generator)
        }
        for layer in 0..<NetworkConfiguration.layerCount {
            let forget = layout[ParameterLayout.Names.core("bias_ih", layer)].offset + hidden
            for index in 0..<hidden { parameters.mutablePointer[forget + index] = 1 }
        }
    }

    /// The limits of uniform distributions with standard deviations 1/sqrt(K) and 1/4.
    private var keyLimit: Float { (3 / Float(configuration.keySize)).squareRoot() }
    static let programLimit = Float(3).squareRoot() / 4

    mutating func draw(_ range: Range<Int>, within limit: Float, using generator: inout SeededGenerator) {
        let target = parameters.mutablePointer
        for index in range { target[index] = (2 * generator.unit() - 1) * limit }
    }
}

extension Network {
    /// Adds rows to program memory for new programs. Nothing else changes.
    ///
    /// - Parameters:
    ///   - names: The programs' names.
    ///   - barringOld: Whether the programs that are there already may never call the new ones, as if these did not
    ///     exist: nothing that is learned later can then change what they do. Otherwise those of them that may call any
    ///     program may call the new ones too.
    ///   - generator: Draws the rows.
    /// - Throws: ``ProgramLibraryError`` if a name is empty or taken.
    public mutating func addPrograms(
        _ names: [String], barringOld: Bool, using generator: inout SeededGenerator
    ) throws(ProgramLibraryError) {
        var grown = library
        for name in names { try grown.append(name) }
        var network = Network(configuration: configuration, encoders: encoders, library: grown)
        for tensor in layout.tensors {
            let target = network.layout[tensor.name]
            (network.parameters.mutablePointer + target.offset).update(
                from: parameters.pointer + tensor.offset, count: tensor.count)
        }
        network.drawRows(of: names, using: &generator)
        for row in callableCounts.indices where barringOld || callableCounts[row] < library.count {
            network.callableCounts[row] = callableCounts[row]
        }
        self = network
    }

    /// Draws the rows of program memory of the programs called `names` anew. Nothing else changes.
    package mutating func drawRows(of names: [String], using generator: inout SeededGenerator) {
        for name in names {
            let rows = memoryRows(of: name)
            draw(rows.key, within: keyLimit, using: &generator)
            draw(rows.embedding, within: Self.programLimit, using: &generator)
        }
    }

    /// The network without the programs `names`, as far as it has them. Nothing else changes: a program that was added by
    /// ``addPrograms(_:barringOld:using:)`` and learned as a row of its own leaves the network as it was before.
    package func removingPrograms(_ names: [String]) -> Network {
        let kept = library.programs.filter { !names.contains(library[$0]) }
        guard kept.count < library.count else { return self }
        let smaller: ProgramLibrary
        do {
            smaller = try ProgramLibrary(names: kept.map { library[$0] })
        } catch {
            preconditionFailure("names of a library differ: \(error)")
        }
        var network = Network(configuration: configuration, encoders: encoders, library: smaller)
        for tensor in network.layout.tensors {
            let source = layout[tensor.name]
            let rows = source.shape == tensor.shape ? [0] : kept.map(\.rawValue)
            let length = tensor.count / rows.count
            for (place, row) in rows.enumerated() {
                (network.parameters.mutablePointer + tensor.offset + place * length).update(
                    from: parameters.pointer + source.offset + row * length, count: length)
            }
        }
        for (place, program) in kept.enumerated() {
            let callable = callableCounts[program.rawValue]
            network.callableCounts[place] = kept.count { $0.rawValue < callable }
        }
        return network
    }

    /// Where the rows of the program called `name`, which must exist, stand among the parameters.
    package func memoryRows(of name: String) -> (key: Range<Int>, embedding: Range<Int>) {
        guard let program = library.program(named: name) else { preconditionFailure("no program \(name)") }
        func row(_ tensor: ParameterLayout.Tensor) -> Range<Int> {
            let start = tensor.offset + program.rawValue * tensor.shape[1]
            return start..<(start + tensor.shape[1])
        }
        return (row(layout[ParameterLayout.Names.memoryKeys]), row(layout[ParameterLayout.Names.memoryPrograms]))
    }
}
