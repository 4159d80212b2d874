import NPIKit

// What a person writes of stop points, and what is shown of them.
extension StopPointTable {
    /// Sets a breakpoint where `text` says, and returns it.
    ///
    /// - Throws: ``SpecError`` with the column.
    mutating func addBreakpoint(_ text: String, _ vocabulary: SpecVocabulary) throws(SpecError) -> StopPoint {
        let (spec, isEnabled, line) = try BreakpointSpec.reading(text, vocabulary)
        // A line is called by its file and where something happens, however it was typed.
        let words = (line?.rest ?? text[...]).split(separator: " ").map(String.init).filter { $0.lowercased() != "off" }
        // A program alone is called by its name, however it was typed.
        let program = spec.calledProgram.flatMap { spec == BreakpointSpec(.call($0)) ? vocabulary.library[$0] : nil }
        let name = program ?? ([line?.place.text].compactMap(\.self) + words).joined(separator: " ")
        return add(spec, text: name, isEnabled: isEnabled, note: line?.place.note)
    }

    /// Watches what `text` says, and returns the watch. A last word "stop" lets its changes stop the run.
    ///
    /// - Throws: ``SpecError`` with the column.
    mutating func addWatch(_ text: String, _ vocabulary: SpecVocabulary) throws(SpecError) -> StopPoint {
        var words = text.split(separator: " ")
        let stopsRun = words.count > 1 && words.last?.lowercased() == "stop"
        if stopsRun { words.removeLast() }
        // Columns are those of what was typed.
        let end = words.last?.endIndex ?? text.endIndex
        let expression = try Expression(String(text[..<end]), vocabulary)
        return add(expression, text: words.joined(separator: " "), stopsRun: stopsRun)
    }

    /// What `watch` shows at the position of `history`.
    func reading(of watch: StopPoint, in history: RunHistory) -> WatchReading {
        if let scan = scan(of: watch.id), scan.scanned >= history.position {
            return scan.reading(at: history.position)
        }
        let value = watch.expression?.value(at: history.position, of: history.log, in: history.world) ?? .nan
        return WatchReading(value: value.isNaN ? nil : value)
    }

    /// The breakpoints that only log and match after position `first` and up to `last`, with how often they do.
    func logged(after first: Int, upTo last: Int, in log: EventLog) -> [(breakpoint: StopPoint, count: Int)] {
        breakpoints.filter { $0.isEnabled && !$0.stopsRun }.compactMap { breakpoint in
            let matches = matches(of: breakpoint, in: log)
            var (count, position) = (0, matches.next(after: first))
            while let present = position, present <= last {
                count += 1
                position = matches.next(after: present)
            }
            return count > 0 ? (breakpoint, count) : nil
        }
    }
}
