/// One of an image encoder's passes: a convolution of stride 2, then the largest of each 2 x 2, then ReLU.
///
///     y = relu(maxpool2(conv(x) + b))       x (C, H, W) -> y (O, H / 4, W / 4)
///
/// ReLU after the pooling is ReLU before it, at a quarter of the work.
struct ImagePass: Hashable, Sendable {
    /// C, O: channels that come in and go out.
    var inputs: Int
    var outputs: Int
    /// The kernel's side, odd; the image is filled up with zeros so that the convolution halves it.
    var kernel: Int
    /// H, W.
    var height: Int
    var width: Int
    /// Where the weight (O, C, kernel, kernel) and the bias (O) stand in an arena.
    var weight = 0
    var bias = 0

    /// The convolution's height and width.
    var convolvedHeight: Int { height / 2 }
    var convolvedWidth: Int { width / 2 }
    /// The pooled height and width.
    var pooledHeight: Int { height / 4 }
    var pooledWidth: Int { width / 4 }
    /// How many floats come in and go out.
    var inputCount: Int { inputs * height * width }
    var outputCount: Int { outputs * pooledHeight * pooledWidth }
    /// How many products make one value: the columns of the weight as a matrix.
    var patchSize: Int { inputs * kernel * kernel }

    /// How many rows of the convolution are computed at once, so that their patches stay in the cache; even.
    var stripHeight: Int {
        var rows = min(max(1_024 / convolvedWidth, 2) & ~1, convolvedHeight)
        while convolvedHeight % rows != 0 { rows -= 2 }
        return rows
    }
    /// How many values of each channel that makes.
    var stripCount: Int { stripHeight * convolvedWidth }

    /// Half an input row with a margin on either side.
    var phaseWidth: Int { width / 2 + 2 * (kernel / 4 + 1) }
    /// How many floats ``split(_:into:)`` writes.
    var phaseCount: Int { inputs * height * 2 * phaseWidth }
}

extension ImagePass {
    /// Sorts the columns of `x` (C, H, W) into even and odd ones: (C, H, 2, phase width), with zeros at the margins. What a
    /// kernel of stride 2 meets along a row then lies side by side.
    func split(_ x: UnsafePointer<Float>, into phases: UnsafeMutablePointer<Float>) {
        let margin = kernel / 4 + 1
        let half = width / 2
        for row in 0..<(inputs * height) {
            let source = x + row * width
            let even = phases + row * 2 * phaseWidth
            let odd = even + phaseWidth
            even.update(repeating: 0, count: 2 * phaseWidth)
            for column in 0..<half {
                even[margin + column] = source[2 * column]
                odd[margin + column] = source[2 * column + 1]
            }
        }
    }

    /// The patches that the kernel meets in a strip of rows: (patch size, strip count), a row for each place in the
    /// kernel, as in im2col.
    func gather(_ phases: UnsafePointer<Float>, strip: Int, into patches: UnsafeMutablePointer<Float>) {
        let size = convolvedWidth
        var target = patches
        forEachPlace { channel, ky, kx in
            let (shift, phase) = place(kx)
            for row in 0..<stripHeight {
                let y = 2 * (strip * stripHeight + row) + ky - kernel / 2
                if (0..<height).contains(y) {
                    let source = phases + ((channel * height + y) * 2 + phase) * phaseWidth + shift
                    target.update(from: source, count: size)
                } else {
                    target.update(repeating: 0, count: size)
                }
                target += size
            }
        }
    }

    /// Adds the gradient of a strip's patches to that of the sorted columns: the reverse of ``gather(_:strip:into:)``.
    func scatter(_ dPatches: UnsafePointer<Float>, strip: Int, into dPhases: UnsafeMutablePointer<Float>) {
        let size = convolvedWidth
        var source = dPatches
        forEachPlace { channel, ky, kx in
            let (shift, phase) = place(kx)
            for row in 0..<stripHeight {
                let y = 2 * (strip * stripHeight + row) + ky - kernel / 2
                if (0..<height).contains(y) {
                    let target = dPhases + ((channel * height + y) * 2 + phase) * phaseWidth + shift
                    VectorMath.add(source, to: target, count: size)
                }
                source += size
            }
        }
    }

    /// Puts the gradient of sorted columns back in order: the reverse of ``split(_:into:)``.
    func join(_ dPhases: UnsafePointer<Float>, into dx: UnsafeMutablePointer<Float>) {
        let margin = kernel / 4 + 1
        for row in 0..<(inputs * height) {
            let even = dPhases + row * 2 * phaseWidth + margin
            let odd = even + phaseWidth
            for column in 0..<(width / 2) {
                dx[row * width + 2 * column] = even[column]
                dx[row * width + 2 * column + 1] = odd[column]
            }
        }
    }

    @inline(__always)
    private func forEachPlace(_ body: (_ channel: Int, _ ky: Int, _ kx: Int) -> Void) {
        for channel in 0..<inputs {
            for ky in 0..<kernel {
                for kx in 0..<kernel { body(channel, ky, kx) }
            }
        }
    }

    /// Where the columns that the kernel's column `kx` meets begin: 2 x + kx - kernel / 2 = 2 (x + shift) + phase.
    @inline(__always)
    private func place(_ kx: Int) -> (shift: Int, phase: Int) {
        let offset = kx - kernel / 2
        return (kernel / 4 + 1 + (offset >> 1), offset & 1)
    }
}
