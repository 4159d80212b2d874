import NPIKit
import Support

// The grammar of breakpoints:
//
//     spec    := place ("if" condition)? option* | condition option*
//     place   := ["call"] PROGRAM | "return" [PROGRAM] | "act" ACTION... | "step" N | "depth" N | "mistake"
//              | "low-confidence" [P], for which "doubt" may stand too | [FILE ":"] LINE
//     option  := "once" | "log" | "off" | "every" N | "after" N | "hit" N
extension BreakpointSpec {
    /// Reads `text`, which a person wrote. The option "off" is returned apart: it is no part of the place. So is the line of the
    /// task's file that stands first, if one does, with what stands behind it.
    ///
    /// - Throws: ``SpecError`` with the column.
    package static func reading(
        _ text: String, _ vocabulary: SpecVocabulary
    ) throws(SpecError) -> (spec: BreakpointSpec, isEnabled: Bool, line: (place: LinePlace, rest: Substring)?) {
        let line = try LinePlace.reading(text, vocabulary)
        // Blanks in the place of the line, so that columns stay what they are.
        let left = line.map { String(repeating: " ", count: text.count - $0.rest.count) + $0.rest } ?? text
        var reader = try SpecReader(left, vocabulary)
        guard line != nil || reader.next.kind != .end else {
            throw reader.error(
                "break where? a program, a line, act, return, step, depth, mistake, low-confidence or a condition")
        }
        var spec = BreakpointSpec(.condition)
        let trigger = if let line { line.place.trigger as Trigger? } else { try reader.trigger() }
        if let trigger {
            spec.trigger = trigger
            if reader.take("if") { spec.condition = try reader.condition() }
        } else {
            _ = reader.take("if")
            spec.condition = try reader.condition()
        }
        var isEnabled = true
        while reader.next.kind != .end { try reader.option(&spec, &isEnabled) }
        return (spec, isEnabled, line)
    }

    /// The words that may end a spec.
    static let options = ["once", "log", "off", "every", "after", "hit"]
    /// The words that may begin one, programs and values apart.
    static let places = ["act", "call", "return", "step", "depth", "mistake", "low-confidence"]
}

extension SpecReader {
    /// Reads what the breakpoint is about; nil if that is a condition.
    fileprivate mutating func trigger() throws(SpecError) -> BreakpointSpec.Trigger? {
        switch next.word {
        case "mistake":
            take()
            return .mistake
        case "low-confidence", "doubt":
            take()
            guard case .number(let value) = next.kind else { return .lowConfidence(PredictionSummary.usualConfidence) }
            guard value > 0, value <= 1 else {
                throw error("low-confidence takes a probability above 0 and up to 1, such as 0.9")
            }
            take()
            return .lowConfidence(value)
        case "step" where following.isNumber, "depth" where following.isNumber:
            let word = take().word
            let number = try requireWhole(word == "step" ? "a step" : "a depth")
            return word == "step" ? .step(number) : .depth(number)
        case "call":
            take()
            return .call(try requireCallable())
        case "return":
            take()
            return .return(isAtOption ? nil : try requireCallable())
        case "act" where !following.isOperator:
            take()
            return .act(try actions())
        default: return try calledProgram()
        }
    }

    /// A program alone is a place; one that is compared with something is part of a condition.
    private mutating func calledProgram() throws(SpecError) -> BreakpointSpec.Trigger? {
        guard case .name(let name) = next.kind, !following.isOperator else { return nil }
        guard vocabulary.program(name) != nil else {
            let isValue = (vocabulary.valueNames + ["not", "if"]).contains(name.lowercased())
            if vocabulary.isAction(name) {
                throw error("\"\(name)\" is an action, and stands behind act: act \(name.uppercased()) ...")
            }
            guard !isValue, following.kind == .end || following.isOption || following.word == "if" else { return nil }
            throw error(
                "there is no program \(name) to break on\(vocabulary.meaning(of: name, or: vocabulary.values + ["mistake"]))"
            )
        }
        return .call(try requireCallable())
    }

    private mutating func requireCallable() throws(SpecError) -> ProgramID {
        if next.word == "act" {
            throw error("ACT is no program that is called; say which action, as in act \(someAction)")
        }
        return try requireProgram()
    }

    private var someAction: String { vocabulary.actions.last?.name ?? "" }

    /// The actions whose names begin with the words that follow; all if there are none.
    private mutating func actions() throws(SpecError) -> Set<Arguments> {
        let start = next
        var words: [String] = []
        while !isAtOption { words.append(take().text.uppercased()) }
        let wanted = words.joined(separator: " ")
        let found = vocabulary.actions.filter {
            words.isEmpty || $0.name == wanted || $0.name.hasPrefix(wanted + " ")
                || ($0.name + " ").hasPrefix(wanted + " ")
        }
        guard !found.isEmpty else {
            if let condition = words.firstIndex(where: { ["AND", "WHEN", "WHERE", "==", "=", "<", ">"].contains($0) }) {
                let action = words.prefix(condition).prefix(2).joined(separator: " ")
                throw SpecError("a condition stands behind if, as in act \(action) if depth > 2", column: start.column)
            }
            let names = vocabulary.actions.map(\.name)
            throw SpecError("there is no action \(wanted)\(wanted.meaning(oneOf: names))", column: start.column)
        }
        return Set(found.map(\.arguments))
    }

    private var isAtOption: Bool { next.kind == .end || next.word == "if" || next.isOption }

    fileprivate mutating func option(_ spec: inout BreakpointSpec, _ isEnabled: inout Bool) throws(SpecError) {
        let token = next
        func count(_ what: String) throws(SpecError) -> Int {
            let number = next
            let value = try requireWhole(what)
            guard value > 0 else { throw SpecError("\(what) is at least 1", column: number.column) }
            return value
        }
        switch token.word {
        case "once", "temp", "temporary": spec.isTemporary = true
        case "log": spec.isLogOnly = true
        case "off": isEnabled = false
        case "every", "after", "hit":
            take()
            let number = try count("a count")
            spec.selection =
                token.word == "every" ? .every(number) : token.word == "after" ? .after(number) : .only(number)
            return
        default:
            let known = BreakpointSpec.options + ["if", "and", "or"]
            // A word of the list that stands in the wrong place is not what was meant.
            guard !known.contains(token.text.lowercased()) else {
                throw error("\(token.text) cannot stand here; a condition compares, as in carry == 1")
            }
            throw error("\(token.text) has no meaning here\(token.text.meaning(oneOf: known))")
        }
        take()
    }
}

extension SpecToken {
    var isNumber: Bool { if case .number = kind { true } else { false } }

    fileprivate var isOption: Bool {
        word.map { (BreakpointSpec.options + ["temp", "temporary"]).contains($0) } ?? false
    }

    /// Whether what stands before it is part of an expression.
    fileprivate var isOperator: Bool {
        if case .symbol = kind { true } else { word == "in" || word == "and" || word == "or" }
    }
}
