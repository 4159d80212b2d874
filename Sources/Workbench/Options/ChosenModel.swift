import Assets
import Debugger
import Experiments
import NPIKit
import Scratchpads
import Support

/// A network as a command uses it.
struct ChosenModel {
    let path: String
    let contents: ModelFile.Contents
    /// What a person should know before using it.
    let warnings: [String]

    var network: Network { contents.network }

    /// What of a problem around a car the network has not learned; nil where it has learned it all, and for other tasks.
    func caution(about problem: Problem) -> String? {
        problem.makeWorld().unwrapped(as: CarScene.self).flatMap { CarTraining(contents.training).caution(about: $0) }
    }

    var identity: ModelIdentity { ModelIdentity(name: ModelChoice.name(of: path), sha256: contents.sha256) }
}

extension ModelChoice {
    /// Reads the network for `task`: the one that is named, or one that is shipped and has learned the very task.
    ///
    /// - Throws: ``RunFailure`` where no shipped network has learned the task, or the named one has learned another version that it
    ///   cannot run; ``ModelFileError`` where it cannot be read.
    func read(for task: TaskDefinition?) throws -> ChosenModel {
        let path = try path(for: task?.name)
        let contents = try ModelFile.read(path)
        var warnings = [contents.warning(path: path)].compactMap { $0 }
        if let task, let file = task.source?.file.printable {
            let texts = contents.learnedTexts
            let changes = texts[task.name].map(task.changes) ?? TaskChanges()
            let canRun = task.isKnown(to: contents.network)
            if model == nil, !canRun || !task.isAmong(texts) {
                let reason = changes.isEmpty ? "" : ": it is not the \(task.name) that is shipped (\(changes.text))"
                let own = "npi-\(task.name).safetensors"
                let near = FileSystem.exists(own) ? " (here is \(own): --model \(own))" : ""
                throw RunFailure(
                    "no shipped network has learned \(file)\(reason)\(near); npi train \(file) trains one, to be named with --model; npi run \(file) ... --expert needs none"
                )
            }
            if !changes.isEmpty {
                let what = "\(path.printable) was trained on another version of \(file): \(changes.text)"
                guard canRun else {
                    throw RunFailure("\(what); it cannot run this one; npi train \(file) trains a network that can")
                }
                warnings.append("\(what); npi train \(file) trains a network on this one")
            }
        }
        return ChosenModel(path: path, contents: contents, warnings: warnings)
    }
}

extension ModelFile.Contents {
    /// The tasks that the network has learned, of those that the program knows.
    var learnedTasks: [TaskDefinition] {
        let names = (training["tasks"] ?? "").split(separator: ",").map(String.init)
        let known = TaskCatalog.all
        let others = names.compactMap(TaskCatalog.task(named:)).filter { !known.contains($0) }
        return (known + others).filter { $0.isKnown(to: network) }
    }

    /// The texts of the tasks that the network has learned, by their names. Networks that have learned shipped tasks do not hold their
    /// texts.
    fileprivate var learnedTexts: [String: String] {
        let shipped = (training["tasks"] ?? "").split(separator: ",").compactMap { name in
            ShippedTasks.text(of: String(name)).map { (String(name), $0) }
        }
        return texts.merging(shipped) { own, _ in own }
    }
}

extension TaskDefinition {
    /// Whether it is the same to a network as one of the tasks whose `texts` it has learned, whatever their names.
    fileprivate func isAmong(_ texts: [String: String]) -> Bool {
        // Equal texts are found without reading any.
        texts.values.contains(source?.text ?? "") || texts.values.contains { changes(since: $0).isEmpty }
    }
}
