extension CarPose {
    /// Reads "AZ,EL" such as "-45,30", or says what is wrong.
    init(_ text: String) throws(CarInputError) {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let azimuth = parts[0], let elevation = parts[1] else { throw .notAPose(text) }
        guard (-180...180).contains(azimuth), (0...Self.highest).contains(elevation) else {
            throw .outOfRange(text)
        }
        guard azimuth.isMultiple(of: Self.step), elevation.isMultiple(of: Self.step) else { throw .offGrid(text) }
        self.init(azimuth: azimuth, elevation: elevation)
    }

    /// Makes a step. False, and no change, where the camera can go no higher or lower.
    mutating func move(_ action: CarAction) -> Bool {
        switch action {
        case .left: azimuthStep = (azimuthStep + Self.azimuthCount - 1) % Self.azimuthCount
        case .right: azimuthStep = (azimuthStep + 1) % Self.azimuthCount
        case .up where elevation < Self.highest: elevationStep += 1
        case .down where elevation > 0: elevationStep -= 1
        case .up, .down: return false
        }
        return true
    }
}
