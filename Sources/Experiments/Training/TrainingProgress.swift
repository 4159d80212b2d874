import NPIKit

/// How far a training is, for whoever shows it.
package struct TrainingProgress: Hashable, Sendable {
    /// How well one program is known in one environment.
    package struct FrameGroup: Hashable, Sendable {
        /// The program's name, or "auxiliary" for all auxiliary ones.
        package var program: String
        /// The environment's encoder.
        package var encoder: String
        /// The root mean square of its frames' losses a step.
        package var error: Float
        /// How many frames were wrong when last looked at; of the latest, where they are drawn without end.
        package var wrongCount: Int
        /// How many different frames there are.
        package var frameCount: Int
    }

    /// Updates made.
    package var updateCount: Int
    /// Updates planned, up to the end of this round.
    package var plannedCount: Int
    /// Network steps trained on.
    package var stepCount: Int
    /// A running mean of the loss a step; nil before the first update.
    package var loss: Float?
    /// Each program in each environment.
    package var groups: [FrameGroup]
    /// The marks of the latest validation.
    package var marks: [Validation.Mark]
    /// By how many logits the closest of all steps that can come up was ahead then; nil where a proof is not the goal, or some were
    /// wrong.
    package var margin: Float?

    /// The share of the planned updates that have been made, 0...1.
    package var share: Double { Double(updateCount) / Double(max(plannedCount, 1)) }
}

extension TrainingRun {
    /// How far it is.
    package var progress: TrainingProgress {
        var groups = trainer.curriculum.groups.map {
            let name = trainer.network.library[$0.program]
            return TrainingProgress.FrameGroup(
                program: AuxiliaryPrograms.isAuxiliary(name) ? "auxiliary" : name, encoder: $0.encoder, error: $0.error,
                wrongCount: $0.wrongCount, frameCount: $0.frameCount)
        }
        if let stream = trainer.stream {
            groups.append(
                TrainingProgress.FrameGroup(
                    program: trainer.network.library[stream.source.program], encoder: stream.source.encoder,
                    error: stream.error, wrongCount: stream.wrongCount, frameCount: FrameStream.windowSize))
        }
        let round = trainer.options.round(of: max(trainer.updateCount - 1, 0))
        return TrainingProgress(
            updateCount: trainer.updateCount, plannedCount: round.upperBound,
            stepCount: trainer.stepCount, loss: loss, groups: groups, marks: marks, margin: margin)
    }
}
