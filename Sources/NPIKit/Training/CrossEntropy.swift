/// The loss of one choice among several.
enum CrossEntropy {
    /// -log softmax(x)[target] of `count` scores; x becomes its gradient times `scale`.
    static func evaluate(
        _ x: UnsafeMutablePointer<Float>, count: Int, target: Int, scale: Float
    ) -> (loss: Float, isRight: Bool) {
        precondition(target < count, "the target is none of the choices")
        let isRight = VectorMath.indexOfMaximum(x, count: count) == target
        let score = x[target]
        let loss = VectorMath.softmax(x, count: count) - score
        x[target] -= 1
        for index in 0..<count { x[index] *= scale }
        return (loss, isRight)
    }
}
