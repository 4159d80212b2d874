extension Session {
    /// The words that a person may use of it.
    package var vocabulary: SpecVocabulary { SpecVocabulary(library, world) }

    /// Sets a breakpoint where `text` says, and returns it.
    ///
    /// - Throws: ``SpecError`` with the column.
    @discardableResult
    package mutating func addBreakpoint(_ text: String) throws(SpecError) -> Breakpoint {
        let (spec, isEnabled) = try BreakpointSpec.reading(text, vocabulary)
        let words = text.split(separator: " ").filter { $0.lowercased() != "off" }
        let id = breakpoints.add(
            spec, text: spec.plainText(library) ?? words.joined(separator: " "), isEnabled: isEnabled)
        return breakpoints[id] ?? Breakpoint(id: id, spec: spec, text: text)
    }
}

extension Session {
    /// Watches what `text` says, and returns the watch. A last word "stop" lets its changes stop the run.
    ///
    /// - Throws: ``SpecError`` with the column.
    @discardableResult
    package mutating func addWatch(_ text: String) throws(SpecError) -> Watch {
        var words = text.split(separator: " ")
        let stopsRun = words.count > 1 && words.last?.lowercased() == "stop"
        if stopsRun { words.removeLast() }
        // Columns are those of what was typed.
        let end = words.last?.endIndex ?? text.endIndex
        let expression = try Expression(String(text[..<end]), vocabulary)
        return watches.add(expression, text: words.joined(separator: " "), stopsRun: stopsRun)
    }

    /// What `watch` shows at the position.
    package func reading(of watch: Watch) -> WatchReading {
        if let scan = changeScans[watch.id], scan.scanned >= position { return scan.reading(at: position) }
        let value = watch.expression.value(at: position, of: log, in: world)
        return WatchReading(value: value.isNaN ? nil : value)
    }

    /// The last step before the position at which `watch` changed; nil if there is none, or none is known.
    package func lastChange(of watch: Watch) -> Int? {
        changeScans[watch.id]?.positions.previous(before: position)
    }
}
