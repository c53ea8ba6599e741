internal import AI1Core
internal import Crypto

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The Ed25519 key (RFC 8032) that signs checkpoints. It lies in the configuration, not beside the ledger: who can
/// rewrite the ledger's folder cannot sign what he wrote.
struct AuditKey: Sendable {
    private let key: Curve25519.Signing.PrivateKey

    /// Thirty-two octets.
    var publicKey: [UInt8] { Array(key.publicKey.rawRepresentation) }

    /// The key of a file; nil when there is none.
    /// - Throws: `LedgerError` when others can read it, and when it is no key
    static func load(_ path: String) throws -> AuditKey? {
        guard let text = try AuditFile.read(path) else { return nil }
        var facts = stat()
        guard stat(path, &facts) == 0 else { return nil }
        guard facts.st_mode & 0o077 == 0 else {
            throw LedgerError(
                .audit, message: "\(path) signs the ledger's checkpoints, and others can read it",
                hint: "chmod 600 \(path), or remove it: a new one is made")
        }
        guard let seed = Base64.decode(String(decoding: text.filter { $0 > 0x20 }, as: UTF8.self)),
            let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed)
        else {
            throw LedgerError(
                .audit, message: "\(path) is no key: it must be 32 octets in base64",
                hint: "put the right file back, or remove it: a new one is made")
        }
        return AuditKey(key: key)
    }

    /// The key of a file, which is made on first use.
    /// - Throws: `LedgerError`
    static func loadOrMake(_ path: String) throws -> AuditKey {
        if let key = try load(path) { return key }
        let made = AuditKey(key: Curve25519.Signing.PrivateKey())
        let text = Base64.encode(Array(made.key.rawRepresentation)) + "\n"
        if try AuditFile.make(path, Array(text.utf8)) { return made }
        // Another process was faster.
        guard let key = try load(path) else { throw AuditFile.failure("read", path) }
        return key
    }

    /// - Throws: `LedgerError`
    func sign(_ text: String) throws -> [UInt8] {
        do {
            return Array(try key.signature(for: Array(text.utf8)))
        } catch {
            throw LedgerError(.audit, message: "a checkpoint cannot be signed", underlying: "\(error)")
        }
    }

    /// Whether a signature of a text is that of a public key.
    static func verify(_ signature: [UInt8], of text: String, by publicKey: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else { return false }
        return key.isValidSignature(signature, for: Array(text.utf8))
    }
}
