package import Debugger
package import Scratchpads

/// A small task of a file, for tests that speak of its lines.
package enum ExampleTask {
    /// A word of a and b with a pointer that goes along it; lines 4 to 12.
    private static let word = """
        input W: word of 1..20 symbols at most 5000 "a word of a and b"
        example abab

        row WORD: symbols "ab" = W
        width: length + 1
        output WORD as word

        pointer AT on WORD at left
        see AT
        """

    /// Turns every a of a word into b: line 18 calls, 19 moves on, 22 writes.
    package static let flip = """
        task flip
        about "turn every a of a word into b"

        \(word)

        program FLIP "goes through the word"
          # one letter after the other
          until AT is blank
            if AT == "a"
              CHANGE
            move AT right

        program CHANGE "writes a b"
          write AT "b"
            say "here was an a"

        # the end
        """

    /// Goes to the end of a word, a call deeper for each letter: line 17 calls.
    package static let deep = """
        task deep
        about "go to the end of a word, a call deeper for each letter"

        \(word)

        program GO "goes on where there is a letter"
          if not AT is blank
            move AT right
            GO
        """

    /// The task of the file `name`.task with the text `text`.
    package static func task(_ text: String, named name: String) throws -> TaskDefinition {
        try TaskDefinition(TaskSource(file: "\(name).task", text: text))
    }
}

extension Session {
    /// The programs of a task's file on `input`, run by themselves, at position 0.
    package static func programs(of task: TaskDefinition, _ input: String...) throws -> Session {
        guard let predictor = FilePredictor(task) else { throw MissingFile() }
        return try Session(Problem(task: task, input: input), predictor: predictor)
    }

    private struct MissingFile: Error {}
}
