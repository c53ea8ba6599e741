import AI1Core
import AI1TestSupport
import Testing

@testable import AI1Wallet

@Suite("Transactions against eth-account", .enabled(if: ChainPython.isThere, "\(ChainPython.absence)"))
struct TransactionDifferentialTests {
    @Test("4,000 random transactions are signed to the same octets, and read back from them")
    func transactions() async throws {
        let result = try await OutsideCases.compare("transactions") { each in
            let transaction = try Self.transaction(each)
            let signed = try transaction.signed(by: try each.privateKey())
            let raw = try each.octets("raw")
            guard signed.raw == raw else { return "other octets: \(HexText.encode(signed.raw))" }
            guard signed.hash.hex == (try each.text("hash")) else { return "another hash" }
            let read = try SignedTransaction(decoding: raw)
            guard read == signed, read.transaction == transaction else { return "read as another one" }
            guard read.sender.checksummed == (try each.text("sender")) else { return "another sender" }
            return nil
        }
        #expect(result.count == 4_000)
        #expect(result.failures.isEmpty, "\(result.failures.count): \(result.failures.prefix(3))")
    }

    private static func transaction(_ each: JSONValue) throws -> Transaction {
        guard let kind = TransactionKind(rawValue: UInt8(each["type"]?.number?.int64 ?? -1)) else {
            throw JSONValue.Unreadable(name: "type")
        }
        let fees: TransactionFees =
            kind == .dynamicFee
            ? .dynamic(
                maxFee: try each.number("maxFeePerGas"), maxPriorityFee: try each.number("maxPriorityFeePerGas"))
            : .gasPrice(try each.number("gasPrice"))
        return try Transaction(
            kind: kind, chainID: each.small("chainId"), nonce: each.small("nonce"), gasLimit: each.small("gas"),
            fees: fees, to: each["to"]?.string.map { try Address($0) }, value: each.number("value"),
            data: each.octets("data"), accessList: (each["accessList"]?.array ?? []).map(entry))
    }

    private static func entry(_ json: JSONValue) throws -> AccessListEntry {
        let keys = try (json["storageKeys"]?.array ?? []).map { key in
            guard let key = Hash32(hex: key.string ?? "") else { throw JSONValue.Unreadable(name: "storageKeys") }
            return key
        }
        return AccessListEntry(address: try Address(json.text("address")), storageKeys: keys)
    }
}
