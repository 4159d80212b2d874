import Assets
import Debugger
import Foundation
import NPIKit
import Scratchpads
import Support
import TestSupport
import Testing
import Tours

@Suite("The shipped tours hold")
struct ShippedTourTests {
    static let directory = (try? Assets.path(of: Assets.tours)).map { TourDirectory($0) }
    static let names = directory?.names ?? []

    /// The tour laid out on its network; nil where that has not learned the task.
    private func player(_ name: String) throws -> TourPlayer? {
        let directory = try #require(Self.directory)
        let tour = try Tour(path: directory.path(of: name))
        let network = try tour.network()
        guard network.library.hasPrograms(of: tour.problem.task) else { return nil }
        return TourPlayer(tour, try TourPlan(tour, on: Session(tour.problem, predictor: NetworkPredictor(network))))
    }

    @Test("there are those that are meant to be there")
    func all() {
        #expect(
            Self.names == [
                "adding", "brackets", "carrying", "comparing", "hanoi", "incrementing", "learning-max",
                "long-multiplying", "looking", "mistakes", "multiplying", "palindromes", "quicksort", "reversing",
                "selecting", "sorting", "subtracting",
            ])
    }

    @Test("every stop is reached, in order, and every question has a right answer", arguments: names)
    func playsToItsEnd(_ name: String) throws {
        guard var player = try player(name) else {
            // The shipped network has no encoder for cars yet.
            return #expect(name == "looking")
        }
        var stops = 1
        while true {
            if let question = player.stop.question {
                let answers =
                    question.choices.isEmpty ? [question.rightAnswer] : question.choices.indices.map { "\($0 + 1)" }
                #expect(answers.count { question.isRight($0) } == 1)
                #expect(!question.because.isEmpty)
                // What is asked for does not stand on the screen already.
                let session = player.place.session
                let next = session.knownNext(at: session.position).map { session.name(of: $0) } ?? ""
                #expect(!next.hasSuffix(" \(question.rightAnswer)"))
                let right = player.answer(try #require(answers.first { question.isRight($0) }))
                #expect(right == true)
            }
            #expect(player.place.session.problem == player.tour.problem)
            if player.goOn() == .ended { break }
            stops += 1
        }
        #expect(stops == player.tour.stops.count)
        #expect(stops >= 5)
        #expect(player.score.right == player.score.count)
        #expect(player.place.session.isAtEnd)
    }

    @Test("the tour of cars holds for a network that turns them as the algorithm does, from its first stop to its last")
    func looking() throws {
        let tour = try Tour(path: try #require(Self.directory).path(of: "looking"))
        let plan = try TourPlan(tour, on: Session(tour.problem, predictor: ExpertPredictor([.car])))
        #expect(plan.stops.count == tour.stops.count)
        #expect(plan.stops.last?.session.isAtEnd == true)
    }

    @Test("what the texts promise of the network's digits is what it writes")
    func promises() throws {
        func outputs(_ name: String) throws -> [String] {
            let player = try #require(try player(name))
            return player.plan.stops.map { $0.session.problem.output(of: $0.session.latestWorld) }
        }
        #expect(try outputs("adding").last == "221")
        let carrying = try outputs("carrying")
        #expect(carrying.first == "221" && carrying.last == "211")
        #expect(try outputs("sorting").last == "2 5 9")
        #expect(try outputs("learning-max").last == "4")
        #expect(try outputs("mistakes").last == "105")
    }

    @Test("at each stop that names a next step, that step is next")
    func nextSteps() throws {
        func next(_ name: String, _ stop: Int) throws -> String {
            let session = try #require(try player(name)).plan.stops[stop - 1].session
            return session.knownNext(at: session.position).map { session.name(of: $0) } ?? ""
        }
        #expect(try next("adding", 4) == "ADD1")
        #expect(try next("carrying", 3) == "WRITE OUT 2")
        #expect(try next("carrying", 4) == "WRITE OUT 1")
        #expect(try next("learning-max", 2) == "BUBBLESORT")
        #expect(try next("mistakes", 2) == "WRITE OUT 5")
        #expect(try next("mistakes", 4) == "WRITE OUT 0")
        #expect(try next("sorting", 9) == "return")
    }

    @Test("a stop may be right before a mistake; where there is no other one, its error says how to stay or go before")
    func beforeMistake() throws {
        func plan(_ stops: String) throws -> TourPlan {
            let tour = try Tour(
                reading: "title: A\ntask: add\ninput: 58 67\nmodel: half-trained\nstops:\n" + stops, file: "x.yaml")
            let weights = try ModelFile.read(try Assets.path(of: "Weights/half-trained.safetensors")).network
            return try TourPlan(tour, on: Session(tour.problem, predictor: NetworkPredictor(weights)))
        }
        let stops = "  - {at: before mistake, text: A}\n  - {at: mistake, text: B}\n"
        #expect(try plan(stops).stops.map(\.session.position) == [16, 17])
        do {
            _ = try plan(stops + "  - {at: mistake, text: C}\n")
            Issue.record("there is one mistake")
        } catch {
            #expect(
                "\(error)".hasSuffix(
                    "step 17 is one: a stop without at stays there, and at: before mistake is right before it"))
        }
    }

    @Test("a cut or damaged file is refused with a line, or is still a tour; nothing crashes", arguments: names)
    func damage(_ name: String) throws {
        let text = try String(contentsOfFile: try #require(Self.directory).path(of: name), encoding: .utf8)
        let bytes = Array(text.utf8)
        var generator = SeededGenerator(seed: 7)
        for round in 0..<400 {
            var damaged = bytes
            if round.isMultiple(of: 2) {
                damaged.removeLast(Int.random(in: 1..<bytes.count, using: &generator))
            } else {
                for _ in 0..<3 {
                    damaged[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
                        in: 0...255, using: &generator)
                }
            }
            do {
                _ = try Tour(reading: String(decoding: damaged, as: UTF8.self), file: "x.yaml")
            } catch {
                #expect(!"\(error)".contains("\n") && "\(error)".hasPrefix("x.yaml"))
            }
        }
    }

    @Test("nesting without end is refused")
    func nesting() {
        for text in [
            String(repeating: "[", count: 100_000), String(repeating: "- ", count: 100_000),
            String(repeating: "{a: ", count: 50_000),
        ] {
            #expect(throws: TourError.self) { try Tour(reading: text, file: "x.yaml") }
        }
    }
}
