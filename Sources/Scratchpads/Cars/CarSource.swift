import CarModels
import Support

/// Where a problem's car comes from: it is built in, or in a file.
enum CarSource {
    case design(CarDesign)
    case file(String, up: UpAxis)

    /// The car called `name`, or in the file of that name.
    init(_ name: String, up: String) throws(CarInputError) {
        guard let axis = UpAxis(rawValue: up) else { throw .notAnAxis(up) }
        if let design = CarDesign(name: name) {
            self = .design(design)
            return
        }
        guard name.contains("/") || name.lowercased().hasSuffix(".obj") else {
            throw .unknownCar(name, near: CarNames.near(name))
        }
        self = .file(name, up: axis)
    }

    private var name: String {
        switch self {
        case .design(let design): design.name
        case .file(let path, _): path
        }
    }

    /// The car.
    func read() throws(OBJError) -> CarModel {
        switch self {
        case .design(let design): design.makeModel()
        case .file(let path, let up): try CarModel(path: path, up: up)
        }
    }

    /// The digest of a car's mesh, and the mesh itself if it is that of a file.
    static func attachment(of car: CarModel) -> Attachment {
        Attachment(name: "mesh", contents: car.mesh.encoded(), isHeld: CarDesign(name: car.name) == nil)
    }

    /// The car of a recorded run: the recorded one, or what there is in its place and a remark about that.
    ///
    /// - Parameter recorded: What the recording tells of its mesh.
    func read(recordedAs recorded: Attachment?) -> CarModel {
        let mesh = recorded?.intactContents.flatMap { Mesh(encoded: $0) }
        do throws(OBJError) {
            let car = try read()
            guard let recorded, Self.attachment(of: car).sha256 != recorded.sha256 else { return car }
            if let mesh {
                return recordedCar(
                    mesh, "\(name.printable) has changed since the run was recorded; shown is the recorded car")
            }
            return CarModel(
                normalized: car.mesh, name: name,
                remark: "\(name.printable) has changed since the run was recorded; the car that is shown is another")
        } catch {
            if let mesh { return recordedCar(mesh, "\(error); shown is the car that the recording holds") }
            return .standIn(name: name, remark: "\(error); a box is shown in the car's place")
        }
    }

    private func recordedCar(_ mesh: Mesh, _ remark: String) -> CarModel {
        CarModel(normalized: mesh, name: name, remark: remark)
    }
}
