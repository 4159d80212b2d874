/// Which cars are trained on and which are kept for testing, by name. Written down in the shipped `cars/split.txt`.
package enum CarSplit {
    /// Built-in cars that are trained on.
    package static let trained = designs(numbers)
    /// More of them, for trainings that ask for more.
    package static let trainedBesides = designs(numbersBesides)
    /// Built-in cars that are never trained on.
    package static let unseen = designs(101...108)
    /// Built-in cars by which training chooses between its networks: neither trained on nor reported.
    package static let examined = designs(201...204)
    /// Built-in cars that are shipped as files: of each kind one that is trained on and one that is not.
    package static let shipped = designs(1...1) + designs(101...101)

    /// Odd built-in cars that are trained on beside the others, so that a car that looks like none of them is known too.
    package static let odd = designs(301...310)

    /// Cars of `torcs-data` that are trained on.
    package static let trainedReal = [
        "car1-stock2", "car1-trb1", "car1-trb3", "car2-trb1", "car3-trb1", "car5-trb1", "car6-trb1", "car7-trb1",
        "car8-trb1",
    ]
    /// Cars of `torcs-data` that are never trained on.
    package static let unseenReal = ["acura-nsx-sz", "p406", "155-DTM", "car1-stock1", "car4-trb1", "baja-bug"]
    /// Open-wheelers of `torcs-data`: never trained on, and reported apart.
    package static let oddities = ["car1-ow1", "buggy"]

    /// A part of the built-in cars.
    package enum Part: String, Hashable, Sendable, Codable {
        /// ``CarSplit/trained``.
        case seen
        /// ``CarSplit/unseen``.
        case unseen

        /// Its cars.
        package var designs: [CarDesign] { self == .seen ? CarSplit.trained : CarSplit.unseen }
    }

    private static let numbers = 1...20
    private static let numbersBesides = 401...480

    /// How many of each kind there are at most to train on.
    package static let largestTrainedCount = numbers.count + numbersBesides.count

    /// So many of each kind to train on, at most ``largestTrainedCount``.
    package static func trained(perKind count: Int) -> [CarDesign] {
        trained.filter { $0.number <= count }
            + trainedBesides.filter { $0.number - numbersBesides.lowerBound + numbers.count < count }
    }

    private static func designs(_ numbers: ClosedRange<Int>) -> [CarDesign] {
        CarKind.allCases.flatMap { kind in numbers.map { CarDesign(kind, $0) } }
    }

    /// The split as a text: a heading for each part, then a name a line.
    package static var text: String {
        func part(_ heading: String, _ names: [String]) -> String { "# \(heading)\n\(names.joined(separator: "\n"))\n" }
        return [
            part("built-in, trained on", trained.map(\.name)),
            part(
                "built-in, trained on where a training asks for more than 20 of each kind",
                CarKind.allCases.map { kind in
                    [numbersBesides.lowerBound, numbersBesides.upperBound].map { CarDesign(kind, $0).name }
                        .joined(separator: " to ")
                }),
            part("built-in, odd, trained on", odd.map(\.name)),
            part("built-in, never trained on", unseen.map(\.name)),
            part("built-in, for validation during training", examined.map(\.name)),
            part("of torcs-data, trained on", trainedReal),
            part("of torcs-data, never trained on", unseenReal),
            part("of torcs-data, open-wheelers, never trained on and reported apart", oddities),
        ].joined(separator: "\n")
    }
}
