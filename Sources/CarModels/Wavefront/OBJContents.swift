/// What an OBJ file says, before its parts are fitted together: faces may stand before the points that they use.
struct OBJContents {
    /// A face.
    struct Face {
        /// Where its corners stand in ``OBJContents/corners``.
        var corners: Range<Int>
        /// Its material among ``OBJContents/materials``, or -1.
        var material: Int32
        /// Where it stands in the file.
        var line: Int32
    }

    /// A face's corner, as indices from 0 that may be beyond what there is.
    struct Corner {
        /// Its point.
        var point: Int32
        /// Its normal; nil if it has none.
        var normal: Int32?
    }

    /// The points; NaN where one cannot be used.
    var points: [SIMD3<Double>] = []
    /// Their colours; NaN where one has none. Empty if none has any.
    var pointColors: [Vector] = []
    /// The normals; NaN where one cannot be used.
    var normals: [Vector] = []
    /// The corners of all faces.
    var corners: [Corner] = []
    /// The faces.
    var faces: [Face] = []
    /// The names of the materials as they are written.
    var materials: [String] = []
    /// The names of the libraries as they are written, those of a line together.
    var libraries: [String] = []
    /// What was passed over.
    var remarks = OBJRemarks()
}
