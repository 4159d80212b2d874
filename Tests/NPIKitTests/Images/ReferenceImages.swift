import NPIKit

/// The images of `Scripts/Reference/make_image_reference.py`. A variation is another key's image.
struct ReferenceImages: ImageSource {
    static let shape = ObservationSpec.Image(channels: 2, height: 64, width: 128)

    func write(_ key: ImageKey, variation: UInt64, into pixels: UnsafeMutableBufferPointer<UInt8>) {
        let key = Int(key.view) + Int(variation % 1_000)
        for index in pixels.indices {
            pixels[index] = UInt8(
                (index * index * 7 + index * (37 + 2 * key) + index / Self.shape.width * 29 + key * 151) % 256)
        }
    }

    func pixels(_ key: ImageKey) -> [UInt8] {
        var pixels = [UInt8](repeating: 0, count: Self.shape.byteCount)
        pixels.withUnsafeMutableBufferPointer { write(key, variation: 0, into: $0) }
        return pixels
    }
}
