/// How problems are drawn for a task whose file alone does not say it well enough.
protocol ProblemDraws: Sendable {
    /// The input of a random problem whose inputs have `length` elements.
    func randomInput(length: Int, using generator: inout some RandomNumberGenerator) -> [String]
    /// The input of a problem that is as hard as one of this length can be.
    func hardInput(length: Int, using generator: inout some RandomNumberGenerator) -> [String]
    /// On how many problems of which lengths networks are measured.
    var validationParts: ValidationParts { get }
}
