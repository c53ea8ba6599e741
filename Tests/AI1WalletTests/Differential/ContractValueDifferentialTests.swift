import AI1Core
import AI1TestSupport
import Testing

@testable import AI1Wallet

@Suite("The contract interface against eth_abi", .enabled(if: ChainPython.isThere, "\(ChainPython.absence)"))
struct ContractValueDifferentialTests {
    @Test("2,000 random lists of values are encoded to the same octets, and decoded to the same values")
    func values() async throws {
        let result = try await OutsideCases.compare("contract-values") { each in
            let types = each["types"]?.array?.compactMap(\.string) ?? []
            let values = each["values"]?.array ?? []
            let encoded = try each.octets("encoded")
            guard try ABICodec.encode(json: values, typeNames: types) == encoded else {
                return "other octets: \(types)"
            }
            let decoded = try ABICodec.decode(encoded, as: types.map { try ABIType(parsing: $0) })
            return decoded.map(\.json) == values ? nil : "other values: \(types)"
        }
        #expect(result.count == 2_000)
        #expect(result.failures.isEmpty, "\(result.failures.count): \(result.failures.prefix(3))")
    }
}
