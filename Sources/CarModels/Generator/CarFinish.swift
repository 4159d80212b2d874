import Support

/// What a car is made to look like beside its shape: colours, and what is left out, as poor meshes leave it out.
struct CarFinish {
    /// The colour of each stuff.
    var colors: [MeshBuilder.Stuff: Tint]
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
        Tint(196, 28, 34), Tint(28, 74, 170), Tint(232, 232, 228), Tint(38, 40, 46), Tint(168, 174, 180),
        Tint(18, 112, 70),
        Tint(240, 186, 24), Tint(226, 100, 22), Tint(96, 24, 48), Tint(110, 170, 214), Tint(90, 98, 106),
        Tint(216, 204, 170),
        Tint(86, 46, 120), Tint(120, 150, 60), Tint(24, 140, 150), Tint(130, 80, 44),
    ]

    /// A finish drawn at random; at least the lower seeds' cars are whole.
    init(isWhole: Bool, using generator: inout SeededGenerator) {
        let paint = Self.paints[Int(generator.next() % UInt64(Self.paints.count))]
        let load = Self.paints[Int(generator.next() % UInt64(Self.paints.count))]
        colors = [
            .paint: paint, .trim: Tint(44, 46, 50), .glass: Tint(58, 84, 104), .tyre: Tint(30, 30, 32),
            .hub: Tint(176, 180, 186), .headlamp: Tint(250, 246, 214), .taillamp: Tint(206, 16, 18),
            .plate: Tint(244, 244, 236), .load: load,
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
