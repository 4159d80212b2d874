import Dispatch

/// A forward and backward pass with memory of its own.
package protocol GradientPass: AnyObject, SendableMetatype {
    /// What is trained.
    associatedtype Model: Sendable
    /// What it is trained on.
    associatedtype Example: Sendable

    /// The gradient of the loss, added to by ``run(_:in:scale:)``.
    var gradient: FloatArena { get set }

    /// The loss of `examples`, and where `scale` is not nil the gradient of the loss times `scale`.
    func run(_ examples: [Example], in model: Model, scale: Float?) -> Float
}

extension GradientPass {
    /// Sets the gradient to zero.
    package func clearGradient() {
        let count = gradient.count
        gradient.mutablePointer.update(repeating: 0, count: count)
    }
}

/// The passes of an update, run side by side. Each has its own memory; how many there are is an option of the training,
/// not of the machine, so that results do not depend on its cores.
final class ParallelPasses<Pass: GradientPass>: @unchecked Sendable {
    let all: [Pass]

    init(_ all: [Pass]) {
        self.all = all
    }

    /// Runs one batch in each pass and returns the losses.
    func run(_ batches: [[Pass.Example]], in model: Pass.Model, scale: Float?) -> [Float] {
        let losses = FloatArena(count: batches.count)
        let target = Target(pointer: UnsafeMutablePointer(mutating: losses.pointer))
        DispatchQueue.concurrentPerform(iterations: batches.count) { index in
            if scale != nil { all[index].clearGradient() }
            target.pointer[index] = all[index].run(batches[index], in: model, scale: scale)
        }
        return losses.values
    }

    /// Adds the gradients of the first `count` passes, which have run, into the first one's and returns the norm over `ranges`.
    func sumGradients(ofFirst count: Int, over ranges: [Range<Int>]) -> Float {
        let sum = all[0].gradient.mutablePointer
        let target = Target(pointer: sum)
        FloatParts.forEach(of: ranges) { part in
            for pass in all[..<count].dropFirst() {
                VectorMath.add(
                    pass.gradient.pointer + part.lowerBound, to: target.pointer + part.lowerBound, count: part.count)
            }
        }
        var squares: Float = 0
        for range in ranges {
            squares += BLAS.dot(sum + range.lowerBound, sum + range.lowerBound, count: range.count)
        }
        return squares.squareRoot()
    }
}

/// A pointer that each iteration writes at its own places.
private struct Target: @unchecked Sendable {
    let pointer: UnsafeMutablePointer<Float>
}
