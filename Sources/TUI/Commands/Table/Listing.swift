import Debugger
import TerminalKit

extension Command {
    static let listDown: Command = Command("list-down", .list, .down, .character("j"), help: "to the next line") {
        state, _ in
        state.moveInList(by: 1)
    }
    static let listUp: Command = Command("list-up", .list, .up, .character("k"), help: "to the line before") {
        state, _ in
        state.moveInList(by: -1)
    }
    static let listPageDown: Command = Command(
        "list-page-down", .list, .pageDown, .character(" "), help: "a page down"
    ) { state, _ in state.moveInList(by: state.overlayPage) }
    static let listPageUp: Command = Command("list-page-up", .list, .pageUp, help: "a page up") { state, _ in
        state.moveInList(by: -state.overlayPage)
    }
    static let listStart: Command = Command("list-start", .list, .home, help: "to the first line") { state, _ in
        state.moveInList(by: -state.overlayCount)
    }
    static let listEnd: Command = Command("list-end", .list, .end, help: "to the last line") { state, _ in
        state.moveInList(by: state.overlayCount)
    }
    static let listClose: Command = Command(
        "list-close", .list, .escape, .character("q"), help: "close the list, or the help"
    ) { state, _ in state.view.overlay = nil }

    static let addInBreakpoints: Command = Command(
        "breakpoints-add", .breakpoints, .character("a"), .character("b"), .character(":"), help: "add a breakpoint"
    ) { state, _ in
        state.view.overlay = nil
        state.view.prompt = Prompt(.command, "break ")
    }
    static let switchInBreakpoints: Command = Command(
        "breakpoints-switch", .breakpoints, .character(" "), .enter, .character("e"), help: "the chosen one on or off"
    ) { state, _ in
        guard let chosen = state.chosen(of: state.session.stopPoints.breakpoints) else { return }
        state.session.stopPoints.setEnabled(!chosen.isEnabled, chosen.id)
    }
    static let deleteInBreakpoints: Command = Command(
        "breakpoints-delete", .breakpoints, .character("d"), .delete, .character("x"), help: "delete the chosen one"
    ) { state, _ in
        if let chosen = state.chosen(of: state.session.stopPoints.breakpoints) {
            state.session.stopPoints.remove(chosen.id)
        }
        state.moveInList(by: 0)
    }
    static let mistakesInBreakpoints: Command = Command(
        "breakpoints-mistakes", .breakpoints, .character("m"), help: "stop at mistakes, on or off"
    ) { state, _ in state.session.stopPoints.stopsOnMistake.toggle() }

    static let addInWatches: Command = Command(
        "watches-add", .watches, .character("a"), .character("w"), help: "watch another value"
    ) { state, _ in
        state.view.overlay = nil
        state.view.prompt = Prompt(.watch)
    }
    static let stopInWatches: Command = Command(
        "watches-stop", .watches, .character("s"), .character(" "), help: "stop at changes of the chosen one, on or off"
    ) { state, _ in
        guard let chosen = state.chosen(of: state.session.stopPoints.watches) else { return }
        state.session.stopPoints.setStopsRun(!chosen.stopsRun, chosen.id)
    }
    static let lastChangeInWatches: Command = Command(
        "watches-last-change", .watches, .character("L"), .enter, help: "to the last change of the chosen one"
    ) { state, _ in
        let chosen = state.chosen(of: state.session.stopPoints.watches)
        state.view.overlay = nil
        state.view.watch = chosen?.id
        state.goToLastChange()
    }
    static let deleteInWatches: Command = Command(
        "watches-delete", .watches, .character("d"), .delete, .character("x"), help: "watch the chosen one no more"
    ) { state, _ in
        if let chosen = state.chosen(of: state.session.stopPoints.watches) {
            state.session.stopPoints.remove(chosen.id)
        }
        state.moveInList(by: 0)
    }

    static let goInBookmarks: Command = Command(
        "bookmarks-go", .bookmarks, .enter, .character(" "), help: "go to the chosen one"
    ) { state, _ in
        let chosen = state.chosen(of: Array(state.session.bookmarks))
        state.view.overlay = nil
        if let chosen { state.move(.go(to: chosen.step)) }
    }
    static let addInBookmarks: Command = Command(
        "bookmarks-add", .bookmarks, .character("a"), help: "bookmark this step"
    ) { state, _ in
        state.view.overlay = nil
        _ = state.perform(.bookmark)
    }
    static let deleteInBookmarks: Command = Command(
        "bookmarks-delete", .bookmarks, .character("d"), .delete, .character("x"), help: "delete the chosen one"
    ) { state, _ in
        if let chosen = state.chosen(of: Array(state.session.bookmarks)) {
            state.session.removeBookmark(at: chosen.step)
        }
        state.moveInList(by: 0)
    }

    static let goInBranches: Command = Command(
        "branches-go", .branches, .enter, .character(" "), help: "go to the chosen one"
    ) { state, _ in
        let chosen = state.chosen(of: state.branches.all)
        state.view.overlay = nil
        if let chosen, chosen.id != state.branches.current { state.switchBranch(to: chosen.id) }
    }
    static let compareInBranches: Command = Command(
        "branches-compare", .branches, .character("c"), help: "go to where the chosen one parts from this one"
    ) { state, _ in state.goToParting() }

    static let goInAlike: Command = Command(
        "alike-go", .alike, .enter, .character(" "), help: "go to the chosen one"
    ) { state, _ in
        guard let chosen = state.chosen(of: state.view.states.alike?.matches ?? []) else { return }
        state.goToAlike(chosen.event - 1)
    }
    /// The keys of the lists and of the help; a list's own ones come first.
    static let listing: [Command] = [
        listDown, listUp, listPageDown, listPageUp, listStart, listEnd, listClose, addInBreakpoints,
        switchInBreakpoints, deleteInBreakpoints, mistakesInBreakpoints, addInWatches, stopInWatches,
        lastChangeInWatches, deleteInWatches, goInBookmarks, addInBookmarks, deleteInBookmarks, goInBranches,
        compareInBranches, goInAlike,
    ]
}
