/// What an environment shows the network, from which the environment's encoder is built.
///
/// An observation is a list of categories, one for each field, which the encoder reads as one-hots. The arguments of the
/// present frame are added by the encoder itself. There may be an image beside the categories.
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

    /// The sides of an image.
    public struct Image: Hashable, Sendable {
        /// Sides are multiples of it: the encoder's three passes shrink an image by so much.
        static let sideUnit = 64

        /// Numbers a pixel, such as 3 for red, green and blue.
        public var channels: Int
        /// Rows; a multiple of 64.
        public var height: Int
        /// Columns; a multiple of 64.
        public var width: Int

        /// Makes the shape of an image.
        public init(channels: Int, height: Int, width: Int) {
            self.channels = channels
            self.height = height
            self.width = width
            precondition(isSensible, "an image has 1...16 channels and sides of 64, 128, ... 1,024")
        }

        /// How many bytes an image has.
        public var byteCount: Int { channels * height * width }

        /// A shape from a file, or nil if an encoder cannot read it.
        init?(checking channels: Int, _ height: Int, _ width: Int) {
            self.channels = channels
            self.height = height
            self.width = width
            guard isSensible else { return nil }
        }

        private var isSensible: Bool {
            (1...16).contains(channels)
                && [height, width].allSatisfy { (1...1_024).contains($0) && $0 % Self.sideUnit == 0 }
        }
    }

    /// Which encoder reads it, such as "addition". Part of the names of the encoder's weights.
    public var encoder: String
    /// The categories, in order.
    public var fields: [Field]
    /// The image that is shown beside them, if there is one.
    public var image: Image?

    /// Makes a specification.
    public init(encoder: String, fields: [Field], image: Image? = nil) {
        self.encoder = encoder
        self.fields = fields
        self.image = image
    }

    /// The length of all fields' one-hots together, without the arguments.
    public var oneHotSize: Int {
        fields.reduce(0) { $0 + $1.size }
    }
}

/// One look at an environment: a category for each field of its ``ObservationSpec``, and its image if it has one.
///
/// It is a buffer that the caller keeps, so that a step allocates nothing.
public struct Observation: Hashable, Sendable {
    /// The category of each field, 0..<size.
    public var categories: [UInt8]
    /// The image, channel by channel and row by row; empty where none is shown.
    public var pixels: [UInt8]

    /// An observation of nothing.
    init() {
        categories = []
        pixels = []
    }

    /// An observation of `spec`, all categories and pixels 0.
    public init(for spec: ObservationSpec) {
        categories = Array(repeating: 0, count: spec.fields.count)
        pixels = Array(repeating: 0, count: spec.image?.byteCount ?? 0)
    }
}
