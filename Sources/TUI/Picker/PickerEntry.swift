package import Debugger
package import Scratchpads
package import Tours

/// Something to look at: the same as a command line of `npi`.
package enum PickerChoice: Hashable, Sendable {
    /// A problem, run by the network.
    case problem(TaskDefinition, [String])
    /// A shipped tour.
    case tour(String)
    /// A recording in the present folder.
    case recording(String)

    /// The words that follow `npi` on the command line.
    package var arguments: [String] {
        switch self {
        case .problem(let task, let input): ["run", task.name] + input
        case .tour(let name): ["tour", name]
        case .recording(let name): ["replay", name.hasPrefix("-") ? "./\(name)" : name]
        }
    }
}

/// A line of the picker.
package struct PickerEntry: Hashable, Sendable {
    /// The heading above it.
    package var section: String
    /// What is typed to choose it.
    package var name: String
    /// What it is, in a few words.
    package var detail: String
    /// What it opens.
    package var choice: PickerChoice
    /// Why it cannot be opened, if so: an input that will not do, a recording whose first line cannot be read.
    package private(set) var refusal: String?

    /// A problem of a task: its example if no other is told. Where the input will not do, the detail says why.
    package init(_ task: TaskDefinition, input: [String]? = nil) {
        let input = input ?? task.exampleInput
        section = "Tasks"
        name = ([task.name] + input).joined(separator: " ")
        choice = .problem(task, input)
        do throws(ProblemError) {
            detail = try Problem(task: task, input: input).goal(width: 60)
        } catch {
            detail = "\(error)"
            refusal = detail
        }
    }

    /// A tour.
    package init(_ tour: Tour) {
        section = "Tours"
        name = tour.name
        detail = tour.title
        choice = .tour(tour.name)
    }

    /// A recording.
    package init(_ recording: RecordingListing) {
        section = "Recordings in this folder"
        name = recording.name
        choice = .recording(recording.name)
        let problem = recording.header.flatMap { header in
            TaskCatalog.task(named: header.task).flatMap {
                try? Problem(task: $0, input: header.input, recorded: header.attachment)
            }
        }
        detail = problem?.title(width: 48) ?? "cannot be read"
        if problem == nil { refusal = "\(name) is no recording that can be replayed; npi replay says why" }
    }

    /// The task, where the entry is one.
    var task: TaskDefinition? {
        if case .problem(let task, _) = choice { task } else { nil }
    }
}
