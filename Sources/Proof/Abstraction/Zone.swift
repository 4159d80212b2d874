/// What is known of the differences between whole numbers: how large each is at most.
///
/// A difference bound matrix (Dill, "Timing assumptions and verification of finite-state concurrent systems", 1989), always with
/// all that follows from it.
struct Zone: Hashable {
    private static let unknown = Int16.max

    let count: Int
    /// count x count; x_i - x_j is at most the value at i * count + j.
    private(set) var bounds: [Int16]

    /// `count` numbers of which nothing is known.
    init(count: Int) {
        self.count = count
        bounds = Array(repeating: Self.unknown, count: count * count)
        for index in 0..<count { bounds[index * count + index] = 0 }
    }

    /// The most that x_i - x_j can be; nil where there is no end.
    func most(_ i: Int, _ j: Int) -> Int? {
        let bound = bounds[i * count + j]
        return bound == Self.unknown ? nil : Int(bound)
    }

    /// x_i - x_j, where that is known.
    func difference(_ i: Int, _ j: Int) -> Int? {
        guard let most = most(i, j), let back = self.most(j, i), most == -back else { return nil }
        return most
    }

    /// Adds x_i - x_j <= c. Returns whether that can be.
    mutating func limit(_ i: Int, _ j: Int, to c: Int) -> Bool {
        if let most = most(i, j), most <= c { return true }
        if let back = most(j, i), back + c < 0 { return false }
        bounds.withUnsafeMutableBufferPointer { bounds in
            for a in 0..<count {
                let head = bounds[a * count + i]
                if head == Self.unknown { continue }
                let through = Int(head) + c
                for b in 0..<count {
                    let tail = bounds[j * count + b]
                    if tail == Self.unknown { continue }
                    let sum = through + Int(tail)
                    if sum < Int(bounds[a * count + b]) { bounds[a * count + b] = Int16(clamping: sum) }
                }
            }
        }
        return true
    }

    /// Adds x_i - x_j = c. Returns whether that can be.
    mutating func equate(_ i: Int, _ j: Int, plus c: Int) -> Bool { limit(i, j, to: c) && limit(j, i, to: -c) }

    /// x_i becomes x_i + c.
    mutating func shift(_ i: Int, by c: Int16) {
        for j in 0..<count where j != i {
            if bounds[i * count + j] != Self.unknown { bounds[i * count + j] += c }
            if bounds[j * count + i] != Self.unknown { bounds[j * count + i] -= c }
        }
    }

    /// x_i becomes x_j + c, another number.
    mutating func set(_ i: Int, to j: Int, plus c: Int) {
        for k in 0..<count where k != i {
            bounds[i * count + k] = Self.unknown
            bounds[k * count + i] = Self.unknown
        }
        _ = equate(i, j, plus: c)
    }

    /// Forgets what `precision` does not keep, so that there are finitely many zones.
    mutating func coarsen(to precision: [Precision]) {
        for index in bounds.indices { bounds[index] = precision[index].kept(bounds[index]) }
        close()
    }

    /// Adds all that follows from what is known (Floyd 1962).
    private mutating func close() {
        bounds.withUnsafeMutableBufferPointer { bounds in
            for k in 0..<count {
                for i in 0..<count {
                    let head = bounds[i * count + k]
                    if head == Self.unknown || i == k { continue }
                    for j in 0..<count {
                        let tail = bounds[k * count + j]
                        if tail == Self.unknown { continue }
                        let sum = head + tail
                        if sum < bounds[i * count + j] { bounds[i * count + j] = sum }
                    }
                }
            }
        }
    }

    /// How much is kept of the most that a difference can be.
    enum Precision: Hashable {
        /// This, whatever it is.
        case always(Int16)
        /// What lies between two numbers; what is less counts as the first.
        case between(Int16, Int16)
        case nothing

        fileprivate func kept(_ bound: Int16) -> Int16 {
            switch self {
            case .always(let known): known
            case .between(let low, let high): bound > high ? Zone.unknown : max(bound, low)
            case .nothing: Zone.unknown
            }
        }
    }
}
