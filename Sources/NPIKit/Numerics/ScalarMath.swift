import Glibc

/// The natural logarithm.
@inline(__always)
package func logarithm(_ x: Float) -> Float { logf(x) }

/// log(1 + e^x), without overflow for large x.
@inline(__always)
package func softplus(_ x: Float) -> Float { max(x, 0) + log1pf(expf(-abs(x))) }

/// 1 / (1 + e^-x).
@inline(__always)
package func logistic(_ x: Float) -> Float { 1 / (1 + expf(-x)) }

/// The cosine.
@inline(__always)
package func cosine(_ x: Double) -> Double { cos(x) }

/// `base` to the power `exponent`.
@inline(__always)
package func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
