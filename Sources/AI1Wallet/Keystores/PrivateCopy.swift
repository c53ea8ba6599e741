/// A file of the user's own choice that nobody else may read: a copy of a keystore.
package enum PrivateCopy {
    /// Makes a file of mode 0600, whole or not at all, that replaces nothing.
    /// - Throws: `WalletError` of code `exists` or `cannotCreate`
    package static func create(_ path: String, holding bytes: [UInt8]) throws {
        try PrivateFileWriter.write(bytes, to: path, replacing: false, using: PrivateFileWriter.system)
    }
}
