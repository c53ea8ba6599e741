import AI1Core
import Testing

@testable import AI1Wallet

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite("Keystore files")
struct KeystoreFileTests {
    private let folder = TemporaryFolder()
    private let time = Timestamp(millisecondsSinceEpoch: 1_795_656_147_000)

    @Test("The name is geth's, and tells the address")
    func name() throws {
        let address = try Address("0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf")
        let name = KeystoreFile.name(address, at: time, nanoseconds: 1_234)
        #expect(name == "UTC--2026-11-26T01-22-27.000001234Z--7e5f4552091a69125d5dfcb7b8c2659029395bdf")
        #expect(KeystoreFile.address(inName: name) == address)
        for other in [
            "UTC--7e5f", "x--7e5f4552091a69125d5dfcb7b8c2659029395bdf", name + "0", String(name.dropLast()), "",
        ] {
            #expect(KeystoreFile.address(inName: other) == nil)
        }
    }

    @Test("A new one is there whole, for its owner alone, and opens")
    func create() throws {
        let (key, keystore) = try KeystoreTests.sealed()
        let file = try KeystoreFile.create(keystore, in: folder.path)
        #expect(folder.names.count == 1)
        #expect(TemporaryFolder.mode(file.path) == 0o600)
        #expect(file.address == key.address)
        #expect(try KeystoreFile.read(file.path) == keystore)
        #expect(try file.unlock(password: .text("correct horse")).secret.matches(key.secret))
    }

    @Test("A folder that is not there is made for its owner alone")
    func makesFolder() throws {
        let path = folder.path + "/keystore"
        let file = try KeystoreFile.create(KeystoreTests.sealed().keystore, in: path)
        #expect(TemporaryFolder.mode(path) == 0o700)
        unlink(file.path)
    }

