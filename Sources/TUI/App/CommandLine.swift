import Debugger
import NPIKit
import Scratchpads
import TerminalKit

/// The words of the command line.
enum CommandWord: String, CaseIterable {
    case step, over, finish
    case `continue`
    case back, goto, start, end, play, speed
    case `break`
    case delete, enable, disable, breakpoints, mistakes
    case watch, unwatch, watches, last
    case bookmark, bookmarks, lowConfidence
    case set, force, undo, futures, future
    case search, record, run, theme, help, quit

    /// What stands behind the word, for messages.
    var usage: String {
        switch self {
        case .step, .back: "\(rawValue) [COUNT]"
        case .goto: "goto STEP, +N, -N, N%, start or end"
        case .speed: "speed STEPS-A-SECOND"
        case .break: "break PROGRAM, act ACTION, return, step N, depth N, mistake, low-confidence, or a condition"
        case .delete: "delete NUMBER or all"
        case .enable, .disable: "\(rawValue) NUMBER"
        case .mistakes: "mistakes on or off"
        case .set: "set VALUE NUMBER: a cell, a pointer or an angle, such as carry 0, ptr1 2, azimuth 30"
        case .force: "force PROGRAM, ACTION or return"
        case .future: "future NUMBER"
        case .bookmark: "bookmark NOTE"
        case .watch: "watch VALUE, or VALUE stop"
        case .unwatch: "unwatch NUMBER or all"
        case .last: "last, or last VALUE"
        case .search: "search TEXT"
        case .record: "record FILE"
        case .run: "run TASK INPUT, such as add 58 67, sort 3 1 2 or car truck-1; without TASK one of the same task"
        case .theme: "theme dark, light or contrast"
        default: rawValue
        }
    }

    /// The words that `text` may stand for: itself, or all that begin with it.
    static func matching(_ text: String) -> [CommandWord] {
        if let exact = CommandWord(rawValue: text.lowercased()) { return [exact] }
        return allCases.filter { $0.rawValue.hasPrefix(text.lowercased()) }
    }
}

extension AppState {
    /// Carries out a line of the command line.
    mutating func execute(_ line: String) -> [AppEffect] {
        let parts = line.split(separator: " ", maxSplits: 1)
        guard let first = parts.first.map(String.init) else { return [] }
        let rest = parts.count > 1 ? String(parts[1]).trimming(" ") : ""
        if Int(first) != nil, rest.isEmpty {
            goTo(first)
            return []
        }
        if TaskCatalog.task(named: first.lowercased()) != nil {
            runAnother(line)
            return []
        }
        let words = CommandWord.matching(first)
        guard let word = words.first else {
            complain("there is no command \(first); Tab shows them all")
            return []
        }
        guard words.count == 1 else {
            complain("\(first) could be \(words.map(\.rawValue).joined(separator: ", "))")
            return []
        }
        return execute(word, rest)
    }

