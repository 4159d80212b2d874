import Support

/// Starts the program again where OpenBLAS took slow kernels for this processor.
package enum FastProducts {
    /// Holds the name of the kernels that OpenBLAS had chosen, from when others are tried in their place.
    private static let tried = "NPI_KERNELS_BEFORE"
    private static let choice = "OPENBLAS_CORETYPE"
    /// OpenBLAS's own threads wait for work by turning round and round; the program divides its work itself.
    private static let threads = "OPENBLAS_NUM_THREADS"

    /// Sees to the right kernels, before anything else is done. A choice of the user's own stays.
    package static func arrange() {
        let variables = ProcessVariables.all
        if let before = variables[tried] {
            guard !BLASKernels.areRight else { return }
            Relaunch.run(setting: [(tried, nil), (choice, before)])
        } else if variables[choice] == nil, let better = BLASKernels.better {
            Relaunch.run(setting: [(tried, BLASKernels.name), (choice, better), (threads, variables[threads] ?? "1")])
        }
    }
}
