#if os(Linux)
    import AI1Core
    import Glibc
    import Testing

    @testable import AI1Wallet

    /// Another process is killed while it writes, by the signal that nothing can catch.
    @Suite("Keystore files and processes that are killed")
    struct KeystoreKillTests {
        private let folder = TemporaryFolder()

        /// A disk whose writer is killed after that many octets.
        static func killing(after limit: Int) -> PrivateFileWriter.Write {
            { descriptor, bytes in
                _ = PrivateFileWriter.system(descriptor, UnsafeRawBufferPointer(rebasing: bytes.prefix(limit)))
                kill(getpid(), SIGKILL)
                return -1
            }
        }

        static func replacement() throws -> Keystore {
            try Keystore.seal(key: PrivateKey.random(), password: .text("new"), cost: #require(KeystoreTests.cost))
        }

        @Test("The old one stays whole when its replacement is cut short", arguments: [0, 1, 200, 1_000])
        func replacing(_ limit: Int) async throws {
            let keystore = try KeystoreTests.sealed().keystore
            let file = try KeystoreFile.create(keystore, in: folder.path)
            await #expect(processExitsWith: .signal(SIGKILL)) { [path = file.path as String, limit = limit as Int] in
                try KeystoreFile(path: path, address: nil)
                    .replace(with: Self.replacement(), write: Self.killing(after: limit))
            }
            #expect(try KeystoreFile.read(file.path) == keystore)
            #expect(folder.names.count == 2)
            #expect(try KeystoreFile.list(folder.path) == [file])
            KeystoreFile.sweep(folder.path, olderThanSecondsSinceEpoch: .max)
            #expect(folder.names.count == 1)
            let left = try KeystoreTests.sealed().keystore
            try file.replace(with: left)
            #expect(try KeystoreFile.read(file.path) == left)
        }

        @Test("There is none when creating is cut short")
        func creating() async throws {
            await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.path as String] in
                _ = try KeystoreFile.create(
                    Self.replacement(), in: path, at: Timestamp(millisecondsSinceEpoch: 0), nanoseconds: 0,
                    write: Self.killing(after: 100))
            }
            #expect(folder.names.count == 1)
            #expect(try KeystoreFile.list(folder.path).isEmpty)
        }
    }
#endif
