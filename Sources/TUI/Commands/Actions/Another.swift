import Debugger
import Scratchpads

extension AppState {
    /// Asks for another problem of the same task.
    mutating func beginAnother() {
        guard let reason = reasonAgainstAnother else {
            return view.prompt = Prompt(.command, "another \(session.problem.task.name) ")
        }
        complain(reason)
    }

    /// Runs another problem in place of this one: "add 58 67", or "58 67" for one of the same task.
    mutating func runAnother(_ text: String) {
        if let reason = reasonAgainstAnother { return complain(reason) }
        do throws(ProblemError) {
            open(try problem(in: text), typed: text)
        } catch {
            askAgain(.another, text, "\(error)")
        }
    }

    private func problem(in text: String) throws(ProblemError) -> Problem {
        var words = text.split(separator: " ").map(String.init)
        var task = session.problem.task
        // The question begins with the task; who types a whole problem behind it names one twice.
        while let named = words.first.flatMap({ TaskCatalog.task(named: $0.lowercased()) }) {
            task = named
            words.removeFirst()
        }
        return try Problem(task: task, input: words)
    }

    private mutating func open(_ problem: Problem, typed text: String) {
        do throws(SessionError) {
            let next = following(try session.another(problem), named: view.sourceName)
            let lost = session.stopPoints.breakpoints.count - next.session.stopPoints.breakpoints.count
            self = next
            say("a new run, at step 0\(lost > 0 ? "; \(lost) of the breakpoints do not apply to it" : "")")
        } catch {
            askAgain(.another, text, "\(error)")
        }
    }

    /// Why no other problem can be run here, if so.
    private var reasonAgainstAnother: KeyText? {
        if tour != nil { return "a tour has its own problem; npi run TASK INPUT runs others" }
        if !session.isLive { return "a recording has no network to run other problems; npi run TASK INPUT does" }
        if let name = view.recordingName {
            return "this run is being recorded to \(name); leave it with \(key: .quit) before another one begins"
        }
        return nil
    }
}
