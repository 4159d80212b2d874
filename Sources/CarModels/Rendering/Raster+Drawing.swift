// Goals, in order: the same picture to the bit on every machine and at every run; both sides of every sheet; no holes
// between neighbours; then speed, which lies in the number of triangles rather than of pixels.
//
// Corners are rounded to 1/16 pixel, so that which pixels a triangle covers is decided in whole numbers: a pixel belongs to it
// if its middle lies inside, or on a left or upper edge.

extension Raster {
    /// The largest width and height of a picture.
    package static let largestSide = 1_024

    /// Draws `mesh`, whose points lie within distance 1 of the origin.
    package mutating func draw(_ mesh: Mesh, from view: CameraView, in light: Lighting, width: Int, height: Int) {
        precondition((1...Self.largestSide).contains(width) && (1...Self.largestSide).contains(height))
        clear(width: width, height: height)
        project(mesh.positions, view)
        shade(mesh.normals, Shading(light, view.axes))
        let projected = Projected(screen: screen, nearness: vertexNearness, brightness: normalBrightness)
        nearness.withUnsafeMutableBufferPointer { nearness in
            materials.withUnsafeMutableBufferPointer { materials in
                brightness.withUnsafeMutableBufferPointer { brightness in
                    let target = Target(
                        width: Int32(width), height: Int32(height), nearness: nearness.baseAddress!,
                        materials: materials.baseAddress!, brightness: brightness.baseAddress!)
                    Self.draw(mesh.triangles, projected, into: target)
                }
            }
        }
    }

    private mutating func project(_ positions: [Vector], _ view: CameraView) {
        let (right, up, toCamera) = view.axes
        let focal = view.focalLength(width: width, height: height) * Self.subpixels
        let half = SIMD2(Float(width), Float(height)) / 2
        let smaller = min(half.x, half.y)
        let centre = (half + SIMD2(view.shift.x, -view.shift.y) * smaller) * Self.subpixels
        Self.resize(&screen, to: positions.count, SIMD2<Int32>(0, 0))
        Self.resize(&vertexNearness, to: positions.count, 0)
        positions.withUnsafeBufferPointer { positions in
            screen.withUnsafeMutableBufferPointer { screen in
                vertexNearness.withUnsafeMutableBufferPointer { nearness in
                    for index in positions.indices {
                        let position = positions[index]
                        let near = 1 / max(CameraView.distance - position.dot(toCamera), 0.5)
                        let place = centre + SIMD2(position.dot(right), -position.dot(up)) * (focal * near)
                        screen[index] = SIMD2(Self.rounded(place.x), Self.rounded(place.y))
                        nearness[index] = near
                    }
                }
            }
        }
    }

    private mutating func shade(_ normals: [Vector], _ shading: Shading) {
        Self.resize(&normalBrightness, to: normals.count, 0)
        normals.withUnsafeBufferPointer { normals in
            normalBrightness.withUnsafeMutableBufferPointer { brightness in
                for index in normals.indices {
                    brightness[index] = min(shading.brightness(of: normals[index]) * Self.brightnessUnit, 255)
                }
            }
        }
    }

    private static func resize<Element>(_ array: inout [Element], to count: Int, _ filler: Element) {
        if array.count > count { array.removeLast(array.count - count) }
        if array.count < count { array.append(contentsOf: repeatElement(filler, count: count - array.count)) }
    }

    private static let subpixels: Float = 16

    /// The nearest whole number, of at most 22 bits. Adding 1.5 x 2^23 rounds to an integer that stands in the low bits, which
    /// is faster than the call that it takes on the oldest processors.
    @inline(__always)
    private static func rounded(_ x: Float) -> Int32 {
        let limit: Float = 4_000_000
        return Int32(bitPattern: (max(min(x, limit), -limit) + 12_582_912).bitPattern &- 0x4B40_0000)
    }

    private struct Target {
        var width: Int32
        var height: Int32
        var nearness: UnsafeMutablePointer<Float>
        var materials: UnsafeMutablePointer<UInt16>
        var brightness: UnsafeMutablePointer<UInt8>
    }

    /// Where the corners fall, how near they are, and how bright each normal is.
    private struct Projected {
        var screen: [SIMD2<Int32>]
        var nearness: [Float]
        var brightness: [Float]
    }

    private static func draw(_ triangles: [Mesh.Triangle], _ projected: Projected, into target: Target) {
        projected.screen.withUnsafeBufferPointer { screen in
            projected.nearness.withUnsafeBufferPointer { nearness in
                projected.brightness.withUnsafeBufferPointer { brightness in
                    for triangle in triangles {
                        let (c, n) = (triangle.corners, triangle.normals)
                        fill(
                            screen[Int(c.x)], screen[Int(c.y)], screen[Int(c.z)],
                            near: Vector(nearness[Int(c.x)], nearness[Int(c.y)], nearness[Int(c.z)]),
                            bright: Vector(brightness[Int(n.x)], brightness[Int(n.y)], brightness[Int(n.z)]),
                            material: UInt16(truncatingIfNeeded: triangle.material + 1), into: target)
                    }
                }
            }
        }
    }

