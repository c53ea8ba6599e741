import AI1Core
import Testing

@testable import AI1Wallet

@Suite("Random values of the contract interface")
struct ABIRoundTripTests {
    private func sample(_ generator: inout ABIGenerator) -> (types: [ABIType], values: [ABIValue]) {
        let types = (0..<generator.below(4)).map { _ in generator.type(depth: 4) }
        return (types, types.map { generator.value($0) })
    }

    @Test("Types read back from their names; values read back from encodings, JSON and hexadecimal")
    func roundTrip() throws {
        var generator = ABIGenerator(seed: 0xAB1)
        for _ in 0..<2_000 {
            let (types, values) = sample(&generator)
            #expect(try types.map { try ABIType(parsing: $0.canonicalName) } == types)
            let data = try ABICodec.encode(values, as: types)
            #expect(data.count.isMultiple(of: 32))
            #expect(try ABICodec.decode(data, as: types) == values)
            #expect(try zip(values, types).map { try ABIValue(json: $0.json, as: $1) } == values)
            if !data.isEmpty {
                #expect(throws: WalletError.self) { try ABICodec.decode(data.dropLast(), as: types) }
                #expect(throws: WalletError.self) { try ABICodec.decode(data + [0], as: types) }
            }
        }
    }

    @Test("A changed encoding is refused, or reads as values that encode to as much")
    func mutations() throws {
        var generator = ABIGenerator(seed: 0xBAD)
        var refused = 0
        for _ in 0..<4_000 {
            let (types, values) = sample(&generator)
            var data = try ABICodec.encode(values, as: types)
            guard !data.isEmpty else { continue }
            for _ in 0...generator.below(3) {
                let index = generator.below(data.count)
                data[index] = generator.below(2) == 0 ? UInt8(generator.below(256)) : UInt8(32 * generator.below(8))
            }
            guard let read = try? ABICodec.decode(data, as: types, allowsTrailingData: true) else {
                refused += 1
                continue
            }
            // Parts may share places after a mutation, but what was read is of its types.
            let again = try ABICodec.encode(read, as: types)
            #expect(try ABICodec.decode(again, as: types) == read)
        }
        #expect(refused > 100)
    }

    @Test("Noise is never a crash", arguments: ["uint256[]", "(bytes,string[])[][2]", "(uint8,(bool,int8[])[])[]"])
    func noise(_ name: String) throws {
        let type = try ABIType(parsing: name)
        var generator = ABIGenerator(seed: 7)
        for _ in 0..<2_000 {
            var data = generator.octets(generator.below(400))
            for index in data.indices where generator.below(10) != 0 { data[index] = 0 }
            for index in stride(from: 31, to: data.count, by: 32) { data[index] = UInt8(generator.below(5) * 32) }
            _ = try? ABICodec.decode(data, as: [type], allowsTrailingData: true)
            _ = RevertReason.decode(data)
        }
    }
}
