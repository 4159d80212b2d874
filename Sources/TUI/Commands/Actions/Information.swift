import Debugger
import NPIKit
import Scratchpads
import Support

/// What `:info` can show.
enum InfoSubject: String, CaseIterable {
    case breakpoints, watches, bookmarks, branches, frame, source

    /// The first whose name begins with `text`; nil where none does.
    init?(beginning text: String) {
        guard !text.isEmpty, let found = Self.allCases.first(where: { $0.rawValue.hasPrefix(text.lowercased()) }) else {
            return nil
        }
        self = found
    }
}

extension AppState {
    /// Shows what `:info` is asked for.
    mutating func show(_ subject: InfoSubject) {
        switch subject {
        case .breakpoints: _ = perform(.listBreakpoints)
        case .watches: _ = perform(.listWatches)
        case .bookmarks: _ = perform(.listBookmarks)
        case .branches: _ = perform(.listBranches)
        case .frame: sayFrame()
        case .source: _ = perform(.viewSource)
        }
    }

    /// Shows the help, or what of it has `text` in it.
    mutating func showHelp(about text: String) {
        view.overlay = .help(scroll: 0, sought: text)
        guard DebuggerScreen.help(session, view).isEmpty else { return }
        view.overlay = nil
        complain("the help has nothing about \(text.quotedShort); \(key: .help) shows all of it")
    }

    /// Says which frame is looked at.
    private mutating func sayFrame() {
        guard let frame = session.selectedFrame else { return say("no program runs here") }
        let arguments =
            frame.arguments == .none ? "" : " " + frame.arguments.values.map(String.init).joined(separator: " ")
        let calls = frame.step == 1 ? "1 call made" : "\(frame.step) calls made"
        let below = frame.depth == 1 ? "1 frame below it" : "\(frame.depth) frames below it"
        say("\(session.library[frame.program])\(arguments), called at step \(frame.call), \(calls), \(below)")
    }

    /// Says what the expression `text` is at the position, or asks again with what is wrong.
    mutating func printValue(_ text: String) {
        do throws(SpecError) {
            let (expression, value) = try session.value(of: text)
            say("\(text) = \(expression.words(value, session))")
        } catch {
            askAgain(.print, text, error.what, column: error.column)
        }
    }
}
