/// A question about the image that an environment shows, which a network's encoder answers before anything else is computed
/// from it, such as from which side a car is seen.
public struct ImageQuestion: Hashable, Sendable {
    /// What is asked: "azimuth".
    public let name: String
    /// What each of the answers is called, in the network's order.
    public let answers: [String]
    /// Which of them is right as things are.
    public let right: Int

    /// A question.
    public init(name: String, answers: [String], right: Int) {
        (self.name, self.answers, self.right) = (name, answers, right)
    }
}