    /// Fills a triangle wherever nothing nearer was drawn; of equals the first stays.
    @inline(__always)
    private static func fill(
        _ a: SIMD2<Int32>, _ b0: SIMD2<Int32>, _ c0: SIMD2<Int32>, near near0: Vector, bright bright0: Vector,
        material: UInt16, into target: Target
    ) {
        let twiceArea0 = Int64(b0.x &- a.x) * Int64(c0.y &- a.y) - Int64(b0.y &- a.y) * Int64(c0.x &- a.x)
        guard twiceArea0 != 0 else { return }
        // Turned so that inside is where all three edges are positive.
        let isTurned = twiceArea0 < 0
        let b = isTurned ? c0 : b0
        let c = isTurned ? b0 : c0
        // The pixels whose middles, at 16 x + 8, lie within the box around it.
        let left = max((min(a.x, b.x, c.x) &+ 7) >> 4, 0)
        let right = min((max(a.x, b.x, c.x) &- 8) >> 4, target.width &- 1)
        let top = max((min(a.y, b.y, c.y) &+ 7) >> 4, 0)
        let bottom = min((max(a.y, b.y, c.y) &- 8) >> 4, target.height &- 1)
        guard left <= right, top <= bottom else { return }
        let near = isTurned ? Vector(near0.x, near0.z, near0.y) : near0
        let bright = isTurned ? Vector(bright0.x, bright0.z, bright0.y) : bright0

        // Of each edge: its value at the first pixel's middle, and how it changes to the right and downward.
        let x = left &* 16 &+ 8
        let y = top &* 16 &+ 8
        var ab = Edge(from: a, to: b, x, y)
        var bc = Edge(from: b, to: c, x, y)
        var ca = Edge(from: c, to: a, x, y)

        // Nearness and brightness are planes over the picture.
        let scale = 1 / Float(abs(twiceArea0))
        let (ux, uy) = (Float(b.x &- a.x), Float(b.y &- a.y))
        let (vx, vy) = (Float(c.x &- a.x), Float(c.y &- a.y))
        let (nb, nc) = (near.y - near.x, near.z - near.x)
        let (sb, sc) = (bright.y - bright.x, bright.z - bright.x)
        let nearX = (nb * vy - nc * uy) * scale
        let nearY = (nc * ux - nb * vx) * scale
        let brightX = (sb * vy - sc * uy) * scale
        let brightY = (sc * ux - sb * vx) * scale
        let (dx, dy) = (Float(x &- a.x), Float(y &- a.y))
        var rowNear = near.x + dx * nearX + dy * nearY
        var rowBright = bright.x + dx * brightX + dy * brightY

        var row = Int(top &* target.width)
        for _ in top...bottom {
            var (e0, e1, e2) = (ab.value, bc.value, ca.value)
            var pixelNear = rowNear
            var pixelBright = rowBright
            for pixel in left...right {
                if e0 | e1 | e2 >= 0 {
                    let place = row &+ Int(pixel)
                    if pixelNear > target.nearness[place] {
                        target.nearness[place] = pixelNear
                        target.materials[place] = material
                        target.brightness[place] = UInt8(min(max(pixelBright, 0), 255))
                    }
                }
                e0 &+= ab.right
                e1 &+= bc.right
                e2 &+= ca.right
                pixelNear += 16 * nearX
                pixelBright += 16 * brightX
            }
            ab.value &+= ab.down
            bc.value &+= bc.down
            ca.value &+= ca.down
            rowNear += 16 * nearY
            rowBright += 16 * brightY
            row &+= Int(target.width)
        }
    }

    /// A side of a triangle: positive on the inner side of it, and 0 on it where its pixels belong to the triangle.
    private struct Edge {
        var value: Int
        var right: Int
        var down: Int

        @inline(__always)
        init(from p: SIMD2<Int32>, to q: SIMD2<Int32>, _ x: Int32, _ y: Int32) {
            let dx = Int(q.x &- p.x)
            let dy = Int(q.y &- p.y)
            let isLeftOrTop = dy < 0 || (dy == 0 && dx > 0)
            value = dx &* Int(y &- p.y) &- dy &* Int(x &- p.x) &- (isLeftOrTop ? 0 : 1)
            right = -16 &* dy
            down = 16 &* dx
        }
    }
}
