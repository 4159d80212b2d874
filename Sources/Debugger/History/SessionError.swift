package import NPIKit

/// Why a session cannot begin or cannot go on.
package enum SessionError: Error, CustomStringConvertible {
    /// The model lacks the program that the problem needs.
    case library(ProgramLibraryError)
    /// The model was not made for such a world.
    case predictor(StepPredictorError)
    /// A replayed recording has no network that could run on.
    case noNetwork

    /// One line for the user.
    package var description: String {
        switch self {
        case .library(let error): error.description
        case .predictor(let error): error.description
        case .noNetwork: "a replay has no network to run on from here; start the same problem with `npi run`"
        }
    }
}