    @Test("Nothing is ever overwritten by creating")
    func exists() throws {
        let keystore = try KeystoreTests.sealed().keystore
        let first = try KeystoreFile.create(
            keystore, in: folder.path, at: time, nanoseconds: 0, write: PrivateFileWriter.system)
        let error = #expect(throws: WalletError.self) {
            try KeystoreFile.create(
                keystore, in: folder.path, at: time, nanoseconds: 0, write: PrivateFileWriter.system)
        }
        #expect(error?.code == .exists)
        #expect(folder.names.count == 1)
        #expect(try KeystoreFile.read(first.path) == keystore)
    }

    @Test("Replacing puts the new one in its place, mode and all")
    func replace() throws {
        let (key, keystore) = try KeystoreTests.sealed()
        let file = try KeystoreFile.create(keystore, in: folder.path)
        let new = try Keystore.seal(key: key, password: .text("new"), cost: #require(KeystoreTests.cost))
        try file.replace(with: new)
        #expect(folder.names.count == 1)
        #expect(TemporaryFolder.mode(file.path) == 0o600)
        #expect(try file.unlock(password: .text("new")).secret.matches(key.secret))
        #expect(throws: WalletError.self) { try file.unlock(password: .text("correct horse")) }
    }

    @Test("A write that breaks off at any octet leaves the old one whole and nothing else")
    func brokenOff() throws {
        let (key, keystore) = try KeystoreTests.sealed()
        let file = try KeystoreFile.create(keystore, in: folder.path)
        let new = try Keystore.seal(key: key, password: .text("new"), cost: #require(KeystoreTests.cost))
        for limit in stride(from: 0, to: new.encoded.count, by: 37) {
            let error = #expect(throws: WalletError.self) {
                try file.replace(with: new, write: Self.diskOf(limit))
            }
            #expect(error?.code == .cannotCreate)
            #expect(error?.hint == "free some space on that disk")
            #expect(folder.names.count == 1)
            #expect(try KeystoreFile.read(file.path) == keystore)
        }
    }

    @Test("A disk that is full while creating leaves nothing")
    func diskFull() throws {
        let keystore = try KeystoreTests.sealed().keystore
        #expect(throws: WalletError.self) {
            try KeystoreFile.create(
                keystore, in: folder.path, at: time, nanoseconds: 0, write: Self.diskOf(100))
        }
        #expect(folder.names.isEmpty)
    }

    @Test("Writes of an octet at a time, and interrupted ones, come to the same")
    func slowWrites() throws {
        let keystore = try KeystoreTests.sealed().keystore
        let calls = Counter()
        let file = try KeystoreFile.create(keystore, in: folder.path, at: time, nanoseconds: 0) { descriptor, bytes in
            if calls.next().isMultiple(of: 3) {
                errno = EINTR
                return -1
            }
            return PrivateFileWriter.system(descriptor, UnsafeRawBufferPointer(rebasing: bytes[..<1]))
        }
        #expect(try KeystoreFile.read(file.path) == keystore)
    }

    @Test("Replacing what is not there is an error")
    func nothingToReplace() throws {
        let file = KeystoreFile(path: folder.path + "/none", address: nil)
        let keystore = try KeystoreTests.sealed().keystore
        let error = #expect(throws: WalletError.self) { try file.replace(with: keystore) }
        #expect(error?.code == .notFound)
    }

    @Test("A folder that is a file is a clear error")
    func notFolder() throws {
        folder.write("", to: "file")
        let keystore = try KeystoreTests.sealed().keystore
        #expect(throws: (any Error).self) { try KeystoreFile.create(keystore, in: folder.path + "/file") }
    }

    #if os(Linux)
        @Test("A folder that nothing can be written to is a clear error, for root too")
        func unwritable() throws {
            let keystore = try KeystoreTests.sealed().keystore
            let error = #expect(throws: WalletError.self) { try KeystoreFile.create(keystore, in: "/proc") }
            #expect(error?.code == .cannotCreate)
            #expect(error?.message.hasPrefix("cannot write /proc/UTC--") == true)
        }
    #endif

    @Test("32 at once in one folder are all there and whole")
    func concurrent() async throws {
        let path = folder.path
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<32 {
                group.addTask { _ = try KeystoreFile.create(KeystoreTests.sealed().keystore, in: path) }
            }
            try await group.waitForAll()
        }
        let files = try KeystoreFile.list(path)
        #expect(files.count == 32)
        #expect(folder.names.count == 32)
        for file in files {
            #expect(try KeystoreFile.read(file.path).address == file.address)
            #expect(TemporaryFolder.mode(file.path) == 0o600)
        }
    }

    @Test("A listing takes addresses from names, else from content, and leaves out what is no keystore")
    func list() throws {
        let vector = KeystoreVectors.foreign[0]
        let published = KeystoreVectors.published[0]
        folder.write("nothing at all", to: "UTC--2026-01-01T00-00-00.0Z--7e5f4552091a69125d5dfcb7b8c2659029395bdf")
        folder.write(vector.json, to: "deployer")
        folder.write(published.json, to: "unnamed")
        folder.write("{}", to: "config.json")
        folder.write("x", to: ".keystore-tmp-1")
        mkdir(folder.path + "/sub", 0o700)
        let files = try KeystoreFile.list(folder.path)
        #expect(
            files.map(\.address?.checksummed) == [
                "0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf", "0x2c7536E3605D9C16a7a3D7b1898e529396a65c23", nil,
            ])
        #expect(try KeystoreFile.list(folder.path + "/none").isEmpty)
    }

    @Test("A key of another address than the name says is refused")
    func otherName() throws {
        let name = "UTC--2026-01-01T00-00-00.0Z--7e5f4552091a69125d5dfcb7b8c2659029395bdf"
        folder.write(KeystoreVectors.foreign[1].json, to: name)
        let file = try #require(KeystoreFile.list(folder.path).first)
        let error = #expect(throws: WalletError.self) { try file.unlock(password: .text("pw")) }
        #expect(error?.code == .tampered)
    }

    @Test("Sweeping takes old temporary files that nobody holds, and nothing else")
    func sweep() throws {
        folder.write("x", to: ".keystore-tmp-left")
        folder.write("x", to: ".keystore-tmp-held")
        folder.write("x", to: "kept")
        let held = open(folder.path + "/.keystore-tmp-held", O_RDONLY)
        defer { close(held) }
        flock(held, LOCK_EX)
        KeystoreFile.sweep(folder.path)
        #expect(folder.names == [".keystore-tmp-held", ".keystore-tmp-left", "kept"])
        KeystoreFile.sweep(folder.path, olderThanSecondsSinceEpoch: .max)
        #expect(folder.names == [".keystore-tmp-held", "kept"])
    }

    /// A disk on which that many octets find room.
    private static func diskOf(_ limit: Int) -> PrivateFileWriter.Write {
        let room = Counter(limit)
        return { descriptor, bytes in
            let count = min(bytes.count, room.value)
            guard count > 0 else {
                errno = ENOSPC
                return -1
            }
            room.take(count)
            return PrivateFileWriter.system(descriptor, UnsafeRawBufferPointer(rebasing: bytes[..<count]))
        }
    }
}
