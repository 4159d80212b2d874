import CarModels
import Foundation
import Scratchpads
import Testing

@Suite("The shipped cars")
struct ShippedCarTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Assets/cars").path

    private func text(_ name: String) throws -> String {
        try String(contentsOfFile: "\(Self.folder)/\(name)", encoding: .utf8)
    }

    @Test("are what npi cars --write makes, to the byte")
    func bytes() throws {
        for design in CarSplit.shipped {
            #expect(try text("\(design.name).obj") == design.objText, "\(design.name)")
            #expect(try text("\(design.name).mtl") == design.mtlText, "\(design.name)")
        }
        #expect(try text("split.txt") == CarSplit.text)
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
        #expect(names.count == 2 * CarSplit.shipped.count + 1)
    }

    @Test("look from the file as they do by name", arguments: CarSplit.shipped)
    func pictures(design: CarDesign) throws {
        let read = try CarModel(path: "\(Self.folder)/\(design.name).obj")
        let drawn = design.makeModel()
        func picture(_ car: CarModel) -> [UInt8] {
            var pixels = [UInt8](repeating: 0, count: 3 * CarScene.imageSide * CarScene.imageSide)
            CarScene(car, from: CarPose(azimuth: -45, elevation: 30), to: .paperTarget).look(into: &pixels)
            return pixels
        }
        let different = zip(picture(read), picture(drawn)).count { abs(Int($0) - Int($1)) > 2 }
        #expect(different == 0)
    }
}
