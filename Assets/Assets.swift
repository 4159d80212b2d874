import Foundation
import Support

/// The files that are shipped with the program, found wherever it is installed.
package enum Assets {
    /// The folder that SwiftPM makes of this target's resources; `make install` keeps its name.
    private static let folderName = "npi_Assets.resources"

    /// The weights that are used when none are named.
    package static let defaultModel = "Weights/npi.safetensors"

    /// The weights that know the shipped task `name`, which may be missing.
    package static func model(for name: String) -> String {
        learnedTogether.contains(name) ? "Weights/recursive.safetensors" : "Weights/tasks/\(name).safetensors"
    }

    /// The tasks that one network has learned together, and is proven right in.
    package static let learnedTogether: Set = ["add-recursive", "sort-recursive", "max-recursive"]

    /// What was proven of the shipped network for the task `name`; missing where nothing was.
    package static func certificate(for name: String) -> String { "Weights/certificates/\(name).json" }

    /// The shipped weights by their names, such as "npi" and "subtract": those that know several tasks, then those of one task.
    package static var models: [(name: String, path: String)] {
        ["Weights", "Weights/tasks"].flatMap { folder -> [(name: String, path: String)] in
            guard let place = try? path(of: folder) else { return [] }
            let names = ((try? FileSystem.names(in: place)) ?? []).filter { $0.hasSuffix(suffix) }.sorted()
            return names.map { (String($0.dropLast(suffix.count)), "\(place)/\($0)") }
        }
    }

    private static let suffix = ".safetensors"

    /// The folder of the tours.
    package static let tours = "tours"

    /// Where `name` is, such as "Weights/npi.safetensors".
    ///
    /// Looks at the folder that the variable NPI_ASSETS names, beside the executable, and in `../share/npi` from there.
    ///
    /// - Throws: ``AssetError`` with the places looked at.
    package static func path(of name: String) throws(AssetError) -> String {
        let places = folders.map { "\($0)/\(name)" }
        guard let found = places.first(where: FileSystem.exists) else {
            throw AssetError(name: name, folders: folders)
        }
        return found
    }

    private static let folders: [String] = {
        var folders: [String] = []
        if let named = ProcessVariables.all["NPI_ASSETS"], !named.isEmpty { folders.append(named) }
        let executable = FileSystem.destination(of: "/proc/self/exe") ?? ""
        let folder = (executable as NSString).deletingLastPathComponent
        folders.append("\(folder)/\(folderName)")
        folders.append(((folder as NSString).deletingLastPathComponent as NSString).appendingPathComponent("share/npi"))
        return folders
    }()
}

/// A shipped file that is not where it should be.
package struct AssetError: Error, Equatable, CustomStringConvertible {
    /// The file.
    package var name: String
    /// Where it was looked for.
    package var folders: [String]

    /// One line for the user.
    package var description: String {
        "the shipped file \(name) is missing from \(folders.joined(separator: " and ")); "
            + "install it with the program, or name a folder that holds it by NPI_ASSETS"
    }
}
