package import Debugger
import Glibc
package import Scratchpads
import Support
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
    /// What it opens; nil for the line that stands for more tasks.
    package var choice: PickerChoice?
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

    /// Stands for `tasks` until it is chosen.
    init(folding tasks: [PickerEntry]) {
        section = "Tasks"
        name = "\(tasks.count) more"
        let names = tasks.compactMap { $0.task?.name }.filter { !$0.hasSuffix("-recursive") }
        detail = names.joined(separator: ", ")
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
        let about = problem.map {
            [$0.title(width: 24), recording.result, recording.header?.model?.name, recording.date]
        }
        detail = about?.compactMap(\.self).joined(separator: ", ") ?? "cannot be read"
        if problem == nil { refusal = "\(name) is no recording that can be replayed; npi replay says why" }
    }

    /// The task, where the entry is one.
    var task: TaskDefinition? {
        if case .problem(let task, _) = choice { task } else { nil }
    }
}

extension RecordingListing {
    /// What came of the run in a few words.
    fileprivate var result: String? {
        guard let end else { return "breaks off" }
        guard end.isHalted else { return "did not halt" }
        guard let output = end.output?.shortenedInMiddle(to: 16) else { return nil }
        return end.isCorrect.map { "\(output) is \($0 ? "correct" : "wrong")" } ?? output
    }

    /// When it was written, such as "2026-03-14 15:09"; nil where that is not known.
    fileprivate var date: String? {
        guard time > 0 else { return nil }
        var (seconds, parts) = (time_t(time), tm())
        guard localtime_r(&seconds, &parts) != nil else { return nil }
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let day = "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
        return "\(day) \(two(parts.tm_hour)):\(two(parts.tm_min))"
    }
}
