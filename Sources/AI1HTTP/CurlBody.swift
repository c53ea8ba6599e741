internal import AI1Core

/// A body that libcurl is still receiving. The transport lives as long as any of its bodies.
final class CurlBody: HTTPBody {
    private let channel: ByteChannel
    private let clock: ExchangeClock
    private let transport: CurlTransport

    init(channel: ByteChannel, clock: ExchangeClock, transport: CurlTransport) {
        self.channel = channel
        self.clock = clock
        self.transport = transport
    }

    deinit {
        channel.cancel()
    }

    func next(into buffer: inout [UInt8]) async throws -> Bool { try await channel.next(into: &buffer) }

    func cancel() { channel.cancel() }

    var timings: HTTPTimings { clock.timings }
}
