#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The newest event of a ledger, noted outside it after every commit. A ledger file that does not have this event is
/// not the one that was written last: an older copy was put back, or its log was removed.
///
/// The note costs one system call and is not synced: what a power cut takes from it only makes it older, which is no
/// alarm. It is written inside the gate, so that the notes of many processes come in the order of their commits.
final class AuditHead: Sendable {
    /// An event of the ledger.
    struct Note: Sendable, Hashable {
        var sequence: Int64
        var hash: [UInt8]
    }

    private static let mark: UInt64 = 0x4149_3148_4541_4431
    /// Mark, sequence, hash, checksum.
    private static let size = 56
    /// A read that meets a write may see half of each.
    private static let readAttempts = 3

    /// Where it is.
    let path: String
    /// Negative when the file cannot be written.
    private let descriptor: Int32

    init(path: String) {
        self.path = path
        var opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        if opened < 0, errno == ENOENT, let slash = path.lastIndex(of: "/"), mkdir(String(path[..<slash]), 0o700) == 0 {
            opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        }
        if opened < 0 { opened = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW) }
        descriptor = opened
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Notes the newest event. Never fails: without the note the ledger is as durable as with it.
    /// - Parameter hash: 32 octets
    func note(sequence: Int64, hash: [UInt8]) {
        guard descriptor >= 0, hash.count == 32 else { return }
        withUnsafeTemporaryAllocation(byteCount: Self.size, alignment: 8) { record in
            record.storeBytes(of: Self.mark.bigEndian, as: UInt64.self)
            record.storeBytes(of: sequence.bigEndian, toByteOffset: 8, as: Int64.self)
            hash.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: record[16..<48]).copyMemory(from: $0) }
            let sum = Self.checksum(UnsafeRawBufferPointer(rebasing: record[..<48]))
            record.storeBytes(of: sum.bigEndian, toByteOffset: 48, as: UInt64.self)
            _ = pwrite(descriptor, record.baseAddress!, Self.size, 0)
        }
    }

    /// What was noted last; nil when nothing was, and when the file is torn or holds something else.
    func read() -> Note? {
        guard descriptor >= 0 else { return nil }
        for _ in 0..<Self.readAttempts {
            var record = [UInt8](repeating: 0, count: Self.size)
            let count = record.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress!, Self.size, 0) }
            guard count == Self.size else { return nil }
            if let note = Self.decode(record) { return note }
        }
        return nil
    }

    private static func decode(_ record: [UInt8]) -> Note? {
        record.withUnsafeBytes { bytes in
            let mark = UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self))
            let sum = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 48, as: UInt64.self))
            guard mark == Self.mark, sum == checksum(UnsafeRawBufferPointer(rebasing: bytes[..<48])) else { return nil }
            let sequence = Int64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: Int64.self))
            return Note(sequence: sequence, hash: Array(bytes[16..<48]))
        }
    }

    /// FNV-1a: against torn records, not against intent.
    private static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return sum
    }
}
