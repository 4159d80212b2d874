package import CarModels
import NPIKit
import Scratchpads

extension TaskDefinition {
    /// Whether it has too many training frames to list, as tasks with images do, so that they are drawn while training goes on.
    package var drawsFramesWithoutEnd: Bool { observationSpec.image != nil }
}

extension TrainingRecipe {
    /// The cars that are trained on, where they are a task.
    ///
    /// - Throws: ``OBJError`` if a real car cannot be read.
    package func makeCarDataSet() throws(OBJError) -> CarDataSet? {
        tasks.contains(where: \.drawsFramesWithoutEnd) ? try CarDataSet(cars ?? CarRecipe()) : nil
    }
}
