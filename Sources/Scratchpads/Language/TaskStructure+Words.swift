package import NPIKit

extension TaskStructure {
    /// Something that an observation shows: a symbol, or whether something is so.
    package enum Sight: Hashable, Sendable {
        case symbol(String)
        case condition(Bool)
    }

    /// What an observation shows, by name.
    package func sights(of categories: [UInt8]) -> [(name: String, sight: Sight)] {
        zip(zip(form.spec.fields, form.fields), categories).compactMap { field, category in
            switch field.1 {
            case .symbol(let pointer):
                guard let row = form.pointers[pointer].row else { return nil }
                let value = category == form.rows[row].blank ? nil : Int(category)
                return (field.0.name, .symbol(form.text(of: value, row: row)))
            default: return (field.0.name, .condition(category == 1))
            }
        }
    }

    /// What an observation shows, as a person reads it: "INP1 9, INP2 blank".
    package func words(of categories: [UInt8]) -> String {
        sights(of: categories).map { name, sight in
            switch sight {
            case .symbol(let text): "\(name) \(text)"
            case .condition(let isSo): "\(isSo ? "" : "not ")\(name)"
            }
        }.joined(separator: ", ")
    }

    /// A decision in a few words: "call ADD1", "write 1 at OUT", "return". `library` names programs that the task does not have.
    package func words(of decision: Decision, _ library: ProgramLibrary) -> String {
        switch decision {
        case .end: return "return"
        case .call(let program, let arguments):
            let values = Array(arguments.values.prefix(parameterCount(program)))
            return "call \(Self.words(of: library.names[program.rawValue], values))"
        case .act(let arguments):
            switch form.actions.action(arguments, on: form) {
            case .move(let pointer, let direction):
                return "move \(form.pointers[pointer].label) \(direction == .left ? "left" : "right")"
            case .write(let pointer, let symbol):
                return
                    "write \(form.text(of: symbol, row: form.pointers[pointer].row)) at \(form.pointers[pointer].label)"
            case .swap(let one, let other):
                return "swap \(form.pointers[one].label) and \(form.pointers[other].label)"
            case .copy(let to, let from): return "copy \(form.pointers[from].label) to \(form.pointers[to].label)"
            case nil: return "an action that means nothing here"
            }
        }
    }

    /// The program's name and its arguments: "ENTER(8, 1)".
    package static func words(of program: String, _ arguments: [Int]) -> String {
        arguments.isEmpty ? program : "\(program)(\(arguments.map { "\($0)" }.joined(separator: ", ")))"
    }

    /// Inputs with any symbols, zeros in front among them; the longest has `length` symbols.
    package func anyInput(length: Int, using generator: inout some RandomNumberGenerator) -> [String] {
        let longest = form.inputs.indices.randomElement(using: &generator)
        let words = form.inputs.enumerated().map { index, input in
            let own = min(
                index == longest ? length : Int.random(in: 1...max(length, 1), using: &generator), input.limit)
            if input.kind == .count { return "\(own)" }
            let symbols = (0..<own).map { _ in
                String(input.alphabet.symbols[Int.random(in: input.alphabet.symbols.indices, using: &generator)])
            }
            return symbols.joined(separator: input.kind == .list ? " " : "")
        }
        return InputDrawing.words(words, form)
    }
}
