import Testing

@testable import AI1Wallet

@Suite("Transactions")
struct TransactionTests {
    private func code(_ body: () throws -> Transaction) -> WalletError.Code? {
        do {
            _ = try body()
            return nil
        } catch { return (error as? WalletError)?.code }
    }

    @Test("Parts that do not go together are refused")
    func validation() throws {
        let make = TransactionSamples.make(_:chainID:nonce:gasLimit:fees:to:value:data:accessList:)
        let dynamic = TransactionFees.dynamic(maxFee: 2, maxPriorityFee: 2)
        #expect(code { try make(.dynamicFee, 0, 0, 1, nil, nil, 0, [], []) } == .invalidTransaction)
        #expect(code { try make(.dynamicFee, 1, .max, 1, nil, nil, 0, [], []) } == .invalidTransaction)
        #expect(code { try make(.dynamicFee, 1, .max - 1, 1, dynamic, nil, 0, [], []) } == nil)
        #expect(code { try make(.dynamicFee, 1, 0, 1, .gasPrice(1), nil, 0, [], []) } == .invalidTransaction)
        #expect(code { try make(.legacy, 1, 0, 1, dynamic, nil, 0, [], []) } == .invalidTransaction)
        #expect(code { try make(.accessList, 1, 0, 1, dynamic, nil, 0, [], []) } == .invalidTransaction)
        let highTip = TransactionFees.dynamic(maxFee: 1, maxPriorityFee: 2)
        #expect(code { try make(.dynamicFee, 1, 0, 1, highTip, nil, 0, [], []) } == .invalidTransaction)
        let entry = AccessListEntry(address: .zero, storageKeys: [])
        #expect(code { try make(.legacy, 1, 0, 1, nil, nil, 0, [], [entry]) } == .invalidTransaction)
        #expect(code { try make(.accessList, 1, 0, 1, nil, nil, 0, [], [entry]) } == nil)
        let full = AccessListEntry(
            address: .zero, storageKeys: Array(repeating: .zero, count: Transaction.maximumAccessListItemCount - 1))
        let data = [UInt8](repeating: 1, count: Transaction.maximumDataByteCount)
        let largest = try make(.accessList, 1, 0, 1, nil, nil, 0, data, [full])
        #expect(try Transaction(decodingUnsigned: largest.unsignedPayload) == largest)
        #expect(code { try make(.accessList, 1, 0, 1, nil, nil, 0, data + [1], []) } == .invalidTransaction)
        #expect(code { try make(.accessList, 1, 0, 1, nil, nil, 0, [], [full, entry]) } == .invalidTransaction)
    }

    @Test("The worst fee is the gas limit at the highest price")
    func worst() throws {
        let transaction = try TransactionSamples.make(
            gasLimit: 65_000, fees: .dynamic(maxFee: 2_100_000_000, maxPriorityFee: 7), value: 11)
        #expect(try transaction.worstFee() == 136_500_000_000_000)
        #expect(try TransactionSamples.make(.legacy, gasLimit: 3, fees: .gasPrice(5)).worstFee() == 15)
        let largest = try TransactionSamples.make(.legacy, gasLimit: 3, fees: .gasPrice(.max))
        let error = #expect(throws: WalletError.self) { try largest.worstFee() }
        #expect(error?.code == .overflow)
    }

    @Test("Two thousand transactions of any kind come back as they were, signed and not")
    func roundTrips() throws {
        var generator = SystemRandomNumberGenerator()
        let key = try TransactionSamples.key(0x11)
        var kinds: [TransactionKind: Int] = [:]
        for _ in 0..<2_000 {
            let transaction = try #require(TransactionSamples.random(using: &generator))
            kinds[transaction.kind, default: 0] += 1
            let signed = try transaction.signed(by: key)
            let read = try SignedTransaction(decoding: signed.raw)
            #expect(read == signed && read.sender == key.address && read.transaction == transaction)
            #expect(try Transaction(decodingUnsigned: transaction.unsignedPayload) == transaction)
            let tree = try RLPItem(decoding: Array(signed.raw.dropFirst(transaction.kind.prefix.count)))
            #expect(transaction.kind.prefix + tree.encoded == signed.raw)
        }
        #expect(kinds.count == 3)
    }
}
