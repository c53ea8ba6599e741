import Testing

@testable import AI1Wallet

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite("Reading secrets")
struct SecretInputTests {
    private let folder = TemporaryFolder()

    /// The reading end of a pipe that holds a text and is closed.
    private func pipe(of text: String) throws -> Int32 {
        var ends: [Int32] = [0, 0]
        try #require(openPipe(&ends) == 0)
        let bytes = Array(text.utf8)
        _ = write(ends[1], bytes, bytes.count)
        close(ends[1])
        return ends[0]
    }

    @Test(
        "One line end is no part of a secret",
        arguments: [
            ("secret", "secret"), ("secret\n", "secret"), ("secret\r\n", "secret"), ("secret\n\n", "secret\n"),
            ("", ""),
            ("\n", ""), ("\r\n", ""), ("\r", "\r"), (" two words \n", " two words "), ("a\nb\n", "a\nb"),
        ])
    func lineEnds(_ content: String, _ secret: String) throws {
        folder.write(content, to: "password")
        #expect(try SecretInput.read(file: folder.path + "/password").shownText == secret)
        let descriptor = try pipe(of: content)
        defer { close(descriptor) }
        #expect(try SecretInput.read(descriptor: descriptor).shownText == secret)
    }

    @Test("As much as is allowed is taken, an octet more is refused")
    func limit() throws {
        for end in ["", "\n", "\r\n"] {
            folder.write(String(repeating: "x", count: 4_096) + end, to: "password")
            #expect(try SecretInput.read(file: folder.path + "/password").count == 4_096)
            folder.write(String(repeating: "x", count: 4_097) + end, to: "password")
            #expect(throws: WalletError.self) { try SecretInput.read(file: folder.path + "/password") }
        }
        folder.write(String(repeating: "x", count: 100_000), to: "password")
        #expect(throws: WalletError.self) { try SecretInput.read(file: folder.path + "/password") }
    }

    @Test("A line is read and what follows is left for the next reader")
    func lines() throws {
        let descriptor = try pipe(of: "first\r\n\nlast")
        defer { close(descriptor) }
        #expect(try SecretInput.readLine(descriptor: descriptor)?.shownText == "first")
        #expect(try SecretInput.readLine(descriptor: descriptor)?.shownText == "")
        #expect(try SecretInput.readLine(descriptor: descriptor)?.shownText == "last")
        #expect(try SecretInput.readLine(descriptor: descriptor) == nil)
    }

    @Test("A line that never ends is refused")
    func longLine() throws {
        let descriptor = try pipe(of: String(repeating: "x", count: 20_000))
        defer { close(descriptor) }
        #expect(throws: WalletError.self) { try SecretInput.readLine(descriptor: descriptor) }
    }

    @Test("A file that is not there is said to be missing; a folder is no secret")
    func missing() {
        let missing = #expect(throws: WalletError.self) { try SecretInput.read(file: folder.path + "/none") }
        #expect(missing?.code == .notFound)
        let isFolder = #expect(throws: WalletError.self) { try SecretInput.read(file: folder.path) }
        #expect(isFolder?.code == .inputOutput)
    }
}

/// pipe(2), named apart from the tests' own.
private func openPipe(_ ends: inout [Int32]) -> Int32 { pipe(&ends) }
