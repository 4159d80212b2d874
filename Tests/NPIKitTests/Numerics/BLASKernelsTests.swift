import NPIKit
import Testing

@Suite("Which kernels multiply matrices")
struct BLASKernelsTests {
    @Test(
        "kernels older than the processor give way to the best it can run",
        arguments: [
            ("Prescott", BLASKernels.Instructions.avx512, "SKYLAKEX"), ("Prescott", .avx2, "HASWELL"),
            ("Sandybridge", .avx2, "HASWELL"), ("Haswell", .avx512, "SKYLAKEX"), ("unknown", .avx2, "HASWELL"),
        ])
    func older(name: String, instructions: BLASKernels.Instructions, better: String) {
        #expect(BLASKernels.better(than: name, on: instructions) == better)
    }

    @Test(
        "kernels that use all the processor has stay",
        arguments: [
            ("SkylakeX", BLASKernels.Instructions.avx512), ("Cooperlake", .avx512), ("Zen", .avx512), ("Zen", .avx2),
            ("Haswell", .avx2), ("Prescott", .basic), ("ARMV8", .basic),
        ])
    func right(name: String, instructions: BLASKernels.Instructions) {
        #expect(BLASKernels.better(than: name, on: instructions) == nil)
    }

    @Test("the kernels in use agree with plain sums")
    func products() {
        #expect(BLASKernels.areRight)
    }
}
