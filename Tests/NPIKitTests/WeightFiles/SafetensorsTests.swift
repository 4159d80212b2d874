import Foundation
import NPIKit
import Support
import Testing

@Suite("The safetensors container")
struct SafetensorsTests {
    /// A file with this header and so many bytes of data.
    static func file(_ header: String, data: Int = 0, length: UInt64? = nil) -> Data {
        var file = Data()
        let length = length ?? UInt64(header.utf8.count)
        for shift in 0..<8 { file.append(UInt8(truncatingIfNeeded: length >> (8 * shift))) }
        return file + Data(header.utf8) + Data(repeating: 0, count: data)
    }

    static func entry(_ shape: String, _ offsets: String, dtype: String = "\"F32\"") -> String {
        "{\"t\":{\"dtype\":\(dtype),\"shape\":\(shape),\"data_offsets\":\(offsets)}}"
    }

    @Test("tensors and metadata come back")
    func roundTrip() throws {
        let tensors = [
            Safetensors.Tensor(name: "b", shape: [2, 1], values: [1, -2.5]),
            Safetensors.Tensor(name: "a", shape: [], values: [3]),
            Safetensors.Tensor(name: "none", shape: [0, 7], values: []),
            Safetensors.Tensor(name: "ü \"x\"/\\", shape: [1], values: [.leastNonzeroMagnitude]),
        ]
        let file = try Safetensors(Safetensors(metadata: ["k": "v\n", "": ""], tensors: tensors).encoded())
        #expect(Set(file.tensors.map(\.name)) == Set(tensors.map(\.name)))
        for tensor in tensors { #expect(file.tensors.contains(tensor)) }
        #expect(file.metadata == ["k": "v\n", "": ""])
    }

    @Test("a slice of other data is read like data of its own")
    func slices() throws {
        let data = Safetensors(
            metadata: [:], tensors: [Safetensors.Tensor(name: "t", shape: [2], values: [1, 2])]
        ).encoded()
        let padded = Data([1, 2, 3]) + data
        #expect(try Safetensors(padded.dropFirst(3)).tensors[0].values == [1, 2])
    }

    @Test(
        "what is no safetensors file is refused",
        arguments: [
            file("", length: .max), file("", length: 16_000_001), file("{}", length: 1 << 40), file(""), file("x"),
            file("[]"), file("null"), file("{"), file("\u{0}\u{0}"), file(String(repeating: "[", count: 100_000)),
            file("{\"a\":" + String(repeating: "[", count: 100_000)), Data("PK\u{3}\u{4} a zip file".utf8),
            Data("{\"a\": \"a JSON file of some length\"}".utf8), file("{\"t\":1}", length: 6),
        ])
    func foreign(data: Data) {
        let error = #expect(throws: SafetensorsError.self) { try Safetensors(data) }
        #expect(error == .notSafetensors)
    }

    @Test(
        "what ends too soon is refused",
        arguments: [Data(), Data([1]), Data(repeating: 0, count: 7), file("{}", length: 3)])
    func truncated(data: Data) {
        guard case .truncated = #expect(throws: SafetensorsError.self, performing: { try Safetensors(data) }) else {
            Issue.record("not taken for truncated")
            return
        }
    }

    @Test(
        "an entry that cannot be is refused, with the tensor's name",
        arguments: [
            entry("[1]", "[0,4]", dtype: "\"F16\""), entry("[1]", "[0,4]", dtype: "1"), entry("[1]", "[0,3]"),
            entry("[2]", "[0,4]"), entry("[-1]", "[0,4]"), entry("[1]", "[4,8]"), entry("[1]", "[4,0]"),
            entry("[1]", "[-4,0]"), entry("[1]", "[0]"), entry("[1]", "[0,4,8]"), entry("[1.5]", "[0,4]"),
            entry("[\"1\"]", "[0,4]"), entry("1", "[0,4]"), entry("null", "null"), entry("[1e400]", "[0,4]"),
            entry("[4611686018427387904,4]", "[0,0]"), entry("[9223372036854775807,9223372036854775807]", "[0,4]"),
            entry("[99999999999999999999]", "[0,4]"), entry("[1]", "[9223372036854775804,9223372036854775807]"),
            entry("[1]", "[0,18446744073709551620]"), "{\"t\":[]}", "{\"t\":null}", "{\"t\":{}}",
        ])
    func entries(header: String) {
        let error = #expect(throws: SafetensorsError.self) { try Safetensors(Self.file(header, data: 4)) }
        #expect(
            error?.description.contains("tensor t") == true || error == .notSafetensors, "\(String(describing: error))")
    }

    @Test("data that overlap, leave a gap, are missing or stand behind are refused")
    func places() {
        func two(_ first: String, _ second: String) -> String {
            """
            {"a":{"dtype":"F32","shape":[1],"data_offsets":\(first)},"b":{"dtype":"F32","shape":[1],"data_offsets":\(second)}}
            """
        }
        #expect(throws: Never.self) { try Safetensors(Self.file(two("[4,8]", "[0,4]"), data: 8)) }
        for header in [two("[0,4]", "[0,4]"), two("[0,4]", "[8,12]"), two("[0,4]", "[2,6]")] {
            guard
                case .badEntry = #expect(
                    throws: SafetensorsError.self,
                    performing: {
                        try Safetensors(Self.file(header, data: 12))
                    })
            else {
                Issue.record("\(header) was not refused for its entries")
                continue
            }
        }
        #expect(throws: SafetensorsError.trailing(1)) { try Safetensors(Self.file(two("[0,4]", "[4,8]"), data: 9)) }
        #expect(throws: SafetensorsError.self) { try Safetensors(Self.file(two("[0,4]", "[4,8]"), data: 7)) }
        #expect(throws: SafetensorsError.self) {
            try Safetensors(Self.file(Self.entry("[274877906944]", "[0,1099511627776]"), data: 4))
        }
    }

    @Test("random bytes never crash it")
    func noise() {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<2_000 {
            var header =
                "{\"__metadata__\":{\"a\":\"b\"},\"t\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}"
                .utf8.map { UInt8($0) }
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                header[Int.random(in: header.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            var file = Self.file("", length: UInt64(header.count))
            file.append(contentsOf: header + [0, 0, 0, 0])
            _ = try? Safetensors(file)
        }
    }
}
