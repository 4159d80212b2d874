import Debugger
import Support

/// Speedscope's own "evented" JSON: O opens a frame, C closes the innermost, `at` never decreases, and none stays open.
struct SpeedscopeExporter: RunExporter {
    let name = "speedscope"
    let suffix = ".speedscope.json"
    let summary = "the calls, for https://www.speedscope.app"

    func write(_ run: ExportedRun, to output: inout some TextOutputStream) {
        let calls = CallSequence(run)
        let title = calls.title.quotedAsJSON
        let range = calls.range
        var names = FrameNames()
        var open = calls.openCalls.map { names.index(of: calls.name(of: $0)) }
        var isFirst = true
        func event(_ type: String, _ frame: Int, at step: Int) {
            output.write("\(isFirst ? "" : ",")\n{\"type\":\"\(type)\",\"at\":\(step),\"frame\":\(frame)}")
            isFirst = false
        }
        output.write(
            """
            {"$schema":"https://www.speedscope.app/file-format-schema.json","exporter":"npi",\
            "name":\(title),"profiles":[{"type":"evented","name":\(title),\
            "unit":"none","startValue":\(range.lowerBound),"endValue":\(range.upperBound),"events":[
            """)
        for frame in open { event("O", frame, at: range.lowerBound) }
        for record in calls.records {
            switch record.kind {
            case .call:
                open.append(names.index(of: calls.name(of: record)))
                event("O", open[open.count - 1], at: record.number - 1)
            case .act:
                let frame = names.index(of: calls.name(of: record))
                event("O", frame, at: record.number - 1)
                event("C", frame, at: record.number)
            case .return:
                event("C", open.removeLast(), at: record.number)
            }
        }
        while let frame = open.popLast() { event("C", frame, at: range.upperBound) }
        // The frames' names come last, since they are known only now; the order of keys means nothing in JSON.
        let frames = names.all.map { "{\"name\":\($0.quotedAsJSON)}" }.joined(separator: ",")
        output.write("\n]}],\"shared\":{\"frames\":[\(frames)]}}\n")
    }
}

/// Names by number, in the order in which they were seen.
private struct FrameNames {
    private(set) var all: [String] = []
    private var indices: [String: Int] = [:]

    mutating func index(of name: String) -> Int {
        if let index = indices[name] { return index }
        indices[name] = all.count
        all.append(name)
        return all.count - 1
    }
}
