import NPIKit
import Scratchpads

extension Expression {
    /// Its value after `position` events of `log`, `world` being the environment then.
    func value(at position: Int, of log: EventLog, in world: AnyScratchpad) -> Double {
        switch self {
        case .number(let number): number
        case .blank: .nan
        case .program(let program): Double(program.rawValue)
        case .world(let cell): world.value(of: cell, at: 0).map(Double.init) ?? .nan
        case .cell(let row, let place): cell(row, place.value(at: position, of: log, in: world), in: world)
        case .run(let value): log.value(value, at: position)
        case .prediction(let value): log.value(value, after: position)
        case .chance(let program): log.chance(of: program, after: position)
        case .minus(let inner): -inner.value(at: position, of: log, in: world)
        case .not(let inner): inner.isTrue(at: position, of: log, in: world) ? 0 : 1
        case .binary(.and, let left, let right):
            left.isTrue(at: position, of: log, in: world) && right.isTrue(at: position, of: log, in: world) ? 1 : 0
        case .binary(.or, let left, let right):
            left.isTrue(at: position, of: log, in: world) || right.isTrue(at: position, of: log, in: world) ? 1 : 0
        case .binary(let operation, let left, let right):
            operation.join(left.value(at: position, of: log, in: world), right.value(at: position, of: log, in: world))
        case .within(let value, let low, let high):
            {
                let value = value.value(at: position, of: log, in: world)
                return value >= low.value(at: position, of: log, in: world)
                    && value <= high.value(at: position, of: log, in: world) ? 1 : 0
            }()
        }
    }

    /// Whether it is so; what is blank is not.
    func isTrue(at position: Int, of log: EventLog, in world: AnyScratchpad) -> Bool {
        let value = value(at: position, of: log, in: world)
        return value != 0 && !value.isNaN
    }

    private func cell(_ row: Int, _ place: Double, in world: AnyScratchpad) -> Double {
        guard let place = Int(exactly: place) else { return .nan }
        return world.value(of: row, at: place).map(Double.init) ?? .nan
    }
}

extension Expression.Operation {
    fileprivate func join(_ left: Double, _ right: Double) -> Double {
        switch self {
        // As in task files, a blank counts as 0 where it is reckoned with.
        case .plus: left.orZero + right.orZero
        case .minus: left.orZero - right.orZero
        case .times: left.orZero * right.orZero
        // Two blanks are the same to the eye.
        case .equal: left == right || (left.isNaN && right.isNaN) ? 1 : 0
        case .unequal: left == right || (left.isNaN && right.isNaN) ? 0 : 1
        case .less: left < right ? 1 : 0
        case .lessOrEqual: left <= right ? 1 : 0
        case .greater: left > right ? 1 : 0
        case .greaterOrEqual: left >= right ? 1 : 0
        case .and: left != 0 && right != 0 ? 1 : 0
        case .or: left != 0 || right != 0 ? 1 : 0
        }
    }
}

extension Double {
    fileprivate var orZero: Double { isNaN ? 0 : self }
}

extension EventLog {
    fileprivate func value(_ value: Expression.RunValue, at position: Int) -> Double {
        switch value {
        case .step: return Double(position)
        case .depth: return Double(depth(at: position))
        case .made: return Double(step(at: position))
        case .program, .arg1, .arg2, .arg3:
            let call = frame(at: position)
            guard call > 0 else { return .nan }
            let event = events[call - 1]
            switch value {
            case .arg1: return Double(event.arguments[0])
            case .arg2: return Double(event.arguments[1])
            case .arg3: return Double(event.arguments[2])
            default: return Double(event.program)
            }
        }
    }

    fileprivate func value(_ value: Expression.PredictionValue, after position: Int) -> Double {
        guard position < count, events[position].hasPrediction else { return .nan }
        let event = events[position]
        return switch value {
        case .end: event.prediction.end.value
        case .top: event.prediction.program(rank: 0)?.probability.value ?? 0
        case .confidence: event.prediction.confidence(of: event.kind).value
        case .entropy: event.prediction.entropy
        }
    }

    fileprivate func chance(of program: ProgramID, after position: Int) -> Double {
        guard position < count, events[position].hasPrediction else { return .nan }
        let prediction = events[position].prediction
        for rank in 0..<PredictionSummary.programCount {
            guard let chance = prediction.program(rank: rank) else { return 0 }
            if chance.program == program { return chance.probability.value }
        }
        return 0
    }
}
