@testable import AI1Wallet

/// Transactions and keys that tests share.
enum TransactionSamples {
    static let recipient = "0x3535353535353535353535353535353535353535"

    /// A key of 32 equal octets.
    static func key(_ octet: UInt8 = 0x46) throws -> PrivateKey {
        try PrivateKey(
            SecretBytes(capacity: 32) { memory in
                memory.initializeMemory(as: UInt8.self, repeating: octet)
                return 32
            })
    }

    static func make(
        _ kind: TransactionKind = .dynamicFee, chainID: UInt64 = 1, nonce: UInt64 = 0, gasLimit: UInt64 = 21_000,
        fees: TransactionFees? = nil, to: Address? = Address(Array(repeating: 0x35, count: 20)), value: UInt256 = 0,
        data: [UInt8] = [], accessList: [AccessListEntry] = []
    ) throws -> Transaction {
        let usual: TransactionFees = kind == .dynamicFee ? .dynamic(maxFee: 2, maxPriorityFee: 1) : .gasPrice(1)
        return try Transaction(
            kind: kind, chainID: chainID, nonce: nonce, gasLimit: gasLimit, fees: fees ?? usual, to: to, value: value,
            data: data, accessList: accessList)
    }

    /// A transaction of any kind whose parts are of any size.
    static func random(using generator: inout some RandomNumberGenerator) -> Transaction? {
        func number() -> UInt256 {
            let count = Int.random(in: 0...32, using: &generator)
            return UInt256(bigEndian: (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }) ?? .zero
        }
        func small() -> UInt64 {
            UInt64.random(in: 0...UInt64.max, using: &generator) >> UInt64.random(in: 0...63, using: &generator)
        }
        func octets(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) } }
        let kind = TransactionKind.allCases.randomElement(using: &generator) ?? .legacy
        let (one, other) = (number(), number())
        let entries = (0..<Int.random(in: 0...3, using: &generator)).compactMap { _ -> AccessListEntry? in
            let keys = (0..<Int.random(in: 0...3, using: &generator)).compactMap { _ in Hash32(octets(32)) }
            return Address(octets(20)).map { AccessListEntry(address: $0, storageKeys: keys) }
        }
        return try? Transaction(
            kind: kind, chainID: Swift.max(1, small() >> 2), nonce: small() >> 1, gasLimit: small(),
            fees: kind == .dynamicFee
                ? .dynamic(maxFee: Swift.max(one, other), maxPriorityFee: Swift.min(one, other)) : .gasPrice(one),
            to: Int.random(in: 0...5, using: &generator) == 0 ? nil : Address(octets(20)), value: number(),
            data: octets(Int.random(in: 0...100, using: &generator)), accessList: kind == .legacy ? [] : entries)
    }
}
