import NPIKit

extension CarExpert {
    /// Why a frame of the program called `program` does now what ``decide(program:arguments:step:in:)`` says, in plain words.
    func reason(program: String, step: Int, in scene: CarScene) -> String {
        guard let part = CarProgram(rawValue: program) else {
            return "\(program) has nothing to do around a car: return"
        }
        let turn = scene.pose.turn(to: scene.target)
        let rise = scene.pose.rise(to: scene.target)
        return switch part {
        case .goto: scene.reasonInGoto(step, turn, rise)
        case .hgoto where step > 0:
            turn == 0
                ? "the turning is done: return"
                : "it turns once only, though the nose is \(abs(turn)) degrees off: return"
        case .hgoto: turn == 0 ? "the nose points at the target: nothing to turn" : scene.turning(turn)
        case .vgoto where step > 0:
            rise == 0
                ? "the height is done: return"
                : "it moves once only, though the camera is \(abs(rise)) degrees off: return"
        case .vgoto: rise == 0 ? "the camera is as high as the target: nothing to do" : scene.rising(rise)
        case .lgoto: turn < 0 ? scene.turning(turn) : scene.stop(turn, "the nose points at the target")
        case .rgoto: turn > 0 ? scene.turning(turn) : scene.stop(turn, "the nose points at the target")
        case .ugoto: rise > 0 ? scene.rising(rise) : scene.stop(rise, "the camera is as high as the target")
        case .dgoto: rise < 0 ? scene.rising(rise) : scene.stop(rise, "the camera is as high as the target")
        }
    }
}

extension CarScene {
    fileprivate func reasonInGoto(_ step: Int, _ turn: Int, _ rise: Int) -> String {
        switch step {
        case 0: "first turn the nose to \(target.azimuth) degrees"
        case 1: "then bring the camera to \(target.elevation) degrees"
        default:
            turn == 0 && rise == 0
                ? "the car is seen from \(target.azimuth), \(target.elevation) degrees: done"
                : "both have been called once, though the target is not reached: return"
        }
    }

    fileprivate func turning(_ turn: Int) -> String {
        abs(turn) == 180
            ? "the nose points away from the target: turn right"
            : turn < 0
                ? "the nose points \(-turn) degrees right of the target: turn left"
                : "the nose points \(turn) degrees left of the target: turn right"
    }

    fileprivate func rising(_ rise: Int) -> String {
        rise > 0
            ? "the camera is \(rise) degrees below the target: go up"
            : "the camera is \(-rise) degrees above the target: go down"
    }

    fileprivate func stop(_ rest: Int, _ arrived: String) -> String {
        rest == 0 ? "\(arrived): return" : "the target lies the other way: return"
    }
}
