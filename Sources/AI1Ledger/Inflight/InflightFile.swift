package import AI1Core
internal import Crypto
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The locked file of a request under way. It is all zeros until something is sent.
package final class InflightFile: Sendable {
    private let descriptor: Mutex<Int32>
    private let path: String

    init(descriptor: Int32, path: String) {
        self.descriptor = Mutex(descriptor)
        self.path = path
    }

    deinit { release() }

    /// Octets that are written at once, so that a disk that fills up later still takes what is noted.
    private static let reservedOctets = 1_024

    /// - Returns: false when the disk has no room
    func reserve() -> Bool {
        let zeros = [UInt8](repeating: 0, count: Self.reservedOctets)
        return descriptor.withLock { descriptor in
            zeros.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) } == zeros.count
        }
    }

    /// What a file says.
    package enum Progress: Sendable, Hashable {
        /// Nothing was sent.
        case notSent
        /// Something was sent, and this was used up to then.
        /// `result`: the SHA-256 of the complete answer, when it was kept already.
        case sent([AttemptCharge], result: [UInt8]?)
        /// The content cannot be read.
        case lost
    }

    /// Writes down what has been used so far. The first call says that something is about to be sent. What cannot be written
    /// is left out: the file is for the case of a crash only.
    /// - Parameter result: the SHA-256 of the complete answer, once it is kept
    package func write(_ attempts: [AttemptCharge], result: [UInt8]? = nil) {
        var encoder = EventEncoder()
        encoder.write(result)
        encoder.write(attempts.map(ProgressPart.init))
        let content = encoder.bytes
        // Length and hash before the content: a half-written record is known as such.
        var record = withUnsafeBytes(of: UInt64(content.count).littleEndian) { Array($0) }
        record += SHA256.hash(data: content).prefix(8)
        record += content
        descriptor.withLock { descriptor in
            guard descriptor >= 0 else { return }
            _ = record.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
        }
    }

    /// Reads what the owner wrote.
    package func read() -> Progress {
        let bytes = descriptor.withLock { descriptor -> [UInt8] in
            var facts = stat()
            guard fstat(descriptor, &facts) == 0, facts.st_size > 0, facts.st_size < 16 * 1_048_576 else { return [] }
            var bytes = [UInt8](repeating: 0, count: Int(facts.st_size))
            let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
            return Array(bytes.prefix(max(0, count)))
        }
        guard bytes.prefix(16).contains(where: { $0 != 0 }) else { return .notSent }
        guard bytes.count >= 16 else { return .lost }
        let length = bytes.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self)) }
        guard length <= UInt64(bytes.count - 16) else { return .lost }
        let content = Array(bytes[16..<16 + Int(length)])
        guard Array(SHA256.hash(data: content).prefix(8)) == Array(bytes[8..<16]) else { return .lost }
        return content.withUnsafeBytes { buffer in
            var decoder = EventDecoder(buffer)
            do {
                let result = try decoder.optionalOctets()
                let parts = try decoder.parts(ProgressPart.self)
                return decoder.isAtEnd ? .sent(parts.map(\.charge), result: result) : .lost
            } catch {
                return .lost
            }
        }
    }

    /// Removes the file: its hold is closed.
    package func remove() {
        descriptor.withLock { descriptor in
            guard descriptor >= 0 else { return }
            unlink(path)
            close(descriptor)
            descriptor = -1
        }
    }

    /// Lets the lock go and leaves the file.
    package func release() {
        descriptor.withLock { descriptor in
            guard descriptor >= 0 else { return }
            close(descriptor)
            descriptor = -1
        }
    }
}

/// An attempt's use in a file of a request under way.
private struct ProgressPart: EventPart {
    let charge: AttemptCharge

    init(_ charge: AttemptCharge) { self.charge = charge }

    func encode(into encoder: inout EventEncoder) {
        encoder.write(charge.target.provider)
        encoder.write(charge.target.model)
        let usage = charge.usage
        for count in [
            usage.uncachedInput, usage.cacheRead, usage.cacheWrite5m, usage.cacheWrite1h, usage.visibleOutput,
            usage.reasoning, usage.audioInput, usage.audioOutput,
        ] { encoder.write(count) }
        encoder.write(usage.source.rawValue)
        encoder.write(charge.costPicoUSD)
    }

    init(from decoder: inout EventDecoder) throws {
        let target = TargetName(provider: try decoder.text(), model: try decoder.text())
        var usage = TokenUsage()
        usage.uncachedInput = try decoder.integer()
        usage.cacheRead = try decoder.integer()
        usage.cacheWrite5m = try decoder.integer()
        usage.cacheWrite1h = try decoder.integer()
        usage.visibleOutput = try decoder.integer()
        usage.reasoning = try decoder.integer()
        usage.audioInput = try decoder.integer()
        usage.audioOutput = try decoder.integer()
        guard let source = TokenUsage.Source(rawValue: try decoder.text()) else { throw EventDecoder.Malformed() }
        usage.source = source
        charge = AttemptCharge(
            target: target, usage: usage, costPicoUSD: try decoder.optionalInteger(), prices: .unknown)
    }
}
