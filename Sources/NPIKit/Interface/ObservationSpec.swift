/// What an environment shows the network, from which the environment's encoder is built.
///
/// An observation is a list of categories, one for each field, which the encoder reads as one-hots. The arguments of the
/// present frame are added by the encoder itself.
public struct ObservationSpec: Hashable, Sendable {
    /// One category of the observation, as the network sees it.
    public struct Field: Hashable, Sendable {
        /// What the field shows, such as "INP1".
        public var name: String
        /// How many categories there are, 2...256.
        public var size: Int

        /// Makes a field of `size` categories.
        public init(_ name: String, size: Int) {
            precondition((2...256).contains(size), "a field has 2...256 categories")
            self.name = name
            self.size = size
        }
    }

    /// Which encoder reads it, such as "addition". Part of the names of the encoder's weights.
    public var encoder: String
    /// The categories, in order.
    public var fields: [Field]

    /// Makes a specification.
    public init(encoder: String, fields: [Field]) {
        self.encoder = encoder
        self.fields = fields
    }

    /// The length of all fields' one-hots together, without the arguments.
    public var oneHotSize: Int {
        fields.reduce(0) { $0 + $1.size }
    }
}

/// One look at an environment: a category for each field of its ``ObservationSpec``.
///
/// It is a buffer that the caller keeps, so that a step allocates nothing.
public struct Observation: Hashable, Sendable {
    /// The category of each field, 0..<size.
    public var categories: [UInt8]

    /// An observation of `spec`, all categories 0.
    public init(for spec: ObservationSpec) {
        categories = Array(repeating: 0, count: spec.fields.count)
    }
}
