import Scratchpads
import Support

/// Refuses command lines of far more words than any command takes, before they are taken apart: that takes time by the
/// square of their number.
enum CommandLineLimit {
    private static let most = 2_000

    /// Checks the words behind the program's name.
    ///
    /// - Throws: ``UsageError``: what a task has against so many values, or that there are too many words.
    static func check(_ words: [String]) throws {
        guard words.count > most else { return }
        if words[0] == "run", let place = words.firstIndex(where: { TaskCatalog.task(named: $0) != nil }),
            let task = TaskCatalog.task(named: words[place])
        {
            do {
                _ = try Problem(task: task, input: Array(words[(place + 1)...]))
            } catch {
                throw UsageError("\(error)")
            }
        }
        throw UsageError("\(words.count.grouped) words are too many for any command; npi --help lists what there is")
    }
}
