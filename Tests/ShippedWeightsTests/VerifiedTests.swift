import Assets
import NPIKit
import Proof
import Scratchpads
import Testing

@Suite("Shipped networks are proven")
struct VerifiedTests {
    @Test("the network of several tasks is right at every step of the programs that are bounded")
    func bounded() throws {
        let predictor = NetworkPredictor(try ModelFile.read(Assets.path(of: Assets.defaultModel)).network)
        for (task, sequences) in [(TaskDefinition.add, 24_984), (.sort, 3_920), (.max, 5_285)] {
            let proof = try TaskProof(task, predictor)
            #expect(proof.wrong == 0 && proof.sequences == sequences, "\(task) \(proof.sequences) \(proof.wrong)")
        }
    }

    @Test(
        "one weight changed in a proven network is found",
        arguments: [("end.bias", Float(9)), ("end.bias", -9), ("end.weight", 40)])
    func fault(tensor: String, change: Float) throws {
        let task = try #require(TaskCatalog.task(named: "reverse-recursive"))
        var network = try ModelFile.read(Assets.path(of: Assets.model(for: task.name))).network
        #expect(try TaskProof(task, NetworkPredictor(network)).isProven)
        var values = network.values(of: tensor)
        // The one that matters most.
        let place = try #require(values.indices.max { abs(values[$0]) < abs(values[$1]) })
        values[place] += change
        network.setValues(of: tensor, to: values)
        let proof = try TaskProof(task, NetworkPredictor(network))
        #expect(!proof.isProven && proof.wrong > 0)
        let counterexample = try #require(proof.calls.flatMap(\.counterexamples).first)
        #expect(counterexample.expected != counterexample.decided)
    }

    @Test("the half-trained network is found wrong, with problems in which it is")
    func wrong() throws {
        let network = try ModelFile.read(Assets.path(of: "Weights/half-trained.safetensors")).network
        let proof = try TaskProof(.add, NetworkPredictor(network))
        #expect(proof.wrong > 0 && (proof.leastMargin ?? 0) < 0)
        var search = try CounterexampleSearch(
            proof.calls.flatMap(\.counterexamples), of: .add, network.library)
        search.run(events: 500_000)
        let shortest = try #require(search.found.values.min { $0.event < $1.event })
        let problem = try Problem(task: .add, input: shortest.input)
        var interpreter = try Interpreter(
            NetworkPredictor(network), in: problem.makeWorld(), running: network.library.require(problem.program))
        for _ in 0..<shortest.event { _ = interpreter.step() }
        let decided = interpreter.predict()?.decision
        #expect(decided == shortest.counterexample.decided && decided != shortest.counterexample.expected)
    }
}
