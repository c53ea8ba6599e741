internal import AI1Core
internal import AI1Settings

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A keystore in a folder, in a file that its owner alone may read.
package struct KeystoreFile: Sendable, Hashable {
    package let path: String
    /// From the file's name, or else from its content; nil where neither says.
    package let address: Address?

    /// As geth names them: `UTC--2026-11-26T01-22-27.123456789Z--<40 digits>`.
    /// - Parameter nanoseconds: within the second
    static func name(_ address: Address, at time: Timestamp, nanoseconds: Int) -> String {
        let second = time.utcText.dropLast().split(separator: ":").joined(separator: "-")
        let digits = String(nanoseconds)
        let fraction = String(repeating: "0", count: max(0, 9 - digits.count)) + digits
        return "UTC--\(second).\(fraction)Z--\(HexText.encode(address.bytes, prefix: false))"
    }

    /// The address at the end of such a name; nil for another.
    static func address(inName name: some StringProtocol) -> Address? {
        guard name.hasPrefix("UTC--"), name.utf8.count > 47, name.dropLast(40).hasSuffix("--"),
            let bytes = HexText.decode(name.suffix(40))
        else { return nil }
        return Address(bytes)
    }

    /// Writes a new keystore beside the others: whole or not at all, mode 0600 under any umask, over no other file.
    /// The folder is made, for the user alone, when it is not there.
    /// - Throws: `WalletError` of code `exists`, `cannotCreate`, `tampered` (a keystore that does not say whose it is);
    ///   `SettingsError` when the folder cannot be made
    package static func create(_ keystore: Keystore, in folder: String) throws -> KeystoreFile {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        let time = Timestamp(millisecondsSinceEpoch: Int64(now.tv_sec) * 1_000)
        return try create(
            keystore, in: folder, at: time, nanoseconds: Int(now.tv_nsec), write: PrivateFileWriter.system)
    }

    static func create(
        _ keystore: Keystore, in folder: String, at time: Timestamp, nanoseconds: Int, write: PrivateFileWriter.Write
    ) throws -> KeystoreFile {
        guard let address = keystore.address else {
            throw WalletError(.tampered, "the keystore does not say whose key it holds")
        }
        try Directory.ensure(folder)
        // A folder that was just made must outlast a crash as well as what is put into it.
        PrivateFileWriter.sync(Paths.parent(of: folder))
        let path = folder + "/" + name(address, at: time, nanoseconds: nanoseconds)
        try PrivateFileWriter.write(keystore.encoded + [0x0A], to: path, replacing: false, using: write)
        return KeystoreFile(path: path, address: address)
    }

    /// Puts another keystore in the place of this one: for a new password. A crash leaves the old or the new, whole.
    /// - Throws: `WalletError` of code `notFound`, `cannotCreate`; the old one is then untouched
    package func replace(with keystore: Keystore) throws {
        try replace(with: keystore, write: PrivateFileWriter.system)
    }

    func replace(with keystore: Keystore, write: PrivateFileWriter.Write) throws {
        guard let target = realpath(path, nil) else { throw FileFailure(errno).reading(path) }
        defer { free(target) }
        try PrivateFileWriter.write(
            keystore.encoded + [0x0A], to: String(cString: target), replacing: true, using: write)
    }

    /// Reads and parses it.
    /// - Throws: `WalletError` of code `notFound`, `invalidKeystore`; `SettingsError` when it cannot be read
    package static func read(_ path: String) throws -> Keystore {
        guard let content = try FileContent.read(path, limitBytes: Keystore.maximumBytes) else {
            throw WalletError(.notFound, "there is no keystore \(Display.path(path))")
        }
        return try Keystore(parsing: content.bytes)
    }

    /// Opens it, and holds the key against the address that the file's name and content tell.
    /// - Throws: as `read` and `Keystore.unlock`
    package func unlock(password: SecretBytes) throws -> PrivateKey {
        let key = try Self.read(path).unlock(password: password)
        guard address == nil || address == key.address else {
            throw WalletError(.tampered, "the keystore holds the key of another address than its name says")
        }
        return key
    }
}
