import AI1Core
import AI1TestSupport
import Synchronization
import Testing

@Suite("Bounded channel of octets")
struct ByteChannelTests {
    @Test("everything offered is read in order, the producer is paused at the bound and resumed by reading")
    func order() async throws {
        let resumed = Atomic<Int>(0)
        let channel = ByteChannel(capacity: 1_000, onResume: { resumed.add(1, ordering: .relaxed) })
        let random = SeededRandom(seed: 1)
        let sent = (0..<50_000).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        let producer = Task {
            for piece in random.pieces(of: sent, largest: 700) {
                while true {
                    let offer = piece.withUnsafeBytes { channel.offer($0) }
                    if offer == .accepted { break }
                    if offer == .closed { return }
                    await Task.yield()
                }
            }
            channel.finish(.complete)
        }
        var received: [UInt8] = []
        var buffer: [UInt8] = []
        while try await channel.next(into: &buffer) {
            #expect(buffer.count <= 1_000)
            received += buffer
        }
        await producer.value
        #expect(received == sent)
        #expect(resumed.load(ordering: .relaxed) > 0)
    }

    @Test("what came before a failure is read before it")
    func failure() async throws {
        let channel = ByteChannel()
        _ = Array("abc".utf8).withUnsafeBytes { channel.offer($0) }
        channel.finish(.failed(ProviderFault(.cut, message: "gone")))
        var buffer: [UInt8] = []
        #expect(try await channel.next(into: &buffer))
        #expect(buffer == Array("abc".utf8))
        await #expect(throws: ProviderFault.self) { _ = try await channel.next(into: &buffer) }
    }

    @Test("giving up tells the producer once, and cancelling the reading task does too")
    func cancel() async throws {
        let told = Atomic<Int>(0)
        let channel = ByteChannel(onCancel: { told.add(1, ordering: .relaxed) })
        channel.cancel()
        channel.cancel()
        #expect(told.load(ordering: .relaxed) == 1)
        #expect(Array("a".utf8).withUnsafeBytes { channel.offer($0) } == .closed)
        let other = Atomic<Int>(0)
        let waiting = ByteChannel(onCancel: { other.add(1, ordering: .relaxed) })
        let reader = Task {
            var buffer: [UInt8] = []
            return try await waiting.next(into: &buffer)
        }
        reader.cancel()
        await #expect(throws: CancellationError.self) { _ = try await reader.value }
    }
}
