#if os(Linux)
    import Glibc
    import Testing

    @testable import AI1Wallet

    /// In processes of their own, for the umask is the whole process's.
    @Suite("Keystore files and the umask")
    struct KeystoreUmaskTests {
        private let folder = TemporaryFolder()

        @Test("A file is for its owner alone under any umask", arguments: [mode_t(0), 0o022, 0o077, 0o777])
        func files(_ mask: mode_t) async {
            await #expect(processExitsWith: .success) { [path = folder.path as String, mask = mask as mode_t] in
                umask(mask)
                let keystore = try KeystoreTests.sealed().keystore
                let file = try KeystoreFile.create(keystore, in: path)
                #expect(TemporaryFolder.mode(file.path) == 0o600)
                try file.replace(with: keystore)
                #expect(TemporaryFolder.mode(file.path) == 0o600)
            }
        }

        @Test("A new folder is for its owner alone", arguments: [mode_t(0), 0o077])
        func folders(_ mask: mode_t) async {
            await #expect(processExitsWith: .success) { [path = folder.path as String, mask = mask as mode_t] in
                umask(mask)
                let file = try KeystoreFile.create(KeystoreTests.sealed().keystore, in: path + "/made")
                #expect(TemporaryFolder.mode(path + "/made") == 0o700)
                unlink(file.path)
            }
        }
    }
#endif
