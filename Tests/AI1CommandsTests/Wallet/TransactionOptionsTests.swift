import AI1Chain
import AI1Core
import AI1Wallet
import ArgumentParser
import Testing

@testable import AI1Commands

@Suite("Flags and variables of a transaction")
struct TransactionOptionsTests {
    private static let variables = [
        "ETH_GAS_LIMIT": "90000", "ETH_GAS_PRICE": "30gwei", "ETH_PRIORITY_GAS_PRICE": "2000000000",
    ]

    private func wishes(_ words: [String], _ environment: [String: String] = [:]) throws -> FeeWishes {
        try TransactionOptions.parse(words).wishes(environment)
    }

    @Test("Variables count where no flag does")
    func variables() throws {
        let wishes = try wishes([], Self.variables)
        #expect(wishes.fees.gasLimit == 90_000 && wishes.fees.gasPrice == UInt256(30_000_000_000))
        #expect(wishes.fees.priorityGasPrice == UInt256(2_000_000_000) && wishes.nonce == nil)
    }

    @Test("A flag always beats its variable")
    func flags() throws {
        let wishes = try wishes(
            ["--gas-limit", "21000", "--gas-price", "40gwei", "--priority-gas-price", "1", "--nonce", "7"],
            Self.variables)
        #expect(wishes.fees.gasLimit == 21_000 && wishes.fees.gasPrice == UInt256(40_000_000_000))
        #expect(wishes.fees.priorityGasPrice == 1 && wishes.nonce == 7)
    }

    @Test("A transaction of one price has no tip, whatever the environment says")
    func legacy() throws {
        let wishes = try wishes(["--legacy"], Self.variables)
        #expect(wishes.fees.isLegacy && wishes.fees.priorityGasPrice == nil)
        #expect(throws: (any Error).self) { try TransactionOptions.parse(["--legacy", "--priority-gas-price", "1"]) }
    }

    @Test("Whole numbers are decimal or hexadecimal, as in cast, and nothing else")
    func wholeNumbers() throws {
        let wishes = try wishes(["--gas-limit", "0x5208", "--nonce", "0x07"])
        #expect(wishes.fees.gasLimit == 21_000 && wishes.nonce == 7)
        #expect(try self.wishes([], ["ETH_GAS_LIMIT": "0x5208"]).fees.gasLimit == 21_000)
        for text in ["", "0x", "+5", "0x+5", "-1", "5 ", "1e3", "1_000", "0x1g", "18446744073709551616"] {
            #expect(WholeNumber.parse(text) == nil, "\(text)")
        }
        #expect(WholeNumber.parse("18446744073709551615") == .max)
    }

    @Test("A tip above the price, and variables that are no numbers, are refused")
    func nonsense() {
        #expect(throws: (any Error).self) {
            try TransactionOptions.parse(["--gas-price", "1gwei", "--priority-gas-price", "2gwei"])
        }
        #expect(throws: CommandError.self) { try wishes(["--gas-price", "1gwei"], Self.variables) }
        for name in Self.variables.keys {
            #expect(throws: CommandError.self) { try wishes([], [name: "much"]) }
            #expect(throws: Never.self) { try wishes([], [name: ""]) }
        }
    }
}
