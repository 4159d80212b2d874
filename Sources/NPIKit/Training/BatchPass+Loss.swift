extension BatchPass {
    /// The loss of all rows; turns the heads' sums into the gradients of the loss times `scale`, in place.
    ///
    /// -log P(end) - log P(program) - log P(arguments) at each step (Reed & de Freitas 2016, section 3.1); where a frame
    /// returns only the first counts, since nothing is called. P(program) is among the programs that may be called.
    func evaluateLoss(_ network: Network, scale: Float) -> Float {
        let programCount = network.library.count
        let ends = rows.ends.mutablePointer
        let scores = rows.scores.mutablePointer
        let arguments = rows.arguments.mutablePointer
        frameLosses = Array(repeating: 0, count: batch.frameCount)
        frameIsRight = Array(repeating: true, count: batch.frameCount)
        var total: Float = 0
        for row in 0..<batch.rowCount {
            let end = batch.ends[row]
            let sum = ends[row]
            var loss = softplus(sum) - end * sum
            ends[row] = (logistic(sum) - end) * scale
            var isRight = (sum >= 0) == (end == 1)
            let rowScores = scores + row * programCount
            let rowArguments = arguments + row * Arguments.count * Arguments.valueCount
            if batch.callees[row] >= 0 {
                let callable = network.callableCounts[Int(batch.programs[row])]
                let head = CrossEntropy.evaluate(
                    rowScores, count: callable, target: Int(batch.callees[row]), scale: scale)
                (rowScores + callable).update(repeating: 0, count: programCount - callable)
                loss += head.loss
                isRight = isRight && head.isRight
                for index in 0..<Arguments.count {
                    let head = CrossEntropy.evaluate(
                        rowArguments + index * Arguments.valueCount, count: Arguments.valueCount,
                        target: batch.arguments[row][index], scale: scale)
                    loss += head.loss
                    isRight = isRight && head.isRight
                }
            } else {
                rowScores.update(repeating: 0, count: programCount)
                rowArguments.update(repeating: 0, count: Arguments.count * Arguments.valueCount)
            }
            let frame = batch.steps.order[Int(batch.frames[row])]
            frameLosses[frame] += loss
            if !isRight { frameIsRight[frame] = false }
            total += loss
        }
        return total
    }
}
