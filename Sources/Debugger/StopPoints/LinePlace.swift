import NPIKit
import Scratchpads
import Support

/// A line of the task's file as a place to stop: before it is carried out, or where it is a loop's, whenever its condition is asked.
///
/// A line on which nothing happens stands for the next one on which something does, and a program's heading for the calls of the
/// program.
package struct LinePlace: Hashable, Sendable {
    /// The file's name, without folders.
    let file: String
    /// The line that was asked for, from 1.
    let asked: Int
    /// The line where something happens.
    package let line: Int
    /// The program in which it stands.
    let program: ProgramID
    let activity: SourceLines.Activity

    /// The place for line `number`.
    ///
    /// - Throws: ``SpecError`` at `column` where there is no such line.
    init(line number: Int, _ vocabulary: SpecVocabulary, column: Int) throws(SpecError) {
        guard let lines = vocabulary.lines else {
            throw SpecError("this task has no file with lines; step N stops at a step", column: column)
        }
        guard (1...lines.count).contains(number) else {
            throw SpecError("\(lines.file) has the lines 1 to \(lines.count)", column: column)
        }
        guard let line = lines.activeLine(from: number), let activity = lines.activity(on: line) else {
            let last = lines.lastActiveLine.map { "; the last line where something happens is \($0)" } ?? ""
            throw SpecError("nothing happens on line \(number) or behind it\(last)", column: column)
        }
        guard let program = vocabulary.program(activity.program) else {
            throw SpecError("there is no program \(activity.program), in which line \(line) stands", column: column)
        }
        (file, asked, self.line, self.program, self.activity) = (lines.file, number, line, program, activity)
    }

    /// What a breakpoint there is about.
    package var trigger: BreakpointSpec.Trigger {
        if case .heading = activity { .call(program) } else { .line(line, in: program) }
    }

    /// How it is written: "add.task:17", or of a heading the program.
    package var text: String {
        if case .heading(let name) = activity { name } else { "\(file):\(line)" }
    }

    /// What a person should know who asked for the line; nil where it is just what was asked for.
    package var note: String? {
        let moved = asked == line ? nil : "nothing happens on line \(asked)"
        let meaning: String? =
            switch activity {
            case .heading(let name): "line \(line) is where \(name) begins"
            case .statement: moved == nil ? nil : "the next line where something does is \(line)"
            case .loop: "on line \(line) the loop's condition is asked"
            }
        let parts = [moved, meaning].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }
}

extension LinePlace {
    /// Reads the place at the beginning of `text`: 17, add.task:17 or add:17.
    ///
    /// - Returns: The place, and what stands behind it; nil where `text` begins with no line.
    /// - Throws: ``SpecError`` with the column.
    static func reading(
        _ text: String, _ vocabulary: SpecVocabulary
    ) throws(SpecError) -> (place: LinePlace, rest: Substring)? {
        func column(_ index: String.Index) -> Int { text.distance(from: text.startIndex, to: index) + 1 }
        let start = text.firstIndex { !$0.isWhitespace } ?? text.endIndex
        var digits = start
        // A file's name may hold anything but a colon.
        let quote = text.firstIndex { SpecToken.quotes.contains($0) } ?? text.endIndex
        if let colon = text[..<quote].firstIndex(of: ":") {
            try checkFile(text[start..<colon], vocabulary, column: column(start))
            digits = text[text.index(after: colon)...].firstIndex { !$0.isWhitespace } ?? text.endIndex
        }
        let end = text[digits...].firstIndex { !($0.isASCII && $0.isNumber) } ?? text.endIndex
        guard end > digits, end == text.endIndex || text[end].isWhitespace else {
            guard digits > start else { return nil }
            let example = vocabulary.lines?.file ?? "add.task"
            throw SpecError("behind the colon stands the number of a line, as in \(example):17", column: column(digits))
        }
        let rest = text[end...]
        // A number alone that is compared with something begins a condition.
        let word = rest.split(whereSeparator: \.isWhitespace).first?.lowercased()
        guard digits > start || word == nil || word == "if" || word.map(BreakpointSpec.options.contains) == true else {
            return nil
        }
        let number = Int(text[digits..<end]) ?? .max
        return (try LinePlace(line: number, vocabulary, column: column(digits)), rest)
    }

    /// The file must be the task's, with or without folders and suffix.
    private static func checkFile(
        _ name: Substring, _ vocabulary: SpecVocabulary, column: Int
    ) throws(SpecError) {
        guard let file = vocabulary.lines?.file else { return }
        let wanted = String(name.split(separator: "/").last ?? "").trimming(where: \.isWhitespace).lowercased()
        let stem = file.hasSuffix(TaskSource.suffix) ? String(file.dropLast(TaskSource.suffix.count)) : file
        guard [file, stem].contains(where: { $0.lowercased() == wanted }) else {
            throw SpecError("the file that runs here is \(file), not \(wanted.prefix(60))", column: column)
        }
    }
}
