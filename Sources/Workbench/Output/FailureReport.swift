import Debugger
import Scratchpads
import Support

/// What went wrong in a measurement: a line for each group of wrong runs, and where recordings of them are.
struct FailureReport {
    private let folder: String
    private let groups: [FailureGroups.Group]
    private let names: [[String]]
    /// How many wrong runs there were that were not looked at.
    private let restCount: Int
    /// What programs make of each pair of digits.
    private let tables: [DigitTable]

    init(
        _ groups: [FailureGroups.Group], names: [[String]], in folder: String, restCount: Int, tables: [DigitTable] = []
    ) {
        self.tables = tables
        self.groups = groups
        self.names = names
        self.folder = folder
        self.restCount = restCount
    }

    /// How many groups of a program are listed.
    private static let listLimit = 20

    /// Writes it for a person.
    func write(to output: inout some TextOutputStream) {
        guard !groups.isEmpty else { return output.writeLine("no run was wrong; \(folder) is empty") }
        let kept = names.reduce(0) { $0 + $1.count }
        let rest = restCount > 0 ? " (\(restCount.grouped) more were not looked at)" : ""
        output.writeLine("\(Self.runs(groups))\(rest), by their first mistake; \(kept.grouped) recordings in \(folder)")
        for section in sections {
            output.writeLine()
            let program = groups[section[0]].mistake.map { "in \($0.program)" } ?? "no mistake, and no end"
            output.writeLine(
                "\(groups[section[0]].task.name), \(program): \(Self.runs(section.map { groups[$0] }))")
            for index in section.prefix(Self.listLimit) { write(index, to: &output) }
            let others = section.dropFirst(Self.listLimit).map { groups[$0] }
            if !others.isEmpty { output.writeLine("  and \(others.count.grouped) more kinds, \(Self.runs(others))") }
            write(tables.first { $0.program == groups[section[0]].mistake?.program }, to: &output)
        }
        guard let first = names.first(where: { !$0.isEmpty })?.first else { return }
        output.writeLine()
        output.writeLine("npi replay \(folder)/\(first) --at mistake opens one at its first mistake")
    }

    private func write(_ table: DigitTable?, to output: inout some TextOutputStream) {
        guard let table, table.wrongCount > 0 else { return }
        output.writeLine()
        output.writeLine("  \(table.program) is wrong (x) about \(table.wrongCount) of 200 pairs of digits")
        for line in table.lines(right: ".", wrong: "x") { output.writeLine("  \(line)") }
    }

    /// What opens a recording of each group at its first mistake, behind `npi replay`; nil where none was kept.
    var openings: [[String]?] {
        zip(groups, names).map { group, names in
            names.first.map { ["\(folder)/\($0)", "--at", group.mistake == nil ? "end" : "mistake"] }
        }
    }

    private func write(_ index: Int, to output: inout some TextOutputStream) {
        let (group, names) = (groups[index], names[index])
        let place = group.runs.first.map { "\($0.problem.title(width: 40)), step \($0.event.grouped)" } ?? ""
        let others = names.count > 1 ? " and \((names.count - 1).grouped) more" : ""
        let file = names.first.map { "\($0)\(others), " } ?? ""
        let number = String(index + 1)
        let indent = String(repeating: " ", count: max(4 - number.count, 0))
        let runs = group.runs.count == 1 ? "1 run" : "\(group.runs.count.grouped) runs"
        if let mistake = group.mistake {
            output.writeLine("\(indent)\(number)  \(runs) seeing \(mistake.seen)")
            output.writeLine("      \(mistake.decision), where \(mistake.expected) is right: \(file)\(place)")
        } else {
            output.writeLine("\(indent)\(number)  \(runs): \(file)\(place)")
        }
    }

    /// The groups of each task and program, in the order of their largest.
    private var sections: [[Int]] {
        var sections: [[Int]] = []
        for (index, group) in groups.enumerated() {
            let place = sections.firstIndex { section in
                let other = groups[section[0]]
                return other.task == group.task && other.mistake?.program == group.mistake?.program
            }
            if let place { sections[place].append(index) } else { sections.append([index]) }
        }
        return sections
    }

    private static func runs(_ groups: [FailureGroups.Group]) -> String {
        let count = groups.reduce(0) { $0 + $1.runs.count }
        return count == 1 ? "1 wrong run" : "\(count.grouped) wrong runs"
    }

    /// Writes an object of JSON for each group.
    func writeJSON(to output: inout some TextOutputStream) {
        for (group, names) in zip(groups, names) {
            output.writeLine(
                JSONText.encode(
                    Line(
                        failures: group.runs.count, task: group.task.name, program: group.mistake?.program,
                        seen: group.mistake?.seen, did: group.mistake?.decision, right: group.mistake?.expected,
                        input: group.runs.first?.problem.input ?? [], event: group.runs.first?.event ?? 0,
                        recordings: names.map { "\(folder)/\($0)" })))
        }
    }

    private struct Line: Encodable {
        var failures: Int
        var task: String
        var program: String?
        var seen: String?
        var did: String?
        var right: String?
        var input: [String]
        var event: Int
        var recordings: [String]
    }
}
