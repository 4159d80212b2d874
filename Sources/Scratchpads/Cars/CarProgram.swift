/// The programs of turning a car, under their names in program memory.
package enum CarProgram: String, CaseIterable, Sendable {
    case goto = "GOTO"
    case hgoto = "HGOTO"
    case vgoto = "VGOTO"
    case lgoto = "LGOTO"
    case rgoto = "RGOTO"
    case ugoto = "UGOTO"
    case dgoto = "DGOTO"

    /// What it does, in a few plain words.
    var purpose: String {
        switch self {
        case .goto: "turns the car, then raises or lowers the camera, until the view is the target's"
        case .hgoto: "turns the car to the target's azimuth, left or right"
        case .vgoto: "brings the camera to the target's elevation, up or down"
        case .lgoto: "turns left, 15 degrees a time, until the azimuth is the target's"
        case .rgoto: "turns right, 15 degrees a time, until the azimuth is the target's"
        case .ugoto: "goes up, 15 degrees a time, until the elevation is the target's"
        case .dgoto: "goes down, 15 degrees a time, until the elevation is the target's"
        }
    }
}
