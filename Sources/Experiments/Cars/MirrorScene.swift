package import NPIKit
package import Scratchpads

/// A scene as it is seen in a mirror: the network's picture with left and right exchanged, and the light with it, the target's azimuth
/// negated, and every move to the other side.
package struct MirrorScene: Environment {
    /// The scene in front of the mirror.
    package private(set) var scene: CarScene

    /// The mirror image of `scene`.
    package init(_ scene: CarScene) {
        self.scene = scene
    }

    package var observationSpec: ObservationSpec { scene.observationSpec }

    /// Writes the mirrored target.
    package func observe(into observation: inout Observation) {
        CarScene(scene.car, from: scene.pose, to: scene.target.mirrored).observe(into: &observation)
    }

    /// Renders the scene, and exchanges left and right.
    package func look(into pixels: inout [UInt8]) {
        scene.look(into: &pixels)
        for row in stride(from: 0, to: pixels.count, by: CarScene.imageSide) {
            pixels[row..<(row + CarScene.imageSide)].reverse()
        }
    }

    /// Unlike that of any scene.
    package var imageKey: ImageKey { ImageKey(object: ~scene.imageKey.object, view: scene.imageKey.view) }

    /// Makes the move to the other side in front of the mirror.
    package mutating func perform(_ arguments: Arguments) -> Effect {
        scene.perform(CarAction(arguments)?.mirrored.arguments ?? arguments)
    }

    /// Takes back a move.
    package mutating func undo(_ effect: Effect) { scene.undo(effect) }
}
