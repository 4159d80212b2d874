import COpenSSL

/// SHA-256 (FIPS 180-4), computed by the system's libcrypto, which uses the processor's own instructions for it.
///
///     var hash = SHA256()
///     hash.update("abc".utf8)
///     hash.finish()  // "ba7816bf8f01cfea..."
///
/// The corresponding C functions are `EVP_DigestInit_ex`, `EVP_DigestUpdate` and `EVP_DigestFinal_ex`.
package final class SHA256 {
    private let context: OpaquePointer

    /// The hash of nothing, yet.
    package init() {
        guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
            preconditionFailure("libcrypto has no SHA-256")
        }
        self.context = context
    }

    deinit { EVP_MD_CTX_free(context) }

    /// Adds bytes at the end.
    package func update(_ bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress else { return }
        let isDone = EVP_DigestUpdate(context, start, bytes.count) == 1
        precondition(isDone, "libcrypto cannot hash")
    }

    /// Adds bytes at the end.
    package func update(_ bytes: some Collection<UInt8>) {
        let isDone: Void? = bytes.withContiguousStorageIfAvailable { update(UnsafeRawBufferPointer($0)) }
        if isDone == nil { Array(bytes).withUnsafeBytes { update($0) } }
    }

    /// The hash of all that was added, as 64 hexadecimal digits. To be asked for once, at the end.
    package func finish() -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        let isDone = EVP_DigestFinal_ex(context, &digest, nil) == 1
        precondition(isDone, "libcrypto cannot hash")
        return digest.map { byte in
            let text = String(byte, radix: 16)
            return byte < 16 ? "0\(text)" : text
        }.joined()
    }

    /// The hash of `bytes`, as 64 hexadecimal digits.
    package static func hash(_ bytes: UnsafeRawBufferPointer) -> String {
        let hash = SHA256()
        hash.update(bytes)
        return hash.finish()
    }
}
