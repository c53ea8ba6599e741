package import AI1Core

/// A failure of the wallet: a key, a keystore, an encoding, a signature. Its texts never carry a secret.
package struct WalletError: AI1Error, Hashable {
    package enum Code: Sendable, Hashable, CaseIterable {
        /// Hexadecimal, decimal or JSON text that is not what it should be.
        case malformed
        /// An address whose checksum (EIP-55) is wrong.
        case checksum
        /// A mnemonic, a derivation path or an extended key that is not valid.
        case invalidKey
        /// A keystore file that is not one of version 3, or asks for more memory or time than is allowed.
        case invalidKeystore
        /// The password does not open the keystore.
        case wrongPassword
        /// There is a password or key to be given, and none was.
        case locked
        /// An account, contact or file that is not there.
        case notFound
        /// A name or file that is there already.
        case exists
        /// RLP that is not canonical, or a transaction that is not one.
        case invalidTransaction
        /// A file whose parts disagree with each other.
        case tampered
        /// A type, value or encoding that the contract interface does not allow.
        case invalidABI
        /// Typed data (EIP-712) that is not consistent.
        case invalidTypedData
        /// A signature that is not valid, or not by whom it should be.
        case invalidSignature
        /// A number that does not fit.
        case overflow
        /// The typed data or transaction is for another chain.
        case wrongChain
        /// A known answer did not come out: the cryptography of this machine or build cannot be trusted.
        case selfTest
        /// Memory, randomness or another thing of the system failed.
        case system
        /// A file could not be written.
        case cannotCreate
        /// A file could not be read, though it is there.
        case inputOutput
    }

    package let code: Code
    package let message: String
    package let hint: String?
    package let underlying: String?

    package init(_ code: Code, _ message: String, hint: String? = nil, underlying: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
        self.underlying = underlying
    }

    package var kind: ErrorKind {
        switch code {
        case .malformed, .checksum, .invalidKey, .invalidKeystore, .invalidTransaction, .tampered, .invalidABI,
            .invalidTypedData, .invalidSignature, .overflow:
            .badData
        case .wrongPassword, .locked: .keyRefused
        case .notFound: .inputMissing
        case .exists, .cannotCreate: .cannotCreate
        case .inputOutput: .inputOutput
        case .wrongChain: .wrongChain
        case .selfTest, .system: .internalError
        }
    }
}
