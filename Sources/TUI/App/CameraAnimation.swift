import CarModels
import Scratchpads

/// Moves the camera smoothly from pose to pose on the screen, while the run goes in steps.
struct CameraAnimation {
    private var from: CameraView
    private var target: CarPose
    private var start: ContinuousClock.Instant
    private var isOver = true

    /// How long a movement takes.
    private static let duration = Duration.milliseconds(180)

    /// A camera that stands still.
    init(_ pose: CarPose, now: ContinuousClock.Instant) {
        from = CameraView(pose)
        target = pose
        start = now
    }

    /// Where the camera is on its way to `pose`, nil where it stands there.
    mutating func view(to pose: CarPose, now: ContinuousClock.Instant) -> CameraView? {
        if pose != target {
            from = shown(now) ?? CameraView(target)
            target = pose
            start = now
            isOver = false
        }
        return shown(now)
    }

    private mutating func shown(_ now: ContinuousClock.Instant) -> CameraView? {
        guard !isOver else { return nil }
        let share = Float((now - start) / Self.duration)
        guard share < 1 else {
            isOver = true
            return nil
        }
        let end = CameraView(target)
        // The shorter way around.
        var turn = end.azimuth - from.azimuth
        if turn > 180 { turn -= 360 }
        if turn < -180 { turn += 360 }
        let eased = share * (2 - share)
        var view = from
        view.azimuth += turn * eased
        view.elevation += (end.elevation - from.elevation) * eased
        return view
    }
}
