import ArgumentParser
import Foundation
import Scratchpads
import TUI

/// `npi cars`.
struct Cars: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the cars that are drawn here, or write them as OBJ files.",
        discussion: """
            A car's name is its kind and a number from 1 to 9999; any number gives a car. Those of the shipped folder are
            listed. Networks are trained on the cars with numbers 1 to 20 and tested on 101 to 108.

            EXAMPLES:
              npi cars
              npi run car --car offroader-7
              npi cars --write cars            writes the shipped folder anew, to the same bytes
            """)

    @Option(
        help: ArgumentHelp("Write the OBJ and MTL files and the split into this folder.", valueName: "folder"),
        completion: .directory)
    var write: String?

    func run() throws {
        guard let write else {
            for design in CarSplit.shipped {
                let note = CarSplit.trained.contains(design) ? "trained on" : "never trained on"
                print("\(design.name)  (\(grouped(design.makeMesh().triangles.count)) triangles, \(note))")
            }
            return
        }
        do {
            try FileManager.default.createDirectory(atPath: write, withIntermediateDirectories: true)
            for design in CarSplit.shipped {
                for (suffix, text) in [("obj", design.objText), ("mtl", design.mtlText)] {
                    try text.write(toFile: "\(write)/\(design.name).\(suffix)", atomically: true, encoding: .utf8)
                }
            }
            try CarSplit.text.write(toFile: "\(write)/split.txt", atomically: true, encoding: .utf8)
        } catch {
            throw RunFailure("cannot write to \(write): \(error.localizedDescription)")
        }
        print("\(CarSplit.shipped.count) cars written to \(write)")
    }
}
