import AI1Core
import AI1TestSupport
import AI1Wallet
import Testing

@testable import AI1Chain

@Suite("Signed transactions on a real chain", .enabled(if: ChainPython.isThere, "\(ChainPython.absence)"))
struct RawTransactionTests {
    private let value: UInt256 = 1_000_000_000_000_000_000

    @Test("Every type is taken and mined with the sender and the hash that were computed here")
    func types() async throws {
        let scene = try await ChainScene.start()
        let client = try scene.client()
        let list = [AccessListEntry(address: scene.token, storageKeys: [Keccak256.hash([1])])]
        let kinds: [(TransactionKind, TransactionFees)] = [
            (.legacy, .gasPrice(3_000_000_000)), (.accessList, .gasPrice(3_000_000_000)),
            (.dynamicFee, .dynamic(maxFee: 3_000_000_000, maxPriorityFee: 1)),
        ]
        for (nonce, (kind, fees)) in kinds.enumerated() {
            let signed = try Transaction(
                kind: kind, chainID: 31_337, nonce: UInt64(nonce), gasLimit: 60_000, fees: fees,
                to: ChainScene.address(2), value: value, accessList: kind == .legacy ? [] : list
            ).signed(by: ChainScene.key(1))
            #expect(try await client.sendRaw(signed.raw, expecting: signed.hash) == .accepted(signed.hash))
            let receipt = try #require(try await client.receipt(signed.hash))
            #expect(receipt.succeeded)
            #expect(try receipt.from == ChainScene.address(1))
            #expect(try await client.transaction(signed.hash)?.nonce == UInt64(nonce))
        }
        #expect(try await client.balance(of: ChainScene.address(2)) == UInt256(decimal: "10003000000000000000000"))
        try await scene.node.stop()
    }

    @Test("Tokens move, and a transfer of too many is in a block and has failed")
    func tokens() async throws {
        let scene = try await ChainScene.start()
        let client = try scene.client()
        for (nonce, amount) in [(UInt64(1), UInt256(5)), (2, .max)] {
            let data = try ERC20.transfer.encodeCall([.address(ChainScene.address(3)), .uint(amount)])
            let signed = try scene.signed(nonce: nonce, to: scene.token, data: data)
            #expect(try await client.sendRaw(signed.raw, expecting: signed.hash) == .accepted(signed.hash))
            let receipt = try #require(try await client.receipt(signed.hash))
            #expect(receipt.succeeded == (amount == 5))
            #expect(receipt.logs.count == (amount == 5 ? 1 : 0))
        }
        #expect(try scene.node.tokenBalance(scene.token.checksummed, of: ChainAccount.all[3].address).hasSuffix("005"))
        try await scene.node.stop()
    }

    @Test("A node's refusals are known by what they mean")
    func refusals() async throws {
        let scene = try await ChainScene.start()
        let client = try scene.client()
        try scene.node.setAutomine(false)
        let to = try ChainScene.address(2)
        func refusal(_ signed: SignedTransaction) async throws -> SendRefusal.Kind? {
            let outcome = try await client.sendRaw(signed.raw, expecting: signed.hash)
            return if case .refused(let refusal) = outcome { refusal.kind } else { nil }
        }
        #expect(try await refusal(scene.signed(nonce: 0, to: to)) == .nonceTooLow)
        #expect(try await refusal(scene.signed(nonce: 1, to: to, value: .max)) != nil)
        #expect(
            try await refusal(scene.signed(nonce: 1, to: to, value: value.multiplied(by: 20_000)))
                == .insufficientFunds)
        #expect(try await refusal(scene.signed(nonce: 1, to: to, gasLimit: 20_999)) == .intrinsicGas)
        #expect(try await refusal(scene.signed(nonce: 1, to: to, gasLimit: 30_000_001)) == .gasLimitTooHigh)
        #expect(try await refusal(scene.signed(nonce: 1, to: to, chainID: 5)) == .wrongChain)
        let first = try scene.signed(nonce: 1, to: to)
        #expect(try await client.sendRaw(first.raw, expecting: first.hash) == .accepted(first.hash))
        #expect(try await client.sendRaw(first.raw, expecting: first.hash) == .alreadyKnown)
        #expect(try await refusal(scene.signed(nonce: 1, to: to, value: 1)) == .replacementUnderpriced)
        let higher = try scene.signed(nonce: 1, to: to, value: 1, maxFee: 4_500_000_000, tip: 1_125_000_000)
        #expect(try await client.sendRaw(higher.raw, expecting: higher.hash) == .accepted(higher.hash))
        #expect(try await client.nonce(of: ChainScene.address(0), at: .pending) == 2)
        try scene.node.mine()
        #expect(try await client.receipt(first.hash) == nil)
        #expect(try await client.receipt(higher.hash)?.succeeded == true)
        try await scene.node.stop()
    }

    @Test("After a fault that leaves open whether it was taken, the same octets are one transaction")
    func silence() async throws {
        let scene = try await ChainScene.start()
        let client = try scene.client()
        for (index, fault) in [EVMNode.Fault.dropAfter, .unavailableAfter, .truncated].enumerated() {
            try scene.node.clearLog()
            try scene.node.fault(fault, method: "eth_sendRawTransaction", times: -1)
            let signed = try scene.signed(nonce: UInt64(index + 1), to: ChainScene.address(2), value: 7)
            guard case .unknown = try await client.sendRaw(signed.raw, expecting: signed.hash) else {
                Issue.record("it must be open what became of it: \(fault)")
                return
            }
            try scene.node.clearFaults()
            #expect(try await client.receipt(signed.hash)?.succeeded == true)
            let again = try await client.sendRaw(signed.raw, expecting: signed.hash)
            #expect(again == .alreadyKnown || again == .accepted(signed.hash))
            #expect(Set(try scene.node.rawTransactions()) == [HexText.encode(signed.raw)])
            #expect(try await client.nonce(of: ChainScene.address(0), at: .latest) == UInt64(index + 2))
        }
        try await scene.node.stop()
    }

    @Test("A block that is taken back takes its receipts back")
    func reorganisation() async throws {
        let scene = try await ChainScene.start()
        let client = try scene.client()
        let signed = try scene.signed(nonce: 1, to: ChainScene.address(2), value: 7)
        _ = try await client.sendRaw(signed.raw, expecting: signed.hash)
        let first = try #require(try await client.receipt(signed.hash))
        try scene.node.reorganise(depth: 1)
        #expect(try await client.receipt(signed.hash) == nil)
        #expect(try await client.transaction(signed.hash)?.blockHash == nil)
        #expect(try await client.block(.number(first.blockNumber))?.hash != first.blockHash)
        try scene.node.mine()
        let second = try #require(try await client.receipt(signed.hash))
        #expect(second.blockNumber > first.blockNumber)
        try await scene.node.stop()
    }
}
