/// Builds a car of a shape, panel by panel.
struct CarBody {
    let kind: CarKind
    let shape: CarShape
    let finish: CarFinish
    private(set) var builder = MeshBuilder()

    /// The nose's and the tail's place.
    private var nose: Float { shape.length / 2 }
    private var tail: Float { -shape.length / 2 }
    private var side: Float { shape.width / 2 }
    private var glass: MeshBuilder.Stuff { finish.hasWindows ? .glass : .paint }

    /// Builds the whole car.
    init(_ kind: CarKind, _ shape: CarShape, _ finish: CarFinish) {
        self.kind = kind
        self.shape = shape
        self.finish = finish
        builder.divisions = finish.divisions
        buildHull()
        buildCabin()
        if finish.hasWheels { buildWheels() }
        buildFace()
        buildExtras()
    }

    /// z of a share of the length from the nose.
    private func z(_ share: Float) -> Float { nose - share * shape.length }

    /// The body's upper side at a share of the length from the nose.
    private func deck(_ share: Float) -> Float {
        if share < shape.screenBase {
            let u = share / shape.screenBase
            return shape.noseHeight + (shape.cowlHeight - shape.noseHeight) * (u * (2 - u))
        }
        if share < shape.rearBase {
            let u = (share - shape.screenBase) / (shape.rearBase - shape.screenBase)
            return shape.cowlHeight + (shape.bootHeight - shape.cowlHeight) * u
        }
        let u = (share - shape.rearBase) / (1 - shape.rearBase)
        return shape.bootHeight + (shape.tailHeight - shape.bootHeight) * u * u
    }

    /// The body's half width at a share of the length from the nose.
    private func halfWidth(_ share: Float) -> Float {
        func rounded(_ distance: Float, _ end: Float, over reach: Float) -> Float {
            let u = min(distance / reach, 1)
            return end + (1 - end) * u * (2 - u)
        }
        return side * rounded(share, shape.noseShare, over: 0.16) * rounded(1 - share, shape.tailShare, over: 0.12)
    }

    /// A section across the body, its left half from the middle of the underside to the middle of the upper side.
    private func section(_ share: Float) -> [Vector] {
        let (w, top, place) = (halfWidth(share), deck(share), z(share))
        // Nose and tail rise from the ground.
        let low = shape.clearance + 0.12 * max(0, 1 - min(share, 1 - share) / 0.06)
        let height = top - low
        return [
            Vector(0, low, place), Vector(0.84 * w, low, place), Vector(0.97 * w, low + 0.14 * height, place),
            Vector(w, low + 0.52 * height, place), Vector(0.965 * w, low + 0.86 * height, place),
            Vector(0.86 * w, top, place), Vector(0, top + 0.03, place),
        ]
    }

    /// The lower body, all around, with closed ends.
    private mutating func buildHull() {
        var shares: [Float] = [0, 0.015, 0.05, 0.12, 0.2, 0.4, 0.6, 0.8, 0.9, 0.96, 0.99, 1]
        shares += [shape.screenBase, shape.rearBase]
        shares = Array(Set(shares)).sorted()
        let sections = shares.map(section)
        for (front, back) in zip(sections, sections.dropFirst()) {
            for index in 0..<(front.count - 1) {
                let stuff: MeshBuilder.Stuff = index == 0 ? .trim : .paint
                let corners = (front[index], front[index + 1], back[index + 1], back[index])
                builder.panel(corners.0, corners.1, corners.2, corners.3, stuff)
                builder.panel(
                    corners.3.mirrored, corners.2.mirrored, corners.1.mirrored, corners.0.mirrored, stuff)
            }
        }
        for end in [sections[0], sections[sections.count - 1]] {
            for index in 0..<(end.count - 1) {
                let (a, b) = (end[index], end[index + 1])
                builder.panel(
                    Vector(0, a.y, a.z), a, b, Vector(0, b.y, b.z), .paint)
                builder.panel(
                    Vector(0, b.y, b.z), b.mirrored, a.mirrored, Vector(0, a.y, a.z), .paint)
            }
        }
    }

    /// The roof's height over the cabin, and the cabin's half width at a height between deck and roof.
    private var cabinTop: Float { shape.height }
    private func cabinHalfWidth(_ share: Float) -> Float {
        let base = 0.87 * side
        return base + (shape.roofShare * side - base) * share
    }

    /// Points of the cabin's left side: at a share of the length from the nose and a share of its height.
    private func cabinPoint(_ share: Float, _ height: Float) -> Vector {
        let low = deck(share) - 0.01
        return Vector(cabinHalfWidth(height), low + (cabinTop - low) * height, z(share))
    }

