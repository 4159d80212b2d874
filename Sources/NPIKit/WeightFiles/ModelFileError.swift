/// A model file or a checkpoint that cannot be used.
public struct ModelFileError: Error, Equatable, CustomStringConvertible {
    /// Which file.
    public var path: String
    /// What is wrong.
    package var problem: Problem

    /// What can be wrong.
    package enum Problem: Error, Equatable {
        /// It cannot be opened.
        case unreadable(String)
        /// It cannot be written.
        case unwritable(String)
        /// Its container is damaged.
        case container(SafetensorsError)
        /// It is a safetensors file of another program.
        case foreign
        /// It was written by another version.
        case version(String)
        /// Its metadata do not describe a network.
        case metadata
        /// A tensor is missing.
        case missing(String)
        /// A tensor has another shape than the metadata tell.
        case shape(String, expected: [Int], found: [Int])
        /// A tensor holds infinities or not-a-numbers.
        case notFinite(String)
        /// A training that has changed since it was written.
        case changed
        /// It holds no state of a training.
        case notCheckpoint
        /// It is of a training on other frames or with other options.
        case otherTraining(String)
    }

    /// Makes an error about the file at `path`.
    package init(path: String, problem: Problem) {
        self.path = path
        self.problem = problem
    }

    /// One line for the user.
    public var description: String {
        switch problem {
        case .unreadable(let reason): "cannot read the model \(path): \(reason)"
        case .unwritable(let reason): "cannot write the model \(path): \(reason); what was there before is unchanged"
        case .container(let error): "cannot use \(path) as a model: \(error)"
        case .foreign:
            "cannot use \(path) as a model: it is a safetensors file, but not one that npi wrote; "
                + "a script that saves a model again has to save its metadata too"
        case .version(let found):
            "cannot use \(path) as a model: it has format version \(found); this program reads \(ModelFile.version)"
        case .metadata: "cannot use \(path) as a model: its metadata do not describe a network"
        case .missing(let name): "cannot use \(path) as a model: the tensor \(name) is missing"
        case .shape(let name, let expected, let found):
            "cannot use \(path) as a model: the tensor \(name) has shape \(found), not \(expected)"
        case .notFinite(let name): "cannot use \(path) as a model: the tensor \(name) holds values that are no numbers"
        case .changed:
            "cannot go on from \(path): it has changed since npi wrote it, or is damaged"
        case .notCheckpoint: "cannot resume from \(path): it is a model, not a checkpoint of a training"
        case .otherTraining(let difference): "cannot resume from \(path): \(difference)"
        }
    }
}
