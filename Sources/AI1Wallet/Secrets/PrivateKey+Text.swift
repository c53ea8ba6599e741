extension PrivateKey {
    /// Reads 64 hexadecimal digits, with or without `0x`.
    /// - Throws: `WalletError` of code `malformed` or `invalidKey`
    package init(hex text: SecretBytes) throws {
        defer { Wiping.wipeStack() }
        try self.init(SecretHex.decode(text))
    }

    /// `0x` and 64 digits in lower case: the key itself, for its owner.
    /// - Throws: `WalletError` of code `system` without memory
    package func hexText() throws -> SecretBytes { try SecretHex.encode(secret) }
}
