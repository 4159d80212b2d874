import Foundation
import Testing

@Suite("OpenBLAS's kernels from outside")
struct KernelTests {
    private func kernels(_ variables: [String: String?]) throws -> String {
        let run = try CommandRun("model", environment: variables)
        return run.lines.first { $0.contains("kernels") } ?? run.errors
    }

    @Test("a choice of the user's own stays")
    func chosen() throws {
        #expect(try kernels(["OPENBLAS_CORETYPE": "PRESCOTT"]) == "  kernels     Prescott, of this machine's OpenBLAS")
    }

    @Test("the program's own choice stands when it is started by itself, and is made once")
    func inherited() throws {
        let own = try kernels(["OPENBLAS_CORETYPE": nil])
        #expect(own.hasPrefix("  kernels     "))
        #expect(try kernels(["OPENBLAS_CORETYPE": "NEHALEM", "NPI_KERNELS_BEFORE": "PRESCOTT"]).contains("Nehalem"))
    }
}
