/// What a command is called in configuration files, such as "step-back"; this is what messages, hints and panes know of it.
///
///     let text: KeyText = "changed; \(key: .undoEdit) undoes it"
///
/// The names here are those that some text or pane mentions. ``CommandTable`` may have more.
package struct CommandID: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// The name.
    package let name: String

    package init(stringLiteral name: String) { self.name = name }
}

extension CommandID {
    package static let step: CommandID = "step"
    package static let over: CommandID = "over"
    package static let run: CommandID = "continue"
    package static let runBack: CommandID = "continue-back"
    package static let finish: CommandID = "finish"
    package static let until: CommandID = "until"
    package static let stepBack: CommandID = "step-back"
    package static let finishBack: CommandID = "finish-back"

    package static let previousMark: CommandID = "previous-mark"
    package static let nextMark: CommandID = "next-mark"
    package static let start: CommandID = "start"
    package static let end: CommandID = "end"
    package static let goTo: CommandID = "go-to"
    package static let search: CommandID = "search"
    package static let searchNext: CommandID = "search-next"
    package static let searchPrevious: CommandID = "search-previous"
    package static let leastConfident: CommandID = "least-confident"
    package static let bookmark: CommandID = "bookmark"
    package static let listBookmarks: CommandID = "list-bookmarks"

    package static let play: CommandID = "play"
    package static let faster: CommandID = "faster"
    package static let slower: CommandID = "slower"
    package static let playForward: CommandID = "play-forward"
    package static let playBack: CommandID = "play-back"
    package static let speed: CommandID = "speed"

    package static let toggleBreakpoint: CommandID = "toggle-breakpoint"
    package static let temporaryBreakpoint: CommandID = "temporary-breakpoint"
    package static let listBreakpoints: CommandID = "list-breakpoints"
    package static let delete: CommandID = "delete"
    package static let enable: CommandID = "enable"
    package static let disable: CommandID = "disable"
    package static let toggleMistakeStops: CommandID = "toggle-mistake-stops"
    package static let addWatch: CommandID = "add-watch"
    package static let unwatch: CommandID = "unwatch"
    package static let listWatches: CommandID = "list-watches"
    package static let lastChange: CommandID = "last-change"

    package static let print: CommandID = "print"

    package static let callerFrame: CommandID = "caller-frame"
    package static let calleeFrame: CommandID = "callee-frame"
    package static let nextPane: CommandID = "next-pane"
    package static let zoom: CommandID = "zoom"
    package static let project: CommandID = "project"
    package static let viewInside: CommandID = "view-inside"
    package static let viewMemory: CommandID = "view-memory"
    package static let viewWhy: CommandID = "view-why"
    package static let viewSource: CommandID = "view-source"
    package static let scrollUp: CommandID = "scroll-up"
    package static let scrollDown: CommandID = "scroll-down"
    package static let scrollLeft: CommandID = "scroll-left"
    package static let scrollRight: CommandID = "scroll-right"
    package static let fold: CommandID = "fold"
    package static let follow: CommandID = "follow"

    package static let edit: CommandID = "edit"
    package static let set: CommandID = "set"
    package static let force: CommandID = "force"
    package static let undoEdit: CommandID = "undo-edit"
    package static let listBranches: CommandID = "list-branches"
    package static let restore: CommandID = "restore"
    package static let record: CommandID = "record"

    package static let another: CommandID = "another"
    package static let commandLine: CommandID = "command-line"
    package static let theme: CommandID = "theme"
    package static let help: CommandID = "help"
    package static let quit: CommandID = "quit"

    package static let tourNext: CommandID = "tour-next"
    package static let tourBack: CommandID = "tour-back"
    package static let tourAnswer: CommandID = "tour-answer"
    package static let tourText: CommandID = "tour-text"
    package static let tourPlay: CommandID = "tour-play"

    package static let editUp: CommandID = "edit-up"
    package static let editDown: CommandID = "edit-down"
    package static let editLeft: CommandID = "edit-left"
    package static let editRight: CommandID = "edit-right"
    package static let editClear: CommandID = "edit-clear"
    package static let editEnd: CommandID = "edit-end"

    package static let listEnd: CommandID = "list-end"
    package static let listClose: CommandID = "list-close"
    package static let addInBreakpoints: CommandID = "breakpoints-add"
    package static let switchInBreakpoints: CommandID = "breakpoints-switch"
    package static let deleteInBreakpoints: CommandID = "breakpoints-delete"
    package static let mistakesInBreakpoints: CommandID = "breakpoints-mistakes"
    package static let addInWatches: CommandID = "watches-add"
    package static let stopInWatches: CommandID = "watches-stop"
    package static let lastChangeInWatches: CommandID = "watches-last-change"
    package static let deleteInWatches: CommandID = "watches-delete"
    package static let goInBookmarks: CommandID = "bookmarks-go"
    package static let addInBookmarks: CommandID = "bookmarks-add"
    package static let deleteInBookmarks: CommandID = "bookmarks-delete"
    package static let goInBranches: CommandID = "branches-go"
    package static let compareInBranches: CommandID = "branches-compare"
}
