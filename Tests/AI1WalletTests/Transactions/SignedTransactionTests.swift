import Testing

@testable import AI1Wallet

@Suite("Signed transactions, read strictly")
struct SignedTransactionTests {
    private func samples() throws -> [SignedTransaction] {
        let entry = AccessListEntry(address: .zero, storageKeys: [.zero])
        return try TransactionKind.allCases.map { kind in
            try TransactionSamples.make(
                kind, chainID: 8_453, nonce: 14, gasLimit: 65_000, value: 1_000_000_000_000, data: [1, 2, 3],
                accessList: kind == .legacy ? [] : [entry]
            ).signed(by: TransactionSamples.key())
        }
    }

    @Test("A changed octet is refused, or makes another transaction: never the same one by the same sender")
    func mutations() throws {
        for signed in try samples() {
            for index in signed.raw.indices {
                // The structure in every way there is, the long contents bit by bit.
                let changes = index < 16 ? Array(UInt8(1)...255) : (0..<8).map { UInt8(1) << $0 }
                for change in changes {
                    var raw = signed.raw
                    raw[index] ^= change
                    guard let other = try? SignedTransaction(decoding: raw) else { continue }
                    #expect(other.raw == raw && other.hash != signed.hash)
                    #expect(other.sender != signed.sender || other.transaction != signed.transaction)
                    #expect(
                        try SignedTransaction(transaction: other.transaction, signature: other.signature).raw == raw)
                }
            }
        }
    }

    @Test("Every truncation and every octet more is refused")
    func truncations() throws {
        for signed in try samples() {
            for count in 0..<signed.raw.count {
                #expect(throws: WalletError.self) { try SignedTransaction(decoding: Array(signed.raw[..<count])) }
            }
            #expect(throws: WalletError.self) { try SignedTransaction(decoding: signed.raw + [0]) }
        }
    }

    @Test("The same octets in RLP that is not canonical are refused")
    func notCanonical() throws {
        for signed in try samples() {
            let prefix = signed.transaction.kind.prefix
            guard case .list(let fields) = try RLPItem(decoding: Array(signed.raw.dropFirst(prefix.count))) else {
                Issue.record("a transaction is a list")
                return
            }
            for index in fields.indices {
                guard case .bytes(let content) = fields[index] else { continue }
                var padded = fields
                padded[index] = .bytes([0] + content)
                // Call data may begin with a zero: that is another transaction.
                let other = try? SignedTransaction(decoding: prefix + RLPItem.list(padded).encoded)
                #expect(other == nil || other?.transaction.data == [0] + content)
                padded[index] = .list([])
                #expect(throws: WalletError.self) {
                    try SignedTransaction(decoding: prefix + RLPItem.list(padded).encoded)
                }
            }
            for changed in [fields + [.bytes([])], fields + [.bytes([1])], Array(fields.dropLast())] {
                #expect(throws: WalletError.self) {
                    try SignedTransaction(decoding: prefix + RLPItem.list(changed).encoded)
                }
            }
        }
    }

    @Test("The higher form of s, zero and numbers past the order are refused, and a parity of 2")
    func signatureRange() throws {
        let order = try #require(UInt256(hex: "0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141"))
        for signed in try samples() {
            let s = try #require(UInt256(bigEndian: signed.signature.s.bytes))
            let kind = signed.transaction.kind
            let flipped = try Self.replacingEnd(of: signed, with: [nil, nil, order.subtracting(s)])
            #expect(throws: WalletError.self) { try SignedTransaction(decoding: flipped) }
            for bad in [UInt256.zero, order, .max] {
                for end in [[nil, bad, nil], [nil, nil, bad]] {
                    let raw = try Self.replacingEnd(of: signed, with: end)
                    #expect(throws: WalletError.self) { try SignedTransaction(decoding: raw) }
                }
            }
            let wrong: [UInt256] = kind == .legacy ? [0, 1, 29, 34, 35, 36, .max] : [2, 27, 28, 37, .max]
            for v in wrong {
                let raw = try Self.replacingEnd(of: signed, with: [v, nil, nil])
                #expect(throws: WalletError.self) { try SignedTransaction(decoding: raw) }
            }
        }
    }

    @Test("A signature without a chain id is refused with the reason")
    func unprotected() throws {
        let signed = try samples()[0]
        for v in [UInt256(27), UInt256(28)] {
            let raw = try Self.replacingEnd(of: signed, with: [v, nil, nil])
            let error = #expect(throws: WalletError.self) { try SignedTransaction(decoding: raw) }
            #expect(error?.message.contains("not protected against replay") == true)
        }
        let fields = [UInt64](repeating: 1, count: 2).map { _ in RLPItem.bytes([1]) }
        let unsigned = RLPItem.list(fields + [.bytes([1]), .bytes([]), .bytes([]), .bytes([])]).encoded
        let error = #expect(throws: WalletError.self) { try Transaction(decodingUnsigned: unsigned) }
        #expect(error?.message.contains("not be protected against replay") == true)
    }

    @Test("Types that are not known are refused by their names")
    func unknownTypes() throws {
        let body = try samples()[2].raw.dropFirst()
        let words: [(UInt8, String)] = [
            (0, "type 0"), (3, "EIP-4844"), (4, "EIP-7702"), (5, "type 5"), (0x7f, "type 127"),
            (0x80, "not a transaction"),
            (0xbf, "not a transaction"),
        ]
        for (type, word) in words {
            let error = #expect(throws: WalletError.self) { try SignedTransaction(decoding: [type] + body) }
            #expect(error?.message.contains(word) == true && error?.code == .invalidTransaction)
        }
        #expect(throws: WalletError.self) { try SignedTransaction(decoding: []) }
        #expect(throws: WalletError.self) { try SignedTransaction(decoding: [2]) }
    }

    @Test("Signed and unsigned octets are not taken for each other")
    func shapes() throws {
        for signed in try samples() {
            let unsigned = signed.transaction.unsignedPayload
            #expect(throws: WalletError.self) { try SignedTransaction(decoding: unsigned) }
            #expect(throws: WalletError.self) { try Transaction(decodingUnsigned: signed.raw) }
            #expect(try TransactionPayload(decoding: unsigned) == .unsigned(signed.transaction))
            #expect(try TransactionPayload(decoding: signed.raw) == .signed(signed))
            for count in 0..<unsigned.count {
                #expect(throws: WalletError.self) { try Transaction(decodingUnsigned: Array(unsigned[..<count])) }
            }
        }
    }

    /// The raw octets with other numbers for `v`, `r` and `s`; nil keeps one.
    private static func replacingEnd(of signed: SignedTransaction, with end: [UInt256?]) throws -> [UInt8] {
        let prefix = signed.transaction.kind.prefix
        guard case .list(var fields) = try RLPItem(decoding: Array(signed.raw.dropFirst(prefix.count))) else {
            return []
        }
        for (index, value) in end.enumerated() {
            if let value { fields[fields.count - 3 + index] = .bytes(value.minimalBytes) }
        }
        return prefix + RLPItem.list(fields).encoded
    }
}
