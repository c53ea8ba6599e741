extension ExtendedKey {
    /// The version of private keys: their text begins with `xprv`.
    private static let version: [UInt8] = [0x04, 0x88, 0xAD, 0xE4]

    /// Reads `xprv…`, white space around it ignored.
    /// - Throws: `WalletError` of code `invalidKey`, `system`
    package init(parsing text: SecretBytes) throws {
        defer { Wiping.wipeStack() }
        let octets = try SecretBytes(capacity: Base58Check.maximumCount) { output in
            let count = text.withBytes { Base58Check.decode($0.trimmed, into: output) }
            guard let count else {
                throw WalletError(.invalidKey, "the extended key has a wrong character or checksum")
            }
            return count
        }
        guard octets.count == 78 else { throw WalletError(.invalidKey, "the extended key has another length") }
        let isPrivate = octets.withBytes { $0.starts(with: Self.version) && $0[45] == 0 }
        guard isPrivate else { throw WalletError(.invalidKey, "not an extended private key") }
        self.init(
            key: try PrivateKey(octets.part(46..<78)),
            origin: try ExtendedKeyOrigin(serialized: octets.withBytes { Array($0[4..<13]) }),
            chainCode: try octets.part(13..<45))
    }

    /// `xprv…`: the key itself and all its descendants, for its owner.
    /// - Throws: `WalletError` of code `system` without memory
    package func text() throws -> SecretBytes {
        defer { Wiping.wipeStack() }
        let head = Self.version + origin.serialized
        let payload = try SecretBytes(capacity: 78) { output in
            output.copyBytes(from: head)
            chainCode.withBytes { UnsafeMutableRawBufferPointer(rebasing: output[13...]).copyMemory(from: $0) }
            output[45] = 0
            key.secret.withBytes { UnsafeMutableRawBufferPointer(rebasing: output[46...]).copyMemory(from: $0) }
            return 78
        }
        return try SecretBytes(capacity: Base58Check.maximumCount) { output in
            var count = 0
            _ = try SecretBytes(capacity: Base58Check.maximumCount) { scratch in
                count = payload.withBytes { Base58Check.encode($0, scratch: scratch, into: output) }
                return scratch.count
            }
            return count
        }
    }
}
