import Debugger
import NPIKit
import Scratchpads
import Support
import TerminalKit

extension AppState {
    /// Why nothing else can be made to happen next, if so.
    var reasonAgainstForce: KeyText? {
        if let reasonAgainstChange { return reasonAgainstChange }
        let isPossible = session.depth > 0 && (session.ending != .halted || session.position < session.log.count)
        return isPossible ? nil : "no program runs here that could do anything"
    }

    /// Asks what is to happen next in place of what the network would do.
    mutating func beginForce() {
        stopActivity()
        view.prompt = Prompt(.force)
    }

    /// Makes what `text` says the next event, or asks again with what is wrong.
    mutating func force(_ text: String, asked kind: Prompt.Kind, prefix: String) {
        let decision: Decision
        do throws(SpecError) {
            decision = try Decision(text, in: session)
        } catch {
            view.prompt = Prompt(kind, prefix + text, problem: error.what, at: prefix.count + error.column - 1)
            return
        }
        let before = session
        let chosen = session.world.name(of: decision, in: session.library)
        let instead = before.knownNext(at: before.position).map { " instead of \(before.name(of: $0))" } ?? ""
        do throws(SessionError) {
            try session.force(decision)
        } catch {
            return complain("\(error)")
        }
        guard session.position == before.position + 1 else { return complain("nothing can be done here any more") }
        branches.begin(
            "step \(before.position + 1): \(chosen)\(instead)", command: "force \(text)", from: before, to: session)
        follow()
        say(
            "\(chosen)\(instead); the network runs on from there. \(key: .undoEdit) undoes it, \(key: .listBranches) lists the branches"
        )
    }

    /// Goes back to the branch from which the present one branched off.
    mutating func undoEdit() {
        guard let parent = branches.parent else { return complain("nothing was changed") }
        switchBranch(to: parent)
        say("the change is undone; \(key: .listBranches) lists the branches")
    }

    mutating func switchBranch(to id: Branch.ID) {
        stopActivity()
        guard let chosen = branches.select(id, leaving: session) else { return complain("there is no branch \(id)") }
        session = chosen
        view.editing = nil
        follow()
        say("this is branch \(id): \(branches[id]?.name ?? "")")
    }

    /// Goes to where the branch that is chosen in the list parts from the present one.
    mutating func goToParting() {
        guard let chosen = chosen(of: branches.all), let step = branches.comparison(of: session, with: chosen)?.step
        else { return }
        view.overlay = nil
        move(.go(to: min(step - 1, session.log.count)))
        say("here the branches part: their next steps differ")
    }
}
