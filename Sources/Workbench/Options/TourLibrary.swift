import Assets
import Debugger
import Foundation
import NPIKit
import Scratchpads
import Support
import TUI
import Tours

/// Finds tours, and the networks that they run on.
enum TourLibrary {
    /// The shipped tours.
    static func directory() throws -> TourDirectory {
        TourDirectory(try Assets.path(of: Assets.tours))
    }

    /// The order of the lessons: what addition needs, the paper's other tasks, then task files from the simplest on.
    private static let order = [
        "adding", "carrying", "mistakes", "sorting", "learning-max", "looking", "reversing", "incrementing",
        "comparing",
        "palindromes", "brackets", "subtracting", "multiplying", "long-multiplying", "selecting", "quicksort", "hanoi",
    ]

    /// The shipped tours that can be played: those whose programs the network has learned, or a task file has.
    static func offered(by library: ProgramLibrary? = ModelChoice.shippedLibrary) -> [Tour] {
        let tours = ((try? directory().tours) ?? []).sorted {
            (order.firstIndex(of: $0.name) ?? order.count, $0.name) < (
                order.firstIndex(of: $1.name) ?? order.count, $1.name
            )
        }
        return tours.filter { tour in
            guard tour.model == nil, tour.problem.task.source == nil, let library,
                ModelChoice.shipped(for: tour.problem.task.name) == nil
            else { return true }
            return library.hasPrograms(of: tour.problem.task)
        }
    }

    /// The shipped tour behind the shipped tour `name`; nil where none follows.
    static func following(_ name: String) -> FollowingTour? {
        let tours = offered()
        guard let index = tours.firstIndex(where: { $0.name == name }), index + 1 < tours.count else { return nil }
        return FollowingTour(name: tours[index + 1].name, title: tours[index + 1].title)
    }

    /// The tour `name`: a shipped one, or that of a file.
    ///
    /// - Throws: ``UsageError`` where there is none of that name.
    static func tour(_ name: String) throws -> Tour {
        if name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") { return try Tour(path: name) }
        let directory = try directory()
        guard directory.names.contains(name) else {
            for file in ["\(name).yaml", "\(name).yml"] where FileSystem.exists(file) {
                throw UsageError("there is no shipped tour \(name); did you mean the file, npi tour \(file)?")
            }
            throw UsageError("there is no tour \(name)\(directory.suggestion(for: name))")
        }
        return try Tour(path: directory.path(of: name))
    }

    /// A run of the tour's problem, and what the title calls the network. The programs of a task file that the shipped network has
    /// not learned run by themselves.
    static func session(of tour: Tour) throws -> (session: Session, source: String) {
        let path =
            try tour.modelPath { name in
                Assets.models.first { $0.name == name || "\($0.name).safetensors" == name }?.path
            }
            ?? ModelChoice.shipped(for: tour.problem.task.name) ?? Assets.path(of: Assets.defaultModel)
        let network: Network
        do throws(ModelFileError) {
            network = try ModelFile.read(path).network
        } catch {
            guard let model = tour.model else { throw error }
            throw tour.modelError(FileSystem.exists(path) ? "\(error)" : ModelChoice.unknown(model))
        }
        let task = tour.problem.task
        if tour.model == nil, !network.library.hasPrograms(of: task), let programs = FilePredictor(task) {
            return (try Session(tour.problem, predictor: programs), "the programs")
        }
        return (try Session(tour.problem, predictor: NetworkPredictor(network)), ModelChoice.name(of: path))
    }

    /// What the place of a tour is kept under: the name of a shipped one, the whole path of another.
    static func key(of tour: Tour) -> String {
        let folder = try? Assets.path(of: Assets.tours)
        if let folder, tour.file == TourDirectory(folder).path(of: tour.name) { return tour.name }
        return URL(fileURLWithPath: tour.file).standardizedFileURL.path
    }
}
