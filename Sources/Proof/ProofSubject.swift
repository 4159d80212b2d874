package import NPIKit
package import Scratchpads

extension TaskStructure {
    /// What a proof needs to know of `task`, its programs as `library` numbers them.
    ///
    /// - Throws: ``ProofError/noFile(_:)`` for a task that has no file; ``NPIKit/ProgramLibraryError`` if `library` lacks a program.
    package static func proving(_ task: TaskDefinition, _ library: ProgramLibrary) throws -> TaskStructure {
        guard let structure = try TaskStructure(task, library) else { throw ProofError.noFile(task.name) }
        return structure
    }
}