    private mutating func execute(_ word: CommandWord, _ rest: String) -> [AppEffect] {
        switch word {
        case .step: repeatStep(rest, sign: 1, word)
        case .back: repeatStep(rest, sign: -1, word)
        case .over: return perform(.over)
        case .finish: return perform(.finish)
        case .continue: return perform(.run)
        case .start: return perform(.start)
        case .end: return perform(.end)
        case .play: return perform(.play)
        case .breakpoints: return perform(.listBreakpoints)
        case .help: return perform(.help)
        case .quit: return [.quit]
        case .goto: rest.isEmpty ? complain("usage: \(word.usage)") : goTo(rest)
        case .search: rest.isEmpty ? complain("usage: \(word.usage)") : beginSearch(rest, .forward)
        case .record:
            guard !rest.isEmpty, view.recordingName == nil else { return perform(.record) }
            return [.record(rest, overwriting: false)]
        case .run: rest.isEmpty ? beginAnother() : runAnother(rest)
        case .theme:
            guard let theme = Theme.named(rest) else {
                complain("usage: \(word.usage)")
                return []
            }
            return [.setTheme(theme.name)]
        case .speed:
            guard let speed = Double(rest), speed > 0 else {
                complain("usage: \(word.usage)")
                return []
            }
            view.speed = PlaySpeed(stepsPerSecond: speed)
            say(view.speed.text)
        case .mistakes:
            guard ["on", "off"].contains(rest) else {
                complain("usage: \(word.usage)")
                return []
            }
            setMistakeStops(rest == "on")
        case .watch: rest.isEmpty ? view.prompt = Prompt(.watch) : addWatch(rest, asked: .command, prefix: "watch ")
        case .unwatch: removeWatch(rest)
        case .set: rest.isEmpty ? complain("usage: \(word.usage)") : setValue(rest)
        case .force:
            if rest.isEmpty || !session.isLive || session.depth == 0 { return perform(.force) }
            force(rest, asked: .command, prefix: "force ")
        case .undo: undoEdit()
        case .futures: return perform(.listBranches)
        case .future:
            guard let id = Int(rest), !branches.all.isEmpty else {
                complain("usage: \(word.usage); V lists them")
                return []
            }
            switchBranch(to: id)
        case .bookmark: rest.isEmpty ? view.prompt = Prompt(.bookmark) : setBookmark(rest)
        case .bookmarks: return perform(.listBookmarks)
        case .lowConfidence: goToLeastSure()
        case .watches: return perform(.listWatches)
        case .last:
            if !rest.isEmpty { addWatch(rest, asked: .command, prefix: "last ") }
            if view.prompt == nil { goToLastChange() }
        case .break: addBreakpoint(rest)
        case .delete, .enable, .disable: changeBreakpoint(word, rest)
        }
        return []
    }

    private mutating func repeatStep(_ count: String, sign: Int, _ word: CommandWord) {
        if count.isEmpty { return move(.step(sign > 0 ? .forward : .backward)) }
        guard let number = Int(count), number > 0 else { return complain("usage: \(word.usage)") }
        let target =
            sign > 0 ? session.position.addingReportingOverflow(number).partialValue : session.position - number
        move(.go(to: max(target, 0)))
    }

    private mutating func addBreakpoint(_ text: String) {
        guard !text.isEmpty else {
            _ = perform(.toggleBreakpoint)
            return
        }
        do throws(SpecError) {
            let breakpoint = try session.addBreakpoint(text)
            let note =
                breakpoint.spec?.asksAfterEvent == true ? " (asked when it is done: values are the new ones)" : ""
            say("breakpoint \(breakpoint.id): \(breakpoint.text)\(note)")
        } catch {
            askAgain(.break, text, error.what, column: error.column)
        }
    }

    /// Opens the command line again on what is wrong, with the cursor where it is: in that column of `text`, or behind it.
    mutating func askAgain(_ word: CommandWord, _ text: String, _ problem: String, column: Int? = nil) {
        var prompt = Prompt(.command)
        prompt.text = "\(word.rawValue) \(text)"
        prompt.cursor = min(column.map { word.rawValue.count + $0 } ?? .max, prompt.text.count)
        prompt.problem = problem
        view.prompt = prompt
    }

    private mutating func removeWatch(_ rest: String) {
        if rest == "all" {
            session.stopPoints.removeWatches()
            return say("nothing is watched any more")
        }
        guard let watch = session.stopPoints.watches.first(where: { "\($0.id)" == rest || $0.text == rest }) else {
            return complain(rest.isEmpty ? "usage: \(CommandWord.unwatch.usage)" : "nothing watched is called \(rest)")
        }
        session.stopPoints.remove(watch.id)
        say("\(watch.text) is not watched any more")
    }

    private mutating func changeBreakpoint(_ word: CommandWord, _ rest: String) {
        if word == .delete, rest == "all" {
            session.stopPoints.removeBreakpoints()
            return say("no breakpoints any more")
        }
        let found = session.stopPoints.breakpoints.first {
            "\($0.id)" == rest || $0.text.lowercased() == rest.lowercased()
        }
        guard let found else {
            return complain(rest.isEmpty ? "usage: \(word.usage)" : "there is no breakpoint \(rest); B lists them")
        }
        switch word {
        case .delete: session.stopPoints.remove(found.id)
        case .enable: session.stopPoints.setEnabled(true, found.id)
        default: session.stopPoints.setEnabled(false, found.id)
        }
        say("breakpoint \(found.id) \(word.rawValue)d")
    }
}
