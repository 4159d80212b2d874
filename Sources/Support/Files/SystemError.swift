import Glibc

/// Why a call of the system failed, by its code.
package struct SystemError: Error, Hashable, CustomStringConvertible {
    /// What `errno` was.
    package var code: Int32

    /// The failure of the last call.
    package init(code: Int32 = errno) {
        self.code = code
    }

    /// The system's words.
    package var description: String { String(cString: strerror(code)) }
}

extension Collection<UInt8> {
    /// Writes all bytes to an open file, however many calls that takes. The corresponding C function is `write`.
    package func write(to descriptor: Int32) throws(SystemError) {
        let failure = withContiguousStorageIfAvailable { bytes -> SystemError? in
            var rest = UnsafeRawBufferPointer(bytes)[...]
            while !rest.isEmpty {
                let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0, errno == EAGAIN {
                    // Whoever shares the terminal or the pipe has made it not wait.
                    var place = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                    poll(&place, 1, -1)
                    continue
                }
                guard count >= 0 || errno == EINTR else { return SystemError() }
                rest = rest.dropFirst(Swift.max(count, 0))
            }
            return nil
        }
        guard let failure else { return try Array(self).write(to: descriptor) }
        if let failure { throw failure }
    }
}