    /// Windscreen, roof, rear window and sides.
    private mutating func buildCabin() {
        let frontBase = cabinPoint(shape.screenBase, 0)
        let frontTop = cabinPoint(shape.screenTop, 0.96)
        let backTop = cabinPoint(shape.roofEnd, 0.96)
        let backBase = cabinPoint(shape.rearBase, 0)
        builder.panel(frontBase.mirrored, frontBase, frontTop, frontTop.mirrored, .paint)
        let ahead = Vector(0, 0.006, 0.012)
        builder.inset(
            frontBase.mirrored, frontBase, frontTop, frontTop.mirrored, u: 0.05...0.95, v: 0.06...0.93, offset: ahead,
            glass)
        guard kind != .convertible else { return buildOpenCabin() }
        builder.panel(backBase, backBase.mirrored, backTop.mirrored, backTop, .paint)
        if kind != .van && kind != .truck || finish.divisions % 2 == 0 && kind == .van {
            builder.inset(
                backBase, backBase.mirrored, backTop.mirrored, backTop, u: 0.09...0.91,
                v: isBoxy ? 0.4...0.9 : 0.1...0.9, offset: Vector(0, 0.006, -0.012), glass)
        }
        // The roof: a bevel on each side, and a crown.
        let (frontEdge, backEdge) = (roofEdge(frontTop), roofEdge(backTop))
        for turn in [false, true] {
            func placed(_ point: Vector) -> Vector { turn ? point.mirrored : point }
            builder.panel(placed(frontTop), placed(frontEdge), placed(backEdge), placed(backTop), .paint)
            builder.panel(placed(frontEdge), crown(frontEdge), crown(backEdge), placed(backEdge), .paint)
            builder.triangle(placed(frontTop), placed(frontEdge), crown(frontTop), .paint)
            builder.triangle(placed(frontEdge), crown(frontEdge), crown(frontTop), .paint)
            builder.triangle(placed(backTop), placed(backEdge), crown(backTop), .paint)
            builder.triangle(placed(backEdge), crown(backEdge), crown(backTop), .paint)
            builder.panel(placed(frontBase), placed(backBase), placed(backTop), placed(frontTop), .paint)
            buildSideWindows(
                (placed(frontBase), placed(backBase), placed(backTop), placed(frontTop)),
                outward: Vector(turn ? -0.012 : 0.012, 0.004, 0))
        }
    }

    private var isBoxy: Bool { [.van, .bus, .truck, .minivan, .offroader].contains(kind) }

    private func roofEdge(_ top: Vector) -> Vector {
        Vector(top.x * 0.9, cabinTop, top.z)
    }

    private func crown(_ point: Vector) -> Vector {
        Vector(0, max(point.y, cabinTop - 0.02) + 0.02, point.z)
    }

    private mutating func buildSideWindows(_ panel: (Vector, Vector, Vector, Vector), outward: Vector) {
        let low: Float = kind == .bus ? 0.18 : 0.1
        let width = (shape.windowEnd - 0.07) / Float(shape.windowCount)
        for index in 0..<shape.windowCount {
            let start = 0.07 + width * Float(index)
            builder.inset(
                panel.0, panel.1, panel.2, panel.3, u: start...(start + width - 0.035), v: low...0.88, offset: outward,
                glass)
        }
    }

    /// A convertible: the windscreen's back, a dark tub, two seats with headrests.
    private mutating func buildOpenCabin() {
        let floor = deck(shape.screenTop) + 0.035
        let (front, back) = (z(shape.screenBase + 0.02), z(shape.rearBase))
        builder.panel(
            Vector(-0.74 * side, floor, front), Vector(0.74 * side, floor, front), Vector(0.74 * side, floor, back),
            Vector(-0.74 * side, floor, back), .trim)
        let seat = z((shape.screenTop + shape.rearBase) / 2 + 0.03)
        builder.boxes(
            .init(low: Vector(0.14, floor, seat - 0.12), high: Vector(0.62, floor + 0.2, seat)), .load)
        builder.boxes(
            .init(low: Vector(0.26, floor + 0.2, seat - 0.1), high: Vector(0.5, floor + 0.33, seat - 0.02)), .load)
    }

