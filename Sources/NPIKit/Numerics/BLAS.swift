import COpenBLAS

/// The only door to OpenBLAS. Matrices are row-major, as PyTorch keeps them.
///
/// OpenBLAS is used with one thread a call; parallelism is over shards of a batch, which keeps results independent of
/// how many cores there are.
package enum BLAS {
    /// Limits OpenBLAS to one thread a call. Done once, before the first product.
    ///
    /// The corresponding C function is `openblas_set_num_threads`.
    package static let isSingleThreaded: Bool = {
        openblas_set_num_threads(1)
        return true
    }()

    /// The processor whose kernels are used, as OpenBLAS names it.
    ///
    /// The corresponding C function is `openblas_get_corename`.
    static var kernelName: String {
        openblas_get_corename().map { String(cString: $0) } ?? "unknown"
    }

    /// C = A B^T + beta C, with A (m, k), B (n, k) and C (m, n).
    ///
    /// This is a linear layer's forward pass: rows of inputs times a PyTorch weight.
    ///
    /// The corresponding C function is `cblas_sgemm`.
    package static func multiply(
        _ a: UnsafePointer<Float>, aStride: Int? = nil, transposed b: UnsafePointer<Float>,
        bStride: Int? = nil, into c: UnsafeMutablePointer<Float>, cStride: Int? = nil, m: Int,
        n: Int, k: Int, beta: Float = 0
    ) {
        guard m > 0, n > 0, k > 0, isSingleThreaded else { return }
        cblas_sgemm(
            CblasRowMajor, CblasNoTrans, CblasTrans, blasint(m), blasint(n), blasint(k), 1, a,
            blasint(aStride ?? k), b, blasint(bStride ?? k), beta, c, blasint(cStride ?? n))
    }

    /// C = A B + beta C, with A (m, k), B (k, n) and C (m, n).
    ///
    /// This is a linear layer's backward pass to its inputs.
    ///
    /// The corresponding C function is `cblas_sgemm`.
    package static func multiply(
        _ a: UnsafePointer<Float>, aStride: Int? = nil, by b: UnsafePointer<Float>,
        bStride: Int? = nil, into c: UnsafeMutablePointer<Float>, cStride: Int? = nil, m: Int,
        n: Int, k: Int, beta: Float = 0
    ) {
        guard m > 0, n > 0, k > 0, isSingleThreaded else { return }
        cblas_sgemm(
            CblasRowMajor, CblasNoTrans, CblasNoTrans, blasint(m), blasint(n), blasint(k), 1, a,
            blasint(aStride ?? k), b, blasint(bStride ?? n), beta, c, blasint(cStride ?? n))
    }

    /// C += A^T B, with A (k, m), B (k, n) and C (m, n).
    ///
    /// This is a linear layer's backward pass to its weight: the sum over k rows of a batch.
    ///
    /// The corresponding C function is `cblas_sgemm`.
    package static func accumulate(
        transposed a: UnsafePointer<Float>, aStride: Int? = nil, times b: UnsafePointer<Float>,
        bStride: Int? = nil, into c: UnsafeMutablePointer<Float>, cStride: Int? = nil, m: Int,
        n: Int, k: Int
    ) {
        guard m > 0, n > 0, k > 0, isSingleThreaded else { return }
        cblas_sgemm(
            CblasRowMajor, CblasTrans, CblasNoTrans, blasint(m), blasint(n), blasint(k), 1, a,
            blasint(aStride ?? m), b, blasint(bStride ?? n), 1, c, blasint(cStride ?? n))
    }

    /// The dot product of `x` and `y`.
    ///
    /// The corresponding C function is `cblas_sdot`.
    package static func dot(_ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>, count: Int) -> Float {
        cblas_sdot(blasint(count), x, 1, y, 1)
    }
}
