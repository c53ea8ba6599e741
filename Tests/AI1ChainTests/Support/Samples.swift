import AI1Core
import AI1Wallet

@testable import AI1Chain

/// Addresses and answers that several suites use.
enum Samples {
    static let owner = address(0x11)
    static let other = address(0x22)
    static let contract = address(0x33)
    static let token = Token(address: contract, symbol: "AI1NET", decimals: 18)

    static func address(_ byte: UInt8) -> Address { Address(Array(repeating: byte, count: 20)) ?? .zero }

    /// A number as a word of the contract interface.
    static func word(_ number: UInt256) -> JSONValue { .string(HexText.encode(number.word)) }

    static func encoded(_ text: String) throws -> JSONValue {
        .string(HexText.encode(try ABICodec.encode([.string(text)], as: [.string])))
    }

    /// The function that a call is of, by its selector.
    static func isCall(_ function: ABIFunction, _ method: String, _ parameters: [JSONValue]) -> Bool {
        method == "eth_call" && parameters[0]["data"]?.string?.hasPrefix(HexText.encode(function.selector)) == true
    }

    static func transaction(
        to: Address? = contract, value: UInt256 = 0, data: [UInt8] = [], gasLimit: UInt64 = 100_000
    ) throws -> Transaction {
        try Transaction(
            kind: .dynamicFee, chainID: 31_337, nonce: 0, gasLimit: gasLimit,
            fees: .dynamic(maxFee: 3_000_000_000, maxPriorityFee: 1_000_000_000), to: to, value: value, data: data)
    }
}
