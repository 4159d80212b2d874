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
        ("balanced-recursive", PackageResources.balanced_recursive_task),
        ("compare", PackageResources.compare_task),
        ("compare-recursive", PackageResources.compare_recursive_task),
        ("hanoi", PackageResources.hanoi_task),
        ("increment", PackageResources.increment_task),
        ("increment-recursive", PackageResources.increment_recursive_task),
        ("long-multiply", PackageResources.long_multiply_task),
        ("long-multiply-recursive", PackageResources.long_multiply_recursive_task),
        ("max-recursive", PackageResources.max_recursive_task),
        ("multiply", PackageResources.multiply_task),
        ("multiply-recursive", PackageResources.multiply_recursive_task),
        ("palindrome", PackageResources.palindrome_task),
        ("palindrome-recursive", PackageResources.palindrome_recursive_task),
        ("quicksort", PackageResources.quicksort_task),
        ("quicksort-loops", PackageResources.quicksort_loops_task),
        ("reverse", PackageResources.reverse_task),
        ("reverse-recursive", PackageResources.reverse_recursive_task),
        ("selection-sort", PackageResources.selection_sort_task),
        ("selection-sort-recursive", PackageResources.selection_sort_recursive_task),
        ("sort-recursive", PackageResources.sort_recursive_task),
        ("subtract", PackageResources.subtract_task),
        ("subtract-recursive", PackageResources.subtract_recursive_task),
    ]
}
