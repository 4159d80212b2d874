import Experiments
import NPIKit
import Scratchpads
import Support

/// What to do about a training that has ended short of its goal.
struct TrainingAdvice {
    private let run: TrainingRun
    /// What another round can go on from; nil where no more are planned.
    private let checkpoint: String?

    init(_ run: TrainingRun, checkpoint: String?) {
        (self.run, self.checkpoint) = (run, checkpoint)
    }

    /// The command that goes on from a checkpoint.
    static func resuming(_ checkpoint: String) -> String { "npi train --resume \(checkpoint)" }

    /// Says it on standard error.
    func say() {
        StandardError.say(
            "npi: after \(run.trainer.updateCount.grouped) update\(run.trainer.updateCount == 1 ? "" : "s") the training is short of its goal, which is \(goal)"
        )
        if let checkpoint {
            StandardError.say("npi: for another round, twice as long: \(Self.resuming(checkpoint))")
        } else {
            StandardError.say("npi: to make more updates, leave out --updates or raise it")
        }
        if run.frozenCore == nil {
            let units = 2 * run.trainer.network.configuration.hiddenSize
            StandardError.say(
                "npi: or try more units: --units \(min(units, TrainingRecipe.Limits.unitCount.upperBound))")
        }
        if run.recipe.tasks.contains(where: { $0.source != nil }) {
            StandardError.say(
                "npi: or, where programs have loops, write them as calls: such frames stay short, and are learned completely"
            )
        }
    }

    private var goal: String {
        guard let proof = run.recipe.proof else { return "to solve all problems of the validation" }
        let wanted = "to be right in all that its programs can see, by at least \(proof.leastMargin.decimals(2)) logits"
        if let margin = run.margin { return "\(wanted); it is ahead by \(margin.decimals(2))" }
        return "\(wanted); it is wrong in \((run.wrongAtValidation ?? 0).grouped) sequences"
    }
}
