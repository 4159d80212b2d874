import Experiments
import Foundation
import NPIKit
import Proof
import Scratchpads
import Testing

@Suite("Training until a proof holds")
struct ProofGoalTests {
    private func task(_ name: String) throws -> TaskDefinition { try #require(TaskCatalog.task(named: name)) }

    private func recipe(_ name: String) throws -> TrainingRecipe {
        var recipe = TrainingRecipe(tasks: [try task(name)], seed: 1)
        recipe.proof = ProofGoal()
        recipe.unitCount = 16
        return recipe
    }

    @Test("it trains on every sequence that the proof looks at, and on nothing else")
    func frames() throws {
        let recipe = try recipe("reverse-recursive")
        let frames = try recipe.makeFrameGroups().frames
        let proof = try TaskProof(try task("reverse-recursive"), nil)
        #expect(frames.count == proof.sequences)
        #expect(Set(frames).count == frames.count)
        let drawn = try recipe.makeFrames(recipe.makeNetwork().library)
        #expect(Set(frames).isSuperset(of: drawn))
    }

    @Test("it ends as soon as the proof holds, and the network is proven")
    func proves() throws {
        var options = TrainingOptions()
        options.updateCount = 20_000
        var run = try TrainingRun(try recipe("reverse-recursive"), options: options)
        while !run.isFinished { run.advance() }
        #expect(run.isRight)
        #expect(run.trainer.updateCount < 20_000)
        let proof = try TaskProof(try task("reverse-recursive"), NetworkPredictor(run.best))
        #expect(proof.isProven)
        #expect(try #require(proof.leastMargin) >= ProofGoal().leastMargin)
        #expect(proof.leastMargin == run.margin)
        #expect(run.verdict.hasPrefix("right in all \(proof.sequences) sequences"))
    }

    @Test("a training that is resumed goes on to the same proof")
    func resumes() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("proof-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        var options = TrainingOptions()
        options.updateCount = 20_000
        var run = try TrainingRun(try recipe("reverse-recursive"), options: options)
        for _ in 0..<300 { run.advance() }
        try run.checkpoint(to: path)
        var resumed = try TrainingRun(resuming: path)
        while !run.isFinished { run.advance() }
        while !resumed.isFinished { resumed.advance() }
        for tensor in run.best.layout.tensors {
            #expect(resumed.best.values(of: tensor.name) == run.best.values(of: tensor.name))
        }
        #expect(resumed.margin == run.margin)
    }

    @Test("a loop that goes round any number of times is refused, with its line")
    func refuses() throws {
        let error = #expect(throws: ProofGoalError.self) { try recipe("reverse").makeFrameGroups() }
        let words = try #require(error).description
        #expect(words.hasPrefix("reverse cannot be proven: the loop of REVERSE in line "))
        #expect(words.contains("write it as a program that calls itself, or leave out --until-verified"))
    }
}
