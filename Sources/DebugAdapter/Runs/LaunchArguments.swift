/// What `launch` and `attach` ask for: a problem to run, as `npi run` takes it, or a recording.
package struct LaunchArguments: Hashable, Sendable {
    /// The recording; nil for a live run.
    package var recording: String?
    /// The task's name, or a task file.
    package var task: String?
    /// The task's input, word by word.
    package var input: [String] = []
    /// Inputs that the command line takes as options: car, from, to, up.
    package var options: [String: String] = [:]
    /// The network; nil for the one shipped.
    package var model: String?
    /// Whether the programs of the task file run, without a network.
    package var usesExpert = false
    /// Whether the network is asked at every step, also where it has been asked the same before.
    package var noCache = false
    /// After how many steps a run is given up; nil for the problem's own limit.
    package var maxSteps: Int?
    /// The folder that relative paths start from; nil for the adapter's.
    package var folder: String?
    /// Whether the run stops at its first step.
    package var stopsOnEntry = false
    /// Whether it runs to its end without stops.
    package var isUndebugged = false

    /// The names of the options that some tasks take their input by.
    package static let optionNames = ["car", "from", "to", "up"]

    private static let recordingSuffix = ".npitrace"

    /// Reads the arguments of a request.
    ///
    /// - Throws: ``Refusal`` where one is missing, or is not what it should be.
    init(_ request: Request) throws(Refusal) {
        let arguments = request.arguments
        func text(_ name: String) throws(Refusal) -> String? {
            try Self.optional(name, arguments, "a text") { $0.string }
        }
        func flag(_ name: String) throws(Refusal) -> Bool {
            try Self.optional(name, arguments, "true or false") { $0.bool } ?? false
        }
        recording = try text("recording")
        task = try text("task")
        if let program = try text("program") {
            guard recording == nil, task == nil else {
                throw Refusal("program is another word for task or recording; leave out one of them")
            }
            if program.hasSuffix(Self.recordingSuffix) { recording = program } else { task = program }
        }
        guard recording == nil || task == nil else {
            throw Refusal("name a task or a recording, not both")
        }
        guard recording != nil || task != nil else {
            throw Refusal(
                "\(request.command) what? \"task\": \"add\", \"input\": [\"96\", \"125\"] runs a problem, \"recording\": \"run.npitrace\" replays one"
            )
        }
        input = try Self.optional("input", arguments, "a list of texts, such as [\"96\", \"125\"]", Self.words) ?? []
        for name in Self.optionNames { options[name] = try text(name) }
        model = try text("model")
        usesExpert = try flag("expert")
        noCache = try flag("noCache")
        maxSteps = try Self.optional("maxSteps", arguments, "a whole number from 1 on") {
            $0.integer.flatMap { $0 > 0 ? $0 : nil }
        }
        folder = try text("cwd")
        stopsOnEntry = try flag("stopOnEntry")
        isUndebugged = try flag("noDebug")
        guard recording == nil || input.isEmpty && options.isEmpty && !usesExpert else {
            throw Refusal("a recording has its input; leave out input, expert and the options of tasks")
        }
    }

    private static func optional<Value>(
        _ name: String, _ arguments: JSON, _ kind: String, _ read: (JSON) -> Value?
    ) throws(Refusal) -> Value? {
        let json = arguments[name]
        guard !json.isNull else { return nil }
        guard let value = read(json) else { throw Refusal("\(name) should be \(kind)") }
        return value
    }

    /// Texts or numbers in a list, or words in one text.
    private static func words(_ json: JSON) -> [String]? {
        if let text = json.string { return text.split(separator: " ").map(String.init) }
        guard let list = json.array else { return nil }
        let words = list.compactMap { $0.string ?? $0.integer.map(String.init) }
        return words.count == list.count ? words : nil
    }
}
