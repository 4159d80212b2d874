import Glibc
import Support

/// A port of this machine that only this machine can reach.
struct LoopbackListener {
    private let descriptor: Int32
    /// Its number.
    let port: UInt16

    /// Opens `port` on 127.0.0.1; 0 is any free one.
    ///
    /// - Throws: ``RunFailure`` where the system refuses.
    init(port: UInt16) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw RunFailure("cannot open a socket: \(SystemError())") }
        var isReused: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &isReused, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listens = withUnsafeMutablePointer(to: &address) { [descriptor] address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, length) == 0 && listen(descriptor, 1) == 0
                    && getsockname(descriptor, address, &length) == 0
            }
        }
        guard listens else {
            let error = SystemError()
            close(descriptor)
            throw RunFailure("cannot listen on 127.0.0.1:\(port): \(error)")
        }
        self.port = UInt16(bigEndian: address.sin_port)
    }

    /// Waits for the next client, and returns its descriptor, which the caller closes.
    ///
    /// - Throws: ``RunFailure`` where the system refuses.
    func accept() throws -> Int32 {
        while true {
            let client = Glibc.accept(descriptor, nil, nil)
            if client >= 0 { return client }
            guard errno == EINTR || errno == ECONNABORTED else {
                throw RunFailure("cannot take a client: \(SystemError())")
            }
        }
    }
}
