import Support

/// The measures of a car, in metres. z = 0 lies in the middle between nose and tail, y = 0 on the ground.
struct CarShape {
    var length: Float
    var width: Float
    /// The roof's height.
    var height: Float
    /// The underside's height.
    var clearance: Float
    var wheelRadius: Float
    /// The axles' distances from nose and tail.
    var frontOverhang: Float
    var rearOverhang: Float
    /// The height of the bonnet's front, of the bonnet before the windscreen, of the boot before the rear window, and of the boot's end.
    var noseHeight: Float
    var cowlHeight: Float
    var bootHeight: Float
    var tailHeight: Float
    /// Where the windscreen stands on the body, and where it meets the roof; as shares of the length from the nose.
    var screenBase: Float
    var screenTop: Float
    /// Where the roof ends, and where the rear window stands on the body.
    var roofEnd: Float
    var rearBase: Float
    /// The roof's width as a share of the body's.
    var roofShare: Float
    /// How much narrower nose and tail are.
    var noseShare: Float
    var tailShare: Float
    /// How many side windows there are, and how far back they go, as a share of the cabin.
    var windowCount: Int
    var windowEnd: Float

    /// How far the wheels stand out of the body.
    var wheelsOut: Float = 0

    private static let saloon = CarShape(
        length: 4.6, width: 1.78, height: 1.44, clearance: 0.2, wheelRadius: 0.31, frontOverhang: 0.85,
        rearOverhang: 0.95, noseHeight: 0.74, cowlHeight: 0.95, bootHeight: 1.0, tailHeight: 0.92, screenBase: 0.29,
        screenTop: 0.42, roofEnd: 0.7, rearBase: 0.82, roofShare: 0.76, noseShare: 0.84, tailShare: 0.88,
        windowCount: 2, windowEnd: 0.94)

    /// Changes every measure a little, so that no two cars of a kind are alike; by `factor` times that little.
    mutating func vary(by factor: Float, using generator: inout SeededGenerator) {
        func around(_ value: inout Float, _ share: Float) {
            value *= 1 + factor * share * (2 * generator.unit() - 1)
        }
        around(&length, 0.09)
        around(&width, 0.05)
        around(&height, 0.05)
        around(&clearance, 0.15)
        around(&wheelRadius, 0.08)
        around(&frontOverhang, 0.1)
        around(&rearOverhang, 0.1)
        around(&noseHeight, 0.1)
        let body = 1 + factor * 0.06 * (2 * generator.unit() - 1)
        cowlHeight *= body
        bootHeight *= body
        tailHeight *= body
        around(&screenBase, 0.08)
        around(&screenTop, 0.06)
        screenTop = max(screenTop, screenBase + 0.02)
        around(&roofEnd, 0.03)
        roofEnd = min(max(roofEnd, screenTop + 0.05), 0.985)
        rearBase = min(max(rearBase * (1 + factor * 0.03 * (2 * generator.unit() - 1)), roofEnd + 0.01), 0.995)
        around(&roofShare, 0.05)
        roofShare = min(roofShare, 0.96)
        around(&noseShare, 0.05)
        around(&tailShare, 0.05)
        noseShare = min(noseShare, 0.98)
        tailShare = min(tailShare, 0.98)
    }
}

extension CarShape {
    /// A typical car of `kind`.
    init(_ kind: CarKind) {
        self = Self.saloon
        switch kind {
        case .saloon: break
        case .hatchback:
            (length, height, bootHeight, tailHeight) = (3.9, 1.48, 0.98, 0.92)
            (screenBase, screenTop, roofEnd, rearBase) = (0.26, 0.43, 0.88, 0.965)
            (frontOverhang, rearOverhang, windowCount) = (0.72, 0.62, 2)
        case .estate:
            (length, height, bootHeight, tailHeight) = (4.7, 1.48, 1.0, 0.95)
            (roofEnd, rearBase, windowCount) = (0.92, 0.975, 3)
        case .fastback:
            (length, height) = (4.5, 1.38)
            (roofEnd, rearBase, bootHeight, tailHeight, windowCount) = (0.62, 0.94, 0.95, 0.86, 2)
        case .sports:
            (length, width, height, clearance, wheelRadius) = (4.4, 1.9, 1.18, 0.14, 0.33)
            (noseHeight, cowlHeight, bootHeight, tailHeight) = (0.56, 0.82, 0.92, 0.86)
            (screenBase, screenTop, roofEnd, rearBase) = (0.34, 0.5, 0.63, 0.86)
            (windowCount, roofShare) = (1, 0.7)
        case .convertible:
            (length, height, clearance) = (4.2, 1.32, 0.16)
            (noseHeight, cowlHeight, bootHeight, tailHeight) = (0.66, 0.9, 0.92, 0.84)
            (screenBase, screenTop, roofEnd, rearBase) = (0.34, 0.42, 0.66, 0.7)
        case .minivan:
            (length, width, height) = (4.5, 1.82, 1.7)
            (noseHeight, cowlHeight, bootHeight, tailHeight) = (0.82, 1.05, 1.0, 0.98)
            (screenBase, screenTop, roofEnd, rearBase, windowCount) = (0.16, 0.36, 0.95, 0.985, 3)
        case .van:
            (length, width, height, clearance) = (5.2, 1.95, 2.2, 0.25)
            (noseHeight, cowlHeight, bootHeight, tailHeight) = (0.95, 1.2, 1.15, 1.15)
            (screenBase, screenTop, roofEnd, rearBase) = (0.13, 0.26, 0.985, 0.995)
            (windowCount, windowEnd, roofShare) = (1, 0.3, 0.88)
        case .pickup:
            (length, width, height, clearance, wheelRadius) = (5.2, 1.88, 1.75, 0.32, 0.38)
            (noseHeight, cowlHeight, bootHeight, tailHeight) = (1.0, 1.12, 1.1, 1.08)
            (screenBase, screenTop, roofEnd, rearBase, windowCount) = (0.27, 0.37, 0.56, 0.585, 2)
        case .offroader:
            (length, width, height, clearance, wheelRadius) = (4.1, 1.82, 1.88, 0.36, 0.4)
            (noseHeight, cowlHeight, bootHeight, tailHeight) = (1.05, 1.15, 1.12, 1.1)
            (screenBase, screenTop, roofEnd, rearBase) = (0.31, 0.37, 0.97, 0.985)
            (roofShare, frontOverhang, rearOverhang) = (0.9, 0.62, 0.7)
        case .bus:
            (length, width, height, clearance, wheelRadius) = (9.5, 2.5, 3.0, 0.35, 0.48)
            (noseHeight, cowlHeight, bootHeight, tailHeight) = (1.2, 1.25, 1.3, 1.3)
            (screenBase, screenTop, roofEnd, rearBase) = (0.012, 0.035, 0.985, 0.995)
            (frontOverhang, rearOverhang, windowCount, roofShare) = (2.1, 2.3, 7, 0.93)
            (noseShare, tailShare) = (0.96, 0.97)
        case .truck:
            (length, width, height, clearance, wheelRadius) = (7.0, 2.3, 2.5, 0.5, 0.48)
            (noseHeight, cowlHeight, bootHeight, tailHeight) = (1.35, 1.45, 1.0, 1.0)
            (screenBase, screenTop, roofEnd, rearBase) = (0.035, 0.075, 0.25, 0.26)
            (frontOverhang, rearOverhang, windowCount, roofShare) = (1.2, 1.4, 1, 0.9)
            (noseShare, tailShare) = (0.95, 0.98)
        }
    }
}
