/// Why nothing can be proven of a task.
package enum ProofError: Error, Hashable, CustomStringConvertible {
    case noFile(String)

    package var description: String {
        switch self {
        case .noFile(let task):
            "\(task) has no task file, so there is no text from which its observations could be enumerated"
        }
    }
}
