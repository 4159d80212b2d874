import Assets
import Scratchpads
import TestSupport
import Testing

@Suite("The shape of task files")
struct TaskPrinterTests {
    private func formatted(_ text: String) throws -> String {
        try TaskSource(file: "my.task", text: text).formatted()
    }

    @Test("indentation, spaces, empty lines and columns are set; words and comments stay")
    func shape() throws {
        let text = """


            task   add-one#  a name
            input A :number of 1 .. 20 digits
            example  5


            row  OUT :digits=A,aligned right
            # the programs
            program MAIN( X )"one"
                until OUT is blank and( X==1 )   # no digit
                      say "done"   if  X == 1
                  write OUT(X+1)mod 10 say "{X}"# now
                  # the next one
                  if X>1
                         NEXT( X-1,2 )
                  else if ( X<1 )
                         return
            program NEXT(A,B)
              move OUT left
            """
        let expected = """
            task add-one                             #  a name
            input A: number of 1..20 digits
            example 5

            row OUT: digits = A, aligned right

            # the programs
            program MAIN(X) "one"
              until OUT is blank and (X == 1)        # no digit
                say "done" if X == 1
                write OUT (X + 1) mod 10             say "{X}"  # now
                # the next one
                if X > 1
                  NEXT(X - 1, 2)
                else if (X < 1)
                  return

            program NEXT(A, B)
              move OUT left

            """
        let found = try formatted(text)
        #expect(found == expected)
        #expect(try formatted(found) == found)
    }

    @Test("a file whose lines cannot be read is not reshaped")
    func unreadable() throws {
        #expect(throws: TaskFileError.self) { try formatted("task add\nprogram A\n  move\n") }
    }

    @Test("shipped files have it", arguments: ShippedTasks.names)
    func shipped(name: String) throws {
        let text = try #require(ShippedTasks.text(of: name))
        #expect(try formatted(text) == text)
    }

    @Test("what is printed reads to the same task, and is printed the same", arguments: ShippedTasks.names)
    func mutated(name: String) throws {
        let text = try #require(ShippedTasks.text(of: name))
        var mutations = TextMutations(text, seed: 15)
        var readable = 0
        for _ in 0..<60 {
            let changed = mutations.next()
            guard let printed = try? formatted(changed) else { continue }
            readable += 1
            let again = try formatted(printed)
            guard signs(of: printed) == signs(of: changed), again == printed, isSame(printed, changed) else {
                Issue.record("\(changed)\n----\n\(printed)")
                return
            }
        }
        #expect(readable > 5)
    }

    /// Each line without its spaces, but for those in texts and comments; empty lines left out.
    private func signs(of text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).compactMap { line in
            var kept = ""
            var (isText, isComment) = (false, false)
            for character in line {
                if character == "#", !isText { isComment = true }
                if character == "\"", !isComment { isText.toggle() }
                if isText || isComment || character != " " { kept.append(character) }
            }
            while kept.last?.isWhitespace ?? false { kept.removeLast() }
            return kept.isEmpty ? nil : kept
        }
    }

    /// Whether both are the same task, or both have the same mistakes.
    private func isSame(_ one: String, _ other: String) -> Bool {
        func read(_ text: String) -> Result<TaskDefinition, TaskFileError> {
            Result { () throws(TaskFileError) in try TaskDefinition(TaskSource(file: "my.task", text: text)) }
        }
        return switch (read(one), read(other)) {
        case (.success(let task), .success): task.changes(since: other).isEmpty
        case (.failure(let first), .failure(let second)):
            first.problems.map(\.message) == second.problems.map(\.message)
        default: false
        }
    }
}
