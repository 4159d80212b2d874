import NPIKit

extension Network {
    /// The matrices that one step multiplies by, as (rows, columns).
    ///
    /// A program's share of the fuse layer is fixed while it runs, and one-hots select rows of an encoder's first layer;
    /// neither is a product.
    var stepMatrices: [(rows: Int, columns: Int)] {
        let c = configuration
        let heads = 1 + c.keySize + Arguments.count * Arguments.valueCount
        return [
            (c.stateSize, c.encoderHiddenSize), (c.fuseHiddenSize, c.stateSize), (c.coreInputSize, c.fuseHiddenSize),
            (4 * c.hiddenSize, c.coreInputSize), (4 * c.hiddenSize, c.hiddenSize), (4 * c.hiddenSize, c.hiddenSize),
            (4 * c.hiddenSize, c.hiddenSize), (heads, c.hiddenSize), (library.count, c.keySize),
        ]
    }

    /// How many floats one step must read: the matrices, as many biases, and the encoder's selected rows.
    func stepReadingSize(_ spec: ObservationSpec) -> Int {
        let ones = spec.fields.count + Arguments.count
        return stepMatrices.reduce(0) { $0 + $1.rows * ($1.columns + 1) } + ones * configuration.encoderHiddenSize
    }
}
