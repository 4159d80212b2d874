import Experiments
import Foundation
import NPIKit
import Support
import TerminalKit

/// What `npi cars --examine` does: turns cars, and reports what became of it.
struct CarExamination {
    /// Which cars are turned between which poses.
    let evaluation: CarEvaluation
    /// The network.
    let predictor: any StepPredictor
    /// Where the map is written as SVG; nil writes none.
    let plot: String?

    /// Counts the correct runs, and maps where the others end.
    func count() throws {
        let results = try measure {
            try evaluation.result($0, for: predictor)
        } line: {
            "\($0.car): \($0.all.text)"
        }
        try report(evaluation.report(results), [evaluation.endMap(results)])
    }

    /// Compares the runs with their mirror images, and maps from where they differ.
    func compareMirrorImages() throws {
        let mirror = MirrorEvaluation(evaluation)
        let results = try measure {
            try mirror.result($0, for: predictor)
        } line: {
            "\($0.car): mirrored picture \($0.picture.runs.text), mirrored car \($0.mirroredCar.runs.text)"
        }
        try report(mirror.report(results), MirrorEvaluation.Image.allCases.map { mirror.map(results, $0) })
    }

    /// What `result` finds of each car, told on standard error as it goes.
    private func measure<Result>(
        _ result: (Int) throws -> Result, line: (Result) -> String
    ) throws -> [Result] {
        if let plot { try check(plot) }
        return try evaluation.cars.indices.map { index in
            let result = try result(index)
            StandardError.say("\(index + 1)/\(evaluation.cars.count) \(line(result))")
            return result
        }
    }

    /// Prints a table and maps, of which the first is the figure.
    private func report(_ table: TextTable, _ maps: [PoseMap]) throws {
        let pictures = maps.map { HeatMap($0) }
        if let plot, let picture = pictures.first { try replace(plot, with: picture.svg) }
        let look = TerminalLook(of: STDOUT_FILENO)
        var output = StandardOutput()
        output.write(table.text)
        for picture in pictures {
            var canvas = Canvas(size: picture.size, glyphs: look.glyphs)
            picture.draw(into: &canvas)
            output.writeLine()
            if look.isTerminal {
                output.write(canvas, depth: look.depth)
            } else {
                for line in canvas.lines { output.writeLine(line) }
            }
        }
        try output.flush()
    }

    private func check(_ path: String) throws {
        do throws(FileWritingError) {
            try FileWriting.check(path)
        } catch {
            throw RunFailure("\(error)")
        }
    }

    private func replace(_ path: String, with text: String) throws {
        do throws(FileWritingError) {
            try FileWriting.replace(path, with: Data(text.utf8))
        } catch {
            throw RunFailure("\(error)")
        }
    }
}
