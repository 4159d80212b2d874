// Goals, in order: accuracy near one unit in the last place of what training needs (2e-7 absolute for sigmoid and tanh),
// no branches, no conversion or rounding instructions beyond SSE2, so that every x86-64 machine runs the same code.

/// Eight floats: two registers of the oldest x86-64, one of a newer one.
package typealias Lanes = SIMD8<Float>

/// Functions over eight floats at once.
package enum VectorMath {
    /// The exponential of each lane, clamped to +-87 where a float ends.
    ///
    /// e^x = 2^n e^r with n = round(x / ln 2) and |r| <= ln 2 / 2; e^r by its Taylor polynomial of degree 6, whose
    /// remainder is below 2e-7 of the value there. Adding 1.5 x 2^23 rounds to an integer that stands in the low bits.
    @inline(__always)
    package static func exp(_ x: Lanes) -> Lanes {
        // Not `clamped`, which is no instruction but a call.
        let low = Lanes(repeating: -87)
        let high = Lanes(repeating: 87)
        var clamped = x.replacing(with: low, where: x .< low)
        clamped.replace(with: high, where: clamped .> high)
        let rounder = Lanes(repeating: 12_582_912)
        let shifted = clamped * 1.442_695_04 + rounder
        let n = shifted - rounder
        // ln 2 in two parts, so that n ln 2 is subtracted without cancellation (Cody & Waite 1980).
        let r = (clamped - n * 0.693_359_375) - n * -2.121_944_4e-4
        var p = r * (1.0 / 720) + (1.0 / 120)
        p = p * r + (1.0 / 24)
        p = p * r + (1.0 / 6)
        p = p * r + 0.5
        p = p * r + 1
        p = p * r + 1
        let bits = unsafeBitCast(shifted, to: SIMD8<Int32>.self) &- 0x4B40_0000
        let scale = unsafeBitCast((bits &+ 127) &<< 23, to: Lanes.self)
        return p * scale
    }

    /// 1 / (1 + e^-x) of each lane.
    @inline(__always)
    package static func sigmoid(_ x: Lanes) -> Lanes {
        1 / (1 + exp(-x))
    }

    /// The hyperbolic tangent of each lane.
    @inline(__always)
    package static func tanh(_ x: Lanes) -> Lanes {
        1 - 2 / (1 + exp(x + x))
    }

    /// Reads eight floats at `pointer`.
    @inline(__always)
    package static func load(_ pointer: UnsafePointer<Float>) -> Lanes {
        UnsafeRawPointer(pointer).loadUnaligned(as: Lanes.self)
    }

    /// Writes eight floats at `pointer`.
    @inline(__always)
    package static func store(_ lanes: Lanes, _ pointer: UnsafeMutablePointer<Float>) {
        UnsafeMutableRawPointer(pointer).storeBytes(of: lanes, as: Lanes.self)
    }

    /// Applies `body` to `count` floats, eight at a time; the last few go through a padded block.
    @inline(__always)
    package static func map(
        _ x: UnsafeMutablePointer<Float>, count: Int, _ body: (Lanes) -> Lanes
    ) {
        var index = 0
        while index + 8 <= count {
            store(body(load(x + index)), x + index)
            index += 8
        }
        guard index < count else { return }
        var rest = Lanes.zero
        for lane in 0..<(count - index) { rest[lane] = x[index + lane] }
        rest = body(rest)
        for lane in 0..<(count - index) { x[index + lane] = rest[lane] }
    }

    /// max(x, 0), in place.
    package static func rectify(_ x: UnsafeMutablePointer<Float>, count: Int) {
        map(x, count: count) { $0.replacing(with: 0, where: $0 .< 0) }
    }

    /// Sets `gradient` to 0 where `activation`, the output of a ReLU, is 0.
    package static func rectifyBackward(
        _ gradient: UnsafeMutablePointer<Float>, activation: UnsafePointer<Float>, count: Int
    ) {
        for index in 0..<count where activation[index] <= 0 { gradient[index] = 0 }
    }

    /// Adds `row` (columns) to each of the `rows` rows of `x`.
    package static func addRow(
        _ row: UnsafePointer<Float>, to x: UnsafeMutablePointer<Float>, rows: Int, columns: Int
    ) {
        for r in 0..<rows { add(row, to: x + r * columns, count: columns) }
    }

    /// Adds each of the `rows` rows of `x` (rows, columns) to `sum` (columns).
    package static func sumRows(
        _ x: UnsafePointer<Float>, into sum: UnsafeMutablePointer<Float>, rows: Int, columns: Int
    ) {
        for r in 0..<rows { add(x + r * columns, to: sum, count: columns) }
    }

    /// y += x.
    @inline(__always)
    package static func add(_ x: UnsafePointer<Float>, to y: UnsafeMutablePointer<Float>, count: Int) {
        var index = 0
        while index + 8 <= count {
            store(load(y + index) + load(x + index), y + index)
            index += 8
        }
        while index < count {
            y[index] += x[index]
            index += 1
        }
    }

    /// Turns `count` scores into probabilities in place and returns the logarithm of their normalizer.
    @discardableResult
    package static func softmax(_ x: UnsafeMutablePointer<Float>, count: Int) -> Float {
        var top = x[0]
        for index in 1..<max(count, 1) { top = max(top, x[index]) }
        map(x, count: count) { exp($0 - top) }
        var sum: Float = 0
        for index in 0..<count { sum += x[index] }
        let scale = 1 / sum
        for index in 0..<count { x[index] *= scale }
        return top + logarithm(sum)
    }

    /// The index of the largest of `count` values; the first of equals.
    @inline(__always)
    package static func indexOfMaximum(_ x: UnsafePointer<Float>, count: Int) -> Int {
        var best = 0
        for index in 0..<count where x[index] > x[best] { best = index }
        return best
    }
}
