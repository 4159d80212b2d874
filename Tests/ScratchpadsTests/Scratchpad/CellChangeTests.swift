import CarModels
import Scratchpads
import Testing

@Suite("Giving an environment another value")
struct CellChangeTests {
    private static let worlds: [String: AnyScratchpad] = [
        "add": world(.add, ["96", "125"]), "sort": world(.sort, ["9", "2", "5"]),
        "car": AnyScratchpad(
            CarScene(
                CarDesign(.van, 1).makeModel(), from: CarPose(azimuth: -30, elevation: 30), to: .paperTarget)),
    ]

    private static func world(_ task: TaskDefinition, _ input: [String]) -> AnyScratchpad {
        do {
            return try Problem(task: task, input: input).makeWorld()
        } catch {
            preconditionFailure("\(error)")
        }
    }

    @Test(
        "cells, pointers and angles, by the names of conditions",
        arguments: [
            ("add", "out[2] 7", "out[2]", 7), ("add", "carry = 1", "carry", 1), ("add", "ptr_inp1 2", "ptr_inp1", 2),
            ("add", "INP1[0]=0", "inp1[0]", 0), ("sort", "values[2] 0", "values[2]", 0),
            ("sort", "value2 7", "values[0]", 7),
            ("sort", "ptr1 2", "ptr1", 2), ("sort", "sweeps 3", "ptr3", 3), ("car", "azimuth 30", "azimuth", 30),
            ("car", "azimuth -180", "azimuth", 180), ("car", "elevation 75", "elevation", 75),
            ("car", "target_azimuth -45", "target_azimuth", -45), ("car", "target_elevation 0", "target_elevation", 0),
        ])
    func changes(task: String, text: String, name: String, value: Int) throws {
        var world = try #require(Self.worlds[task])
        try CellChange(text, in: world).perform(in: &world)
        #expect(try read(name, in: world) == value)
    }

    @Test("a cell of addition can be cleared, and nothing else changes")
    func blank() throws {
        let before = try #require(Self.worlds["add"])
        var world = before
        try CellChange("inp1[1] blank", in: world).perform(in: &world)
        #expect(try read("inp1[1]", in: world) == nil)
        try CellChange("inp1[1] 9", in: world).perform(in: &world)
        #expect(world == before)
    }

    @Test(
        "what cannot be is said with what could",
        arguments: [
            ("add", "", "name what to change and its new value, such as out[0] 5"),
            ("add", "carry", "name what to change"),
            ("add", "crry 1", "nothing is called crry; there are inp1"),
            ("add", "out[99] 1", "there is no out[99]; places go"),
            ("add", "out[99999999999999999999] 1", "there is no out["),
            ("add", "carry 10", "carry goes from 0 to 9, not to 10"),
            ("add", "carry x", "x is not a number; write out[0] 5"), ("add", "ptr_out -1", "ptr_out goes from 0"),
            ("add", "ptr_out blank", "ptr_out cannot be blank"), ("sort", "length 4", "length cannot be changed"),
            ("sort", "values[0] blank", "values[0] cannot be blank"),
            ("sort", "ptr1 3", "ptr1 goes from 0 to 2, not to 3"),
            ("sort", "sweeps 4", "sweeps goes from 0 to 3"),
            ("car", "azimuth 20", "azimuth goes in steps of 15 degrees"),
            ("car", "elevation 90", "elevation goes from 0 to 75"), ("car", "azimuth blank", "azimuth cannot be blank"),
        ])
    func refusals(task: String, text: String, message: String) throws {
        let world = try #require(Self.worlds[task])
        let error = #expect(throws: CellError.self) { try CellChange(text, in: world) }
        #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
    }

    private func read(_ name: String, in world: AnyScratchpad) throws -> Int? {
        world.value(at: try CellAddress(name, in: world.cells))
    }
}
