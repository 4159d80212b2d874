import Foundation
import Testing

@Suite("File names that are not UTF-8 are read and written as they are")
struct LatinNameTests {
    @Test("cars, recordings, models, results and exports")
    func everywhere() throws {
        let folder = try TemporaryFolder()
        let script = #"""
            set -e
            npi cars --write $'c\xe9' >/dev/null
            cp $'c\xe9'/saloon-1.obj $'caf\xe9.obj'
            cp $'c\xe9'/saloon-1.mtl .
            npi run car --car $'caf\xe9.obj' --record $'auto\xe9.npitrace' | tail -n 1
            npi replay $'auto\xe9.npitrace' | tail -n 1
            npi run add 1 2 --record $'caf\xe9.npitrace' | tail -n 1
            npi replay $'caf\xe9.npitrace' --verify >/dev/null
            npi export $'caf\xe9.npitrace' --format svg >/dev/null
            npi train --updates 1 --problems 1 --longest 3 --units 8 --out $'m\xff\xfe.safetensors' >/dev/null 2>&1
            npi replay $'caf\xe9.npitrace' --model $'m\xff\xfe.safetensors' --verify >/dev/null 2>&1 || echo other
            npi evaluate --suite fig6 --quick --state $'s\xe9.jsonl' --plot $'p\xe9.svg' >/dev/null 2>&1
            mkdir -p $'x\xe9/npi'
            echo 'theme: pink' > $'x\xe9/npi/config.yaml'
            LC_ALL=C ls | LC_ALL=C cat -v
            """#
        let run = try CommandRun(shell: script, folder: folder.path)
        // Nothing but that the network has not seen meshes from files.
        let errors = run.errors.split(separator: "\n")
        #expect(run.status == 0 && errors.count == 1, "\(run.errors)")
        #expect(errors.first?.contains("a mesh from a file") == true)
        #expect(
            run.lines == [
                "[0,15] (correct)", "[0,15] (correct)", "3 (correct)", "other", "autoM-i.npitrace", "cafM-i.npitrace",
                "cafM-i.obj", "cafM-i.svg", "cM-i", "mM-^?M-~.safetensors", "pM-i.svg", "saloon-1.mtl", "sM-i.jsonl",
                "xM-i",
            ])
    }

    @Test("a program in a folder of such a name finds its files")
    func installation() throws {
        let folder = try TemporaryFolder()
        let script = #"""
            mkdir -p $'caf\xe9/bin' $'caf\xe9/share'
            cp "$NPI" $'caf\xe9/bin/npi'
            ln -s "${NPI%/*}/npi_Assets.resources" $'caf\xe9/share/npi'
            env -u NPI_ASSETS $'caf\xe9/bin/npi' run add 1 2 | tail -n 1
            """#
        let run = try CommandRun(shell: script, folder: folder.path)
        #expect(run.output == "3 (correct)\n", "\(run.errors)")
    }

    @Test("a name of such bytes that is not there is told on one line")
    func missing() throws {
        for command in ["replay ", "model ", "tour ./", "run car --car ./", "export --format svg "] {
            let run = try CommandRun(shell: "npi \(command)" + #"$'\xe9.yaml'"#)
            #expect(run.status == 1 || run.status == 64)
            #expect(run.errors.hasPrefix("npi: ") && run.errors.dropLast().firstIndex(of: "\n") == nil, "\(run.errors)")
        }
    }
}