    private mutating func buildWheels() {
        let sides = max(10, min(8 + 4 * finish.divisions, 20))
        var axles = [nose - shape.frontOverhang, tail + shape.rearOverhang]
        if kind == .truck { axles.append(tail + shape.rearOverhang + 2.2 * shape.wheelRadius) }
        for axle in axles {
            for direction: Float in [1, -1] {
                let centre = Vector(direction * (side - 0.1 + shape.wheelsOut), shape.wheelRadius, axle)
                builder.disc(
                    Vector(direction * (side + 0.004), shape.wheelRadius, axle), radius: 1.17 * shape.wheelRadius,
                    sides: sides, above: shape.clearance * 0.7, .trim)
                builder.cylinder(
                    centre, radius: shape.wheelRadius, halfWidth: 0.125, sides: sides, outward: direction, .tyre)
                builder.disc(
                    centre + Vector(direction * 0.135, 0, 0), radius: 0.62 * shape.wheelRadius, sides: sides,
                    above: -1, .hub)
            }
        }
    }

    /// Lamps, grille, bumpers and plates: what tells the nose from the tail.
    private mutating func buildFace() {
        let (noseWidth, tailWidth) = (halfWidth(0), halfWidth(1))
        let low = shape.clearance + 0.12
        let bumper = low + 0.16
        builder.box(
            .init(
                low: Vector(-noseWidth * 0.96, low, nose - 0.05), high: Vector(noseWidth * 0.96, bumper, nose + 0.07)),
            .trim)
        builder.box(
            .init(
                low: Vector(-tailWidth * 0.96, low + 0.04, tail - 0.07),
                high: Vector(tailWidth * 0.96, bumper + 0.04, tail + 0.05)), .trim)
        guard finish.hasLamps else { return }
        let top = shape.noseHeight - 0.05
        let lampLow = max(bumper + 0.02, top - 0.17)
        builder.boxes(
            .init(
                low: Vector(noseWidth * 0.6, lampLow, nose - 0.12), high: Vector(noseWidth * 0.95, top, nose + 0.025)),
            .headlamp)
        builder.box(
            .init(
                low: Vector(-noseWidth * 0.5, lampLow, nose - 0.05),
                high: Vector(noseWidth * 0.5, top - 0.03, nose + 0.02)
            ), .trim)
        let rear = shape.tailHeight - 0.06
        let isTall = isBoxy || kind == .estate || kind == .hatchback
        builder.boxes(
            .init(
                low: Vector(
                    tailWidth * (isTall ? 0.76 : 0.58), max(bumper + 0.06, rear - (isTall ? 0.38 : 0.16)), tail - 0.025),
                high: Vector(tailWidth * 0.96, rear, tail + 0.12)), .taillamp)
        builder.box(
            .init(
                low: Vector(-0.26, bumper + 0.08, tail - 0.02), high: Vector(0.26, bumper + 0.2, tail + 0.02)), .plate)
        builder.box(
            .init(low: Vector(-0.26, low + 0.02, nose), high: Vector(0.26, low + 0.13, nose + 0.085)), .plate)
    }

    private mutating func buildExtras() {
        let mirror = z(shape.screenBase + 0.035)
        let height = deck(shape.screenBase) + 0.06
        builder.boxes(
            .init(
                low: Vector(0.9 * side, height, mirror - 0.05),
                high: Vector(1.08 * side, height + 0.13, mirror + 0.05)), .paint)
        switch kind {
        case .pickup:
            let (front, back) = (z(shape.rearBase + 0.01), tail + 0.08)
            let floor = deck(0.8) + 0.035
            builder.panel(
                Vector(-0.76 * side, floor, front), Vector(0.76 * side, floor, front),
                Vector(0.76 * side, floor, back), Vector(-0.76 * side, floor, back), .trim)
        case .offroader:
            builder.spareWheel(
                Vector(0.1, 1.02, tail - 0.16), radius: 0.9 * shape.wheelRadius, depth: 0.16, .tyre)
        case .truck:
            builder.box(
                .init(
                    low: Vector(-side, 1.02, tail + 0.02),
                    high: Vector(side, shape.height * 1.12, z(shape.rearBase + 0.02))), .load)
        case .sports:
            builder.box(
                .init(
                    low: Vector(-0.85 * side, shape.tailHeight + 0.16, tail + 0.02),
                    high: Vector(0.85 * side, shape.tailHeight + 0.2, tail + 0.3)), .paint)
            builder.boxes(
                .init(
                    low: Vector(0.6 * side, shape.tailHeight - 0.05, tail + 0.1),
                    high: Vector(0.65 * side, shape.tailHeight + 0.16, tail + 0.22)), .trim)
        default: break
        }
    }
}

extension Vector {
    /// The point on the car's other side.
    fileprivate var mirrored: Vector { Vector(-x, y, z) }
}
