/// The form of a transaction, by its type number (EIP-2718).
package enum TransactionKind: UInt8, Sendable, Hashable, CaseIterable {
    /// One gas price, replay protection in the signature (EIP-155).
    case legacy = 0
    /// One gas price and an access list (EIP-2930).
    case accessList = 1
    /// A maximum fee and a maximum tip (EIP-1559).
    case dynamicFee = 2

    /// What it is called where people read it.
    package var name: String {
        switch self {
        case .legacy: "legacy (EIP-155)"
        case .accessList: "access list (EIP-2930)"
        case .dynamicFee: "dynamic fee (EIP-1559)"
        }
    }

    /// The octets before its RLP: none for the legacy form.
    var prefix: [UInt8] { self == .legacy ? [] : [rawValue] }

    /// The kind that the first octet of some raw bytes tells.
    /// - Throws: `WalletError` of code `invalidTransaction` for types that are not known here, and for what is none
    init(firstOctet: UInt8) throws(WalletError) {
        switch firstOctet {
        case RLP.emptyList...: self = .legacy
        case 1: self = .accessList
        case 2: self = .dynamicFee
        case 3: throw WalletError(.invalidTransaction, "blob transactions (type 3, EIP-4844) are not supported")
        case 4: throw WalletError(.invalidTransaction, "set-code transactions (type 4, EIP-7702) are not supported")
        case 0..<RLP.emptyBytes:
            throw WalletError(.invalidTransaction, "transactions of type \(firstOctet) are not known")
        default: throw WalletError(.invalidTransaction, "not a transaction")
        }
    }
}
