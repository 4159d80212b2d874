/// The texts of the task files that are shipped, part of the program itself, so that its tasks are there wherever it is.
package enum ShippedTasks {
    /// Their names, the built-in ones first.
    package static let names = texts.map(\.name)

    /// The text of `name`.task; nil where there is no such file.
    package static func text(of name: String) -> String? {
        texts.first { $0.name == name }.map { String(decoding: $0.text, as: UTF8.self) }
    }

    private static let texts: [(name: String, text: [UInt8])] = [
        ("add", PackageResources.add_task),
        ("sort", PackageResources.sort_task),
        ("max", PackageResources.max_task),
        ("add-recursive", PackageResources.add_recursive_task),
        ("balanced", PackageResources.balanced_task),
        ("compare", PackageResources.compare_task),
        ("increment", PackageResources.increment_task),
        ("palindrome", PackageResources.palindrome_task),
        ("reverse", PackageResources.reverse_task),
        ("sort-recursive", PackageResources.sort_recursive_task),
        ("subtract", PackageResources.subtract_task),
    ]
}
