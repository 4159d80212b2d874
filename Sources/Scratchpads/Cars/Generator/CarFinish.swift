import NPIKit

/// What a car is made to look like beside its shape: colours, and what is left out, as poor meshes leave it out.
struct CarFinish {
    /// The colour of each stuff.
    var colors: [MeshBuilder.Stuff: RGB]
    /// Whether windows are glass rather than painted sheet.
    var hasWindows = true
    /// Whether there are lamps and plates.
    var hasLamps = true
    /// Whether there are wheels; games draw them apart from the car.
    var hasWheels = true
    /// Whether rounded parts are shaded smoothly.
    var isSmooth = true
    /// Into how many parts panels are cut.
    var divisions = 1

    /// Colours that cars are painted in.
    private static let paints = [
        RGB(196, 28, 34), RGB(28, 74, 170), RGB(232, 232, 228), RGB(38, 40, 46), RGB(168, 174, 180), RGB(18, 112, 70),
        RGB(240, 186, 24), RGB(226, 100, 22), RGB(96, 24, 48), RGB(110, 170, 214), RGB(90, 98, 106), RGB(216, 204, 170),
        RGB(86, 46, 120), RGB(120, 150, 60), RGB(24, 140, 150), RGB(130, 80, 44),
    ]

    /// A finish drawn at random; at least the lower seeds' cars are whole.
    init(isWhole: Bool, using generator: inout SeededGenerator) {
        let paint = Self.paints[Int(generator.next() % UInt64(Self.paints.count))]
        let load = Self.paints[Int(generator.next() % UInt64(Self.paints.count))]
        colors = [
            .paint: paint, .trim: RGB(44, 46, 50), .glass: RGB(58, 84, 104), .tyre: RGB(30, 30, 32),
            .hub: RGB(176, 180, 186), .headlamp: RGB(250, 246, 214), .taillamp: RGB(206, 16, 18),
            .plate: RGB(244, 244, 236), .load: load,
        ]
        let choice = generator.unit()
        let shade = generator.unit()
        let cuts = generator.unit()
        let wheels = generator.unit()
        guard !isWhole else {
            divisions = 2
            return
        }
        hasWindows = choice > 0.25
        hasWheels = wheels > 0.3
        hasLamps = choice > 0.4 || choice < 0.1
        isSmooth = shade > 0.4
        divisions = cuts < 0.4 ? 1 : cuts < 0.7 ? 2 : cuts < 0.9 ? 3 : 4
        if choice < 0.15 {
            for stuff in colors.keys { colors[stuff] = paint }
        }
    }
}
