package import Scratchpads

/// A scripted lesson on a run: stops with texts, things to look at and questions. Read from a file that anybody can
/// write; `Documentation/Tours.md` describes it.
///
///     let tour = try Tour(path: "carrying.yaml")
///     let plan = try TourPlan(tour, on: session)
///
/// A tour knows nothing of a network: whether its stops are reached shows when a ``TourPlan`` is made.
package struct Tour: Sendable {
    /// What it is called on the command line: its file's name without the suffix.
    package let name: String
    /// The file, as errors call it.
    package let file: String
    /// Its title.
    package let title: String
    /// What it is about, in a line; may be empty.
    package let about: String
    /// What is run.
    package let problem: Problem
    /// The weight file that it wants, as written in the file; nil for the shipped network.
    package let model: String?
    /// Where the file says so.
    let modelPlace: TextPlace?
    /// The stops, at least one.
    package let stops: [TourStop]

    /// Reads a tour.
    ///
    /// - Parameters:
    ///   - text: The file's contents.
    ///   - file: What errors call the file; its last part without the suffix is the tour's name.
    /// - Throws: ``TourError`` with the place.
    package init(reading text: String, file: String) throws(TourError) {
        let table = try TourNode(reading: text, file: file)
            .table("a tour", names: ["title", "about", "task", "input", "model", "stops"])
        func require(_ name: String, such example: String) throws(TourError) -> TourNode {
            guard let node = table[name] else {
                throw TourError(file: file, line: 1, "a tour needs \(name), such as \(name): \(example)")
            }
            return node
        }
        self.file = file
        name = Self.name(of: file)
        title = try require("title", such: "How carrying works").text("the title").paragraphs.joined(separator: " ")
        about = try table["about"]?.text("about").paragraphs.joined(separator: " ") ?? ""
        model = try table["model"]?.text("the model")
        modelPlace = table["model"]?.textPlace
        let task = try require("task", such: "add")
        problem = try Self.problem(task, beside: file, try require("input", such: "96 125"))
        let stops = try require("stops", such: "a list")
        guard let items = stops.items, !items.isEmpty else { throw stops.error("stops is a list of at least one stop") }
        let world = problem.makeWorld()
        var read: [TourStop] = []
        for item in items { read.append(try TourStop(item, in: world, problem.task.sourceLines)) }
        self.stops = read
    }

    /// The file's name without folders and suffix.
    static func name(of file: String) -> String {
        let last = file.split(separator: "/").last.map(String.init) ?? file
        return last.split(separator: ".").first.map(String.init) ?? last
    }

    private static func problem(
        _ task: TourNode, beside file: String, _ input: TourNode
    ) throws(TourError) -> Problem {
        let known = try TourTask.task(task, beside: file)
        var words: [String] = []
        for item in input.items ?? [input] {
            words += try item.text("the input").split(whereSeparator: \.isWhitespace).map(String.init)
        }
        do throws(ProblemError) {
            return try Problem(task: known, input: words)
        } catch {
            throw input.error("\(error)")
        }
    }
}
