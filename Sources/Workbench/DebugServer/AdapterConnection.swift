import DebugAdapter
import Glibc
import Support

/// One client of the debug adapter: reads its messages and sends what is answered, also while a run goes on.
///
/// This alone moves bytes between a client and the ``Adapter``. A run is carried on in short shares, and between two of them the
/// client is listened to, so that it can pause the run or leave.
struct AdapterConnection {
    private let input: Int32
    private var writer: DescriptorWriter
    private var framer = MessageFramer()

    /// So many evaluations of the network take some milliseconds.
    private static let share = 64
    private static let blockSize = 1 << 16

    /// A client that writes to `input` and reads from `output`.
    init(from input: Int32, to output: Int32) {
        self.input = input
        writer = DescriptorWriter(output)
    }

    /// Serves the client until it leaves.
    ///
    /// - Throws: ``RunFailure`` if what it sends is not the protocol's, or nothing can be sent to it.
    mutating func serve(_ adapter: inout Adapter) throws {
        var block = [UInt8](repeating: 0, count: Self.blockSize)
        while !adapter.isDone {
            if try isReadable(waiting: !adapter.isBusy) {
                let count = block.withUnsafeMutableBytes { Glibc.read(input, $0.baseAddress, $0.count) }
                if count < 0, errno == EINTR || errno == EAGAIN { continue }
                guard count >= 0 else { throw RunFailure("cannot read from the client: \(SystemError())") }
                guard count > 0 else { return try checkEnd() }
                framer.feed(block[..<count])
                try answer(&adapter)
            }
            if adapter.isBusy { try send(adapter.advance(budget: Self.share)) }
        }
    }

    private func checkEnd() throws {
        guard !framer.isWithinMessage else { throw RunFailure("the client left in the middle of a message") }
    }

    private func isReadable(waiting: Bool) throws -> Bool {
        var place = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
        let count = poll(&place, 1, waiting ? -1 : 0)
        guard count >= 0 || errno == EINTR else { throw RunFailure("cannot wait for the client: \(SystemError())") }
        return count > 0
    }

    private mutating func answer(_ adapter: inout Adapter) throws {
        while !adapter.isDone {
            let message: [UInt8]?
            do throws(FramingError) {
                message = try framer.next()
            } catch {
                throw RunFailure("\(error)")
            }
            guard let message else { return }
            try send(adapter.receive(message))
        }
    }

    private mutating func send(_ messages: [JSON]) throws {
        for message in messages {
            let bytes = message.bytes
            writer.write(bytes: Array("Content-Length: \(bytes.count)\r\n\r\n".utf8) + bytes)
        }
        writer.flush()
        if let failure = writer.failure {
            throw RunFailure("cannot write to the client: \(SystemError(code: failure))")
        }
    }
}
