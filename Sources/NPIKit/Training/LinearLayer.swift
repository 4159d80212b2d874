/// A linear layer over the rows of a batch, x W^T + b: where its weight (out, in) and its bias stand in an arena.
struct LinearLayer {
    private let weight: ParameterLayout.Tensor
    private let bias: Int

    /// How many numbers a row has that comes in.
    var inputSize: Int { weight.shape[1] }
    /// How many numbers a row has that goes out.
    var outputSize: Int { weight.shape[0] }

    /// The layer whose tensors are called `prefix`.weight and `prefix`.bias.
    init(_ prefix: String, in layout: ParameterLayout) {
        weight = layout["\(prefix).weight"]
        bias = layout["\(prefix).bias"].offset
    }

    /// Writes `rows` rows of output, which begin `stride` floats apart.
    func forward(
        _ parameters: UnsafePointer<Float>, rows: Int, input: UnsafePointer<Float>,
        into output: UnsafeMutablePointer<Float>, stride: Int? = nil
    ) {
        for row in 0..<rows {
            (output + row * (stride ?? outputSize)).update(from: parameters + bias, count: outputSize)
        }
        BLAS.multiply(
            input, transposed: parameters + weight.offset, into: output, cStride: stride, m: rows, n: outputSize,
            k: inputSize, beta: 1)
    }

    /// Adds the gradients of weight and bias, given that of the output; and writes or adds that of the input.
    ///
    /// - Parameters:
    ///   - gradient: Receives the gradients of weight and bias; nil where these stay as they are.
    ///   - stride: How far the rows of `dOutput` are apart.
    ///   - dInput: Receives the gradient of the input; nil where nobody needs it.
    ///   - beta: 0 to write over `dInput`, 1 to add to it.
    func backward(
        _ parameters: UnsafePointer<Float>, gradient: UnsafeMutablePointer<Float>?, rows: Int,
        dOutput: UnsafePointer<Float>, stride: Int? = nil, input: UnsafePointer<Float>,
        dInput: UnsafeMutablePointer<Float>?, beta: Float = 0
    ) {
        if let gradient {
            for row in 0..<rows {
                VectorMath.add(dOutput + row * (stride ?? outputSize), to: gradient + bias, count: outputSize)
            }
            BLAS.accumulate(
                transposed: dOutput, aStride: stride, times: input, into: gradient + weight.offset, m: outputSize,
                n: inputSize, k: rows)
        }
        guard let dInput else { return }
        BLAS.multiply(
            dOutput, aStride: stride, by: parameters + weight.offset, into: dInput, m: rows, n: inputSize,
            k: outputSize, beta: beta)
    }
}
