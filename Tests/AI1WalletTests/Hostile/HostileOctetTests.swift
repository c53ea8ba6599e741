import AI1Core
import AI1TestSupport
import Testing

@testable import AI1Wallet

@Suite("Hostile octets", .timeLimit(.minutes(1)))
struct HostileOctetTests {
    private static let rounds = 3_000

    private static func seeds() throws -> [[UInt8]] {
        var generator = SeededRandom(seed: 7)
        let key = try TransactionSamples.key()
        var seeds: [[UInt8]] = []
        while seeds.count < 40 {
            guard let transaction = TransactionSamples.random(using: &generator) else { continue }
            seeds.append(transaction.unsignedPayload)
            seeds.append(try transaction.signed(by: key).raw)
        }
        return seeds
    }

    @Test("What is taken for a transaction is written again as the very same octets")
    func transactions() throws {
        var data = HostileData(seed: 1)
        let seeds = try Self.seeds()
        var taken = 0
        for _ in 0..<Self.rounds {
            let raw = data.changed(data.one(of: seeds))
            guard let payload = try? TransactionPayload(decoding: raw) else { continue }
            taken += 1
            switch payload {
            case .unsigned(let transaction): #expect(transaction.unsignedPayload == raw)
            case .signed(let signed):
                let again = try SignedTransaction(transaction: signed.transaction, signature: signed.signature)
                #expect(again.raw == raw)
                #expect(again.hash == Keccak256.hash(raw))
            }
            let document = try TransactionDocument(raw: raw)
            #expect(try TransactionDocument(json: .object(document.object)) == document)
        }
        #expect(taken > 20)
    }

    @Test("What is taken for RLP is written again as the very same octets")
    func rlp() throws {
        var data = HostileData(seed: 2)
        let seeds = try Self.seeds().map { $0.first.map { $0 < 0xC0 } == true ? Array($0.dropFirst()) : $0 }
        for _ in 0..<Self.rounds {
            let raw = data.changed(data.one(of: seeds))
            if let item = try? RLPItem(decoding: raw) { #expect(item.encoded == raw) }
        }
    }

    @Test("RLP of the largest size costs no more than its reading")
    func largeRLP() {
        let deep = [UInt8](repeating: 0xC1, count: RLP.maximumByteCount)
        #expect(throws: WalletError.self) { try RLPItem(decoding: deep) }
        let wide = [0xFA, 0x0F, 0xFF, 0xFC] + [UInt8](repeating: 0xC0, count: 0x0F_FFFC)
        #expect(wide.count == RLP.maximumByteCount)
        #expect(throws: WalletError.self) { try RLPItem(decoding: wide) }
        for first in [UInt8(0xBB), 0xBC, 0xBF, 0xFB, 0xFC, 0xFF] {
            let huge = [first] + [UInt8](repeating: 0xFF, count: 16)
            #expect(throws: WalletError.self) { try RLPItem(decoding: huge) }
        }
    }

    @Test("What is taken for values of a contract is written again as octets that give the same values")
    func contractValues() throws {
        var data = HostileData(seed: 3)
        var generator = ABIGenerator(seed: 4)
        for _ in 0..<300 {
            let types = (0...generator.below(3)).map { _ in generator.type(depth: 3) }
            let encoded = try ABICodec.encode(types.map { generator.value($0) }, as: types)
            for _ in 0..<5 {
                let changed = data.changed(encoded)
                guard let values = try? ABICodec.decode(changed, as: types, allowsTrailingData: true) else { continue }
                let again = try ABICodec.encode(values, as: types)
                #expect(try ABICodec.decode(again, as: types) == values)
                for value in values { #expect(!value.words().utf8.contains { $0 < 0x20 }) }
            }
        }
    }

    @Test("Lengths and offsets of any size are refused, and small octets make no large values")
    func contractSizes() throws {
        let nested = try ["bytes[][]", "string[]", "uint256[][][]", "(bytes,uint256[2][])[]"].map {
            try ABIType(parsing: $0)
        }
        let words: [UInt256] = [0, 1, 31, 32, 33, 64, 0x7FFF_FFFF_FFFF_FFFF, 0x8000_0000_0000_0000, .max]
        var data = HostileData(seed: 5)
        for _ in 0..<Self.rounds {
            let octets = (0...data.below(6)).flatMap { _ in data.one(of: words).word }
            for type in nested { _ = try? ABICodec.decode(octets, as: [type], allowsTrailingData: true) }
            _ = RevertReason.decode([0x08, 0xC3, 0x79, 0xA0] + octets)
            _ = CallDescription(to: .zero, value: .max, data: ERC20.permit.selector + octets)
        }
        // Every offset points at the same place.
        let count = 8_192
        var loop: [UInt8] = UInt256(32).word
        loop += UInt256(UInt64(count)).word
        for _ in 0..<count { loop += UInt256(UInt64(count * 32)).word }
        loop += UInt256(UInt64(count * 16)).word
        loop += [UInt8](repeating: 1, count: count * 16)
        #expect(throws: WalletError.self) { try ABICodec.decode(loop, as: [.array(.bytes)]) }
    }

    @Test("Signatures of any octets give a key or an error")
    func signatures() {
        var data = HostileData(seed: 6)
        let hash = Keccak256.hash(text: "anything")
        for _ in 0..<500 {
            var octets = data.octets(64)
            octets.append(data.one(of: [0, 1, 2, 26, 27, 28, 29, 255]))
            for part in 0..<2 where data.below(3) == 0 {
                let edge: UInt8 = data.one(of: [0, 0xFF, 0x7F])
                for index in 0..<16 { octets[part * 32 + index] = edge }
            }
            guard let signature = try? Signature(bytes: octets) else { continue }
            if let key = try? signature.signer(of: hash) { #expect(key.uncompressed.count == 65) }
        }
    }
}
