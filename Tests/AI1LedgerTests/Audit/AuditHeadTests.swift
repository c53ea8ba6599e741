import AI1TestSupport
import Testing

@testable import AI1Ledger

@Suite("The note of the newest event")
struct AuditHeadTests {
    private static let hash = [UInt8](1...32)

    @Test("is read back, by the same and by another process's instance")
    func roundTrip() throws {
        let folder = try TemporaryFolder()
        let head = AuditHead(path: folder.path("state/audit.head"))
        #expect(head.read() == nil)
        head.note(sequence: 7, hash: Self.hash)
        let other = AuditHead(path: folder.path("state/audit.head"))
        #expect(other.read() == AuditHead.Note(sequence: 7, hash: Self.hash))
        other.note(sequence: 8, hash: Self.hash.reversed())
        #expect(head.read() == AuditHead.Note(sequence: 8, hash: Self.hash.reversed()))
        #expect(folder.mode("state/audit.head") == 0o600)
    }

    @Test("counts as absent when any bit of it is flipped, or when it is cut")
    func damage() throws {
        let folder = try TemporaryFolder()
        AuditHead(path: folder.path("audit.head")).note(sequence: 1 << 40, hash: Self.hash)
        let whole = try #require(folder.read("audit.head"))
        for bit in 0..<whole.count * 8 {
            var flipped = whole
            flipped[bit / 8] ^= 1 << (bit % 8)
            try folder.write("audit.head", flipped)
            #expect(AuditHead(path: folder.path("audit.head")).read() == nil)
        }
        for count in 0..<whole.count {
            try folder.write("audit.head", Array(whole[..<count]))
            #expect(AuditHead(path: folder.path("audit.head")).read() == nil)
        }
    }

    @Test("is done without where it cannot be written")
    func unwritable() {
        let head = AuditHead(path: "/nonexistent/folder/audit.head")
        head.note(sequence: 1, hash: Self.hash)
        #expect(head.read() == nil)
    }
}
