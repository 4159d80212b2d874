import ArgumentParser
import CarModels
import Scratchpads

/// The options by which some tasks take their input, and the problem that they make with the words after the task's name.
struct ProblemOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "For car: a car's name, such as \(CarSplit.shipped[0].name), or an OBJ file (y up, front toward +z).",
            valueName: "name|file"),
        completion: .list(CarSplit.shipped.map(\.name)))
    var car: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "For car: azimuth and elevation to start from, in steps of 15 degrees.", valueName: "az,el"))
    var from: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("For car: azimuth and elevation to go to (default: 0,15).", valueName: "az,el"))
    var to: String?

    @Option(
        help: ArgumentHelp(
            "For car: which axis of the OBJ file points up, y or z (default: y).", valueName: "axis"),
        completion: .list(["y", "z"]))
    var up: String?

    /// Whether one of them is given.
    var isGiven: Bool { car != nil || from != nil || to != nil || up != nil }

    /// The problem of a task, or of a task file, with this input.
    ///
    /// - Throws: ``UsageError`` or ``RunFailure``.
    func problem(_ name: String, _ input: [String], command: String) throws -> Problem {
        let task = try TaskFile.task(name)
        if let option = input.first(where: { $0.hasPrefix("--") && $0.count > 2 }) {
            throw UsageError("there is no option \(option); npi \(command) --help lists them")
        }
        let input = try fullInput(of: task, input)
        do throws(ProblemError) {
            return try Problem(task: task, input: input)
        } catch {
            throw error.isAboutFile ? RunFailure("\(error)") : UsageError("\(error)")
        }
    }

    /// The input as recordings have it: that of some tasks comes from options.
    private func fullInput(of task: TaskDefinition, _ input: [String]) throws -> [String] {
        let given = [("car", car), ("from", from), ("to", to), ("up", up)].filter { $0.1 != nil }
        let named = task.namedInputs
        if let option = given.first(where: { option in !named.contains { $0.name == option.0 } }) {
            throw UsageError("--\(option.0) is not for \(task.name), which takes its input after its name")
        }
        guard !named.isEmpty else { return input }
        if let word = input.first {
            guard given.isEmpty else {
                let options = named.map { "--\($0.name)" }.formatted
                throw UsageError("\(task.name) takes its input by \(options); what is \(word)?")
            }
            return input
        }
        return named.compactMap { option in
            given.first { $0.0 == option.name }?.1 ?? (option.isOptional ? nil : option.usual)
        }
    }
}

extension ProblemOptions {
    /// The options by their names, given elsewhere than on the command line.
    init(_ options: [String: String]) {
        self.init()
        (car, from, to, up) = (options["car"], options["from"], options["to"], options["up"])
    }
}

extension [String] {
    /// "a, b and c".
    fileprivate var formatted: String {
        guard let last, count > 1 else { return first ?? "" }
        return "\(dropLast().joined(separator: ", ")) and \(last)"
    }
}
