import ArgumentParser
import CarModels
import Experiments
import Foundation
import NPIKit
import Scratchpads
import Support
import TUI

/// `npi cars`.
struct Cars: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cars",
        abstract: "List the built-in cars, write them as OBJ files, or evaluate a network on them.",
        discussion: """
            A car's name is its kind and a number from 1 to 9999; any number gives a car. Those of the shipped folder are
            listed. Networks are trained on the cars with numbers 1 to 20 and tested on 101 to 108.

            EXAMPLES:
              npi cars
              npi run car --car offroader-7
              npi cars --write cars            writes the shipped folder anew, to the same bytes
              npi cars --examine               how many cars a network turns, from each of the paper's 55 starts
              npi cars --examine --real-cars torcs-cars
              npi cars --examine --any-poses 50
              npi cars --examine --plot ends.svg      where wrong runs end, as a figure too
              npi cars --examine --mirror             whether a network turns mirrored cars the mirrored way
              npi cars --training-pictures sheet.png  what networks are trained on
            """)

    @Option(
        help: ArgumentHelp("Write the OBJ and MTL files and the split into this folder.", valueName: "folder"),
        completion: .directory)
    var write: String?

    @Flag(help: "Count the runs that end correctly, from each of the paper's 55 starts.")
    var examine = false

    @Option(
        help: ArgumentHelp(
            "With --examine or --training-pictures: how many of the built-in cars of each kind.", valueName: "n"))
    var carsPerKind = 2

    @Option(
        help: ArgumentHelp(
            "With --examine or --training-pictures: the real cars too, in a folder as Scripts/fetch-torcs-cars.sh makes it.",
            valueName: "folder"))
    var realCars: String?

    @Option(
        help: ArgumentHelp(
            "With --examine: this many runs for each car between random poses, instead of from the paper's starts.",
            valueName: "n"))
    var anyPoses: Int?

    @Flag(
        help: ArgumentHelp(
            "With --examine: compare each decision with that in the mirror image of its state, instead of counting correct runs."
        ))
    var mirror = false

    @Option(
        help: ArgumentHelp(
            "With --examine: write the map as SVG: where wrong runs end, or with --mirror from where runs are not mirrored.",
            valueName: "file"),
        completion: .file(extensions: ["svg"]))
    var plot: String?

    @Option(
        help: ArgumentHelp(
            "Write a sheet of pictures as training draws them, in all their variations, as a PNG file.",
            valueName: "file"),
        completion: .file(extensions: ["png"]))
    var trainingPictures: String?

    @Option(help: ArgumentHelp("With --training-pictures: which ones.", valueName: "n"))
    var seed: UInt64 = 1

    @OptionGroup var model: ModelChoice

    func validate() throws {
        guard (1...20).contains(carsPerKind) else {
            throw ValidationError("--cars-per-kind must be 1 to 20, not \(carsPerKind)")
        }
        guard examine || (model.model == nil && anyPoses == nil && !mirror && plot == nil) else {
            throw ValidationError("--any-poses, --mirror, --plot and --model go with --examine")
        }
        guard examine || trainingPictures != nil || realCars == nil else {
            throw ValidationError("--real-cars goes with --examine or --training-pictures")
        }
        guard [examine, write != nil, trainingPictures != nil].count(where: { $0 }) <= 1 else {
            throw ValidationError("--examine, --write and --training-pictures exclude each other")
        }
        if let anyPoses, !(1...10_000).contains(anyPoses) {
            throw ValidationError("--any-poses must be 1 to 10000, not \(anyPoses)")
        }
    }

    private func examineModel() throws {
        let network = try model.readWarning().network
        guard TaskDefinition.car.isKnown(to: network) else {
            throw RunFailure("\(try model.path()) has not learned to turn cars; npi model lists what it knows")
        }
        let examination = CarExamination(
            evaluation: try CarEvaluation(
                carsPerKind: carsPerKind, realFolder: realCars, routes: anyPoses.map(CarEvaluation.Routes.any) ?? .paper
            ),
            predictor: NetworkPredictor(network), plot: plot)
        if mirror { try examination.compareMirrorImages() } else { try examination.count() }
    }

    func run() throws {
        guard !examine else { return try examineModel() }
        if let trainingPictures { return try writeTrainingPictures(to: trainingPictures) }
        guard let write else {
            var output = StandardOutput()
            for design in CarSplit.shipped {
                let note = CarSplit.trained.contains(design) ? "trained on" : "never trained on"
                output.writeLine("\(design.name)  (\(design.makeMesh().triangles.count.grouped) triangles, \(note))")
            }
            return try output.flush()
        }
        do throws(SystemError) {
            try FileSystem.makeFolder(write)
        } catch {
            throw RunFailure("cannot write to \(write): \(error)")
        }
        for design in CarSplit.shipped {
            try replace("\(write)/\(design.name).obj", with: design.objText)
            try replace("\(write)/\(design.name).mtl", with: design.mtlText)
        }
        try replace("\(write)/split.txt", with: CarSplit.text)
        try StandardOutput.print("\(CarSplit.shipped.count) cars written to \(write)")
    }

    private func writeTrainingPictures(to path: String) throws {
        var recipe = CarRecipe(carsPerKind: carsPerKind)
        recipe.realFolder = realCars
        try replace(path, with: Data(try TrainingSheet(recipe).picture(seed: seed).bytes))
        try StandardOutput.print(
            "\(TrainingSheet.columnCount * TrainingSheet.rowCount) training pictures written to \(path.printable)")
    }

    private func replace(_ path: String, with text: String) throws {
        try replace(path, with: Data(text.utf8))
    }

    private func replace(_ path: String, with data: Data) throws {
        do throws(FileWritingError) {
            try FileWriting.replace(path, with: data)
        } catch {
            throw RunFailure("\(error)")
        }
    }
}
