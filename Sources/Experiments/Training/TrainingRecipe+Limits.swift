import CarModels
import NPIKit
package import Scratchpads
import Support

extension TrainingRecipe {
    /// What a recipe may ask for. A file could ask for anything, and these numbers size memory and time.
    package enum Limits {
        /// ``TrainingRecipe/longestLength``.
        package static let longestLength = 1...1_000
        /// ``TrainingRecipe/problemsPerLength``.
        package static let problemsPerLength = 1...100_000
        /// ``TrainingRecipe/unitCount``.
        package static let unitCount = 1...1_024
        /// ``StepCoverage/patience``.
        package static let patience = 1...100_000
        /// How many auxiliary programs.
        package static let auxiliaryCount = 0...10_000
        /// ``CarRecipe/carsPerKind``.
        package static let carsPerKind = 1...CarSplit.largestTrainedCount
        /// Steps of experts in all problems together, and of all auxiliary programs' frames: some hundred bytes each.
        static let stepCount = 25_000_000
    }

    /// What the recipe asks too much of, or too little, in words; nil if a network can be trained by it.
    ///
    /// - Parameter oldTasks: Tasks whose frames are mixed in.
    package func objection(with oldTasks: [TaskDefinition] = []) -> String? {
        func outside(_ name: String, _ value: Int, _ range: ClosedRange<Int>) -> String? {
            range.contains(value)
                ? nil : "\(name) must be \(range.lowerBound.grouped) to \(range.upperBound.grouped), not \(value)"
        }
        if tasks.isEmpty || Set(tasks).count != tasks.count { return "the tasks must be at least one, each named once" }
        if let share = cars?.wholeShare, !(0...1).contains(share) { return "the share of poses must be 0 to 1" }
        if proof?.isSensible == false { return "the margin of a proof must be 0 to 100 logits" }
        return outside("the longest length", longestLength, Limits.longestLength)
            ?? outside("the problems of each length", problemsPerLength, Limits.problemsPerLength)
            ?? unitCount.flatMap { outside("the units of a layer", $0, Limits.unitCount) }
            ?? coverage.flatMap { outside("the problems without a new step", $0.patience, Limits.patience) }
            ?? outside("the auxiliary programs", auxiliary.programCount, Limits.auxiliaryCount)
            ?? outside("the frames of an auxiliary program", auxiliary.framesPerProgram, 1...1_000)
            ?? outside("the longest loop of an auxiliary program", auxiliary.longestLoop, 1...1_000)
            ?? outside("the auxiliary programs that are called", auxiliary.calledCount, 0...1_000)
            ?? cars.flatMap { outside("the cars of each kind", $0.carsPerKind, Limits.carsPerKind) }
            ?? tooManySteps(oldTasks)
    }

    private func tooManySteps(_ oldTasks: [TaskDefinition]) -> String? {
        // A loop's body has a few steps.
        let auxiliarySteps = auxiliary.programCount * auxiliary.framesPerProgram * auxiliary.longestLoop * 4
        var steps = auxiliarySteps
        var generator = SeededGenerator(seed: seed)
        for task in Set(tasks + oldTasks) where !task.drawsFramesWithoutEnd {
            for length in lengths(of: task) {
                let problem = task.randomProblem(length: length, using: &generator)
                steps += problem.expertEventBound * problemsPerLength
                guard steps <= Limits.stepCount else {
                    return "the problems are too many and too long: experts would take over "
                        + "\(Limits.stepCount.grouped) steps in them; ask for fewer or for shorter ones"
                }
            }
        }
        return steps <= Limits.stepCount ? nil : "the auxiliary programs' frames are too many"
    }
}

extension FrozenCoreTraining {
    /// What cannot be of a frozen-core training that some network was given; nil if nothing.
    func objection(for tasks: [TaskDefinition]) -> String? {
        let needed = Set((tasks + oldTasks).flatMap(\.programNames))
        guard (try? ProgramLibrary(names: programs)) != nil, newPrograms.isEmpty == (encoder != nil),
            Set(newPrograms).count == newPrograms.count, needed.union(newPrograms).isSubset(of: programs),
            Set(oldTasks).count == oldTasks.count
        else { return "its programs are not those of its tasks" }
        return nil
    }
}
