import AI1Core
import AI1TestSupport
import AI1Wallet
import Testing

@testable import AI1Chain

@Suite("Tokens")
struct TokenClientTests {
    /// A token whose functions answer so.
    private static func tokens(_ answers: [(ABIFunction, ScriptedNodes.Answer)]) throws -> TokenClient {
        let nodes = ScriptedNodes([
            "one.example": Clients.node { method, parameters, _ in
                if method == "eth_getBalance" { return .result("0x64") }
                let answer = answers.first { Samples.isCall($0.0, method, parameters) }
                return answer?.1 ?? .error(code: 3, message: "execution reverted")
            }
        ])
        return TokenClient(chain: try Clients.client(nodes))
    }

    @Test("A balance is read with its decimals")
    func balance() async throws {
        let tokens = try Self.tokens([
            (ERC20.decimals, .result(Samples.word(18))), (ERC20.balanceOf, .result(Samples.word(77))),
        ])
        #expect(try await tokens.balance(of: Samples.owner, Samples.token) == 77)
    }

    @Test("Decimals that are not the pinned ones are refused")
    func decimals() async throws {
        let tokens = try Self.tokens([
            (ERC20.decimals, .result(Samples.word(6))), (ERC20.balanceOf, .result(Samples.word(77))),
        ])
        let error = try await expectChainError(.untrusted) {
            try await tokens.balance(of: Samples.owner, Samples.token)
        }
        #expect(error.message == "the node says that AI1NET has 6 decimals; it was added with 18")
        try await expectChainError(.untrusted) { try await tokens.checkDecimals(of: Samples.token) }
    }

    @Test("Many balances are one exchange, and a bad token spoils only its own")
    func balances() async throws {
        let bad = Token(address: Samples.other, symbol: "BAD", decimals: 18)
        let nodes = ScriptedNodes([
            "one.example": Clients.node { method, parameters, _ in
                if method == "eth_getBalance" { return .result("0x64") }
                if parameters[0]["to"]?.string == Samples.other.lowercased { return .result("0x") }
                return .result(Samples.isCall(ERC20.decimals, method, parameters) ? Samples.word(18) : Samples.word(5))
            }
        ])
        let results = try await TokenClient(chain: Clients.client(nodes)).balances([
            Holding(owner: Samples.owner, token: nil), Holding(owner: Samples.owner, token: bad),
            Holding(owner: Samples.owner, token: Samples.token), Holding(owner: Samples.other, token: Samples.token),
        ])
        #expect(try results[0].get() == 100)
        #expect(throws: ChainError.self) { try results[1].get() }
        #expect(try results[2].get() == 5)
        #expect(try results[3].get() == 5)
        #expect(Set(nodes.seen.map { $0.request.body }).count == 1)
        #expect(nodes.seen.count == 6)
    }

    @Test("Many allowances are one exchange, each token's decimals are asked once, and a bad token spoils only its own")
    func allowances() async throws {
        let bad = Token(address: Samples.other, symbol: "BAD", decimals: 6)
        let nodes = ScriptedNodes([
            "one.example": Clients.node { method, parameters, _ in
                if Samples.isCall(ERC20.decimals, method, parameters) { return .result(Samples.word(18)) }
                let isOther = parameters[0]["data"]?.string?.hasSuffix(String(repeating: "44", count: 20)) == true
                return .result(Samples.word(isOther ? 9 : 5))
            }
        ])
        let (tokens, spender) = (TokenClient(chain: try Clients.client(nodes)), Samples.address(0x44))
        let results = try await tokens.allowances([
            AllowanceQuestion(owner: Samples.owner, spender: spender, token: Samples.token),
            AllowanceQuestion(owner: Samples.owner, spender: Samples.other, token: Samples.token),
            AllowanceQuestion(owner: Samples.owner, spender: spender, token: bad),
        ])
        #expect(try results[0].get() == 9)
        #expect(try results[1].get() == 5)
        #expect(throws: ChainError.self) { try results[2].get() }
        #expect(nodes.seen.count == 5 && Set(nodes.seen.map { $0.request.body }).count == 1)
        #expect(try await tokens.allowances([]).isEmpty && nodes.seen.count == 5)
    }

    @Test("What a token says of itself is harmless for a terminal")
    func describe() async throws {
        let tokens = try Self.tokens([
            (ERC20.decimals, .result(Samples.word(6))),
            (ERC20.symbol, .result(try Samples.encoded("US\u{1B}]0;x\u{07}DC\u{202E}\u{9B}31m\n!"))),
            (ERC20.name, .result(try Samples.encoded(String(repeating: "n", count: 5_000)))),
        ])
        let description = try await tokens.describe(Samples.contract)
        #expect(description.symbol == "USDC !")
        #expect(description.name.count == 64 && description.name.hasSuffix("…"))
        #expect(description.decimals == 6)
    }

    @Test("Old tokens have a symbol of 32 octets; some have none")
    func oldSymbols() async throws {
        let old = try Self.tokens([
            (ERC20.decimals, .result(Samples.word(18))),
            (ERC20.symbol, .result(.string("0x4d4b52" + String(repeating: "00", count: 29)))),
        ])
        #expect(try await old.describe(Samples.contract).symbol == "MKR")
        #expect(try await old.describe(Samples.contract).name == "")
    }

    @Test(
        "Decimals must be a small number",
        arguments: [
            JSONValue.string("0x12"), Samples.word(78), Samples.word(.max),
            .string("0x" + String(repeating: "00", count: 64)),
        ])
    func badDecimals(value: JSONValue) async throws {
        let tokens = try Self.tokens([(ERC20.decimals, .result(value))])
        try await expectChainError(.malformed) { try await tokens.decimals(of: Samples.contract) }
    }

    @Test("Where no contract answers there is no token")
    func none() async throws {
        let tokens = try Self.tokens([(ERC20.decimals, .result("0x")), (ERC20.allowance, .result("0x"))])
        let error = try await expectChainError(.notFound) { try await tokens.decimals(of: Samples.contract) }
        #expect(error.message == "no token answers at \(Samples.contract)")
        let question = AllowanceQuestion(owner: Samples.owner, spender: Samples.other, token: Samples.token)
        try await expectChainError(.notFound) { try await tokens.allowances([question])[0].get() }
    }

    @Test("What a permit needs is read")
    func permit() async throws {
        let hash = Keccak256.hash([7])
        let tokens = try Self.tokens([
            (ERC20.name, .result(try Samples.encoded("AI1 Net"))), (ERC20.nonces, .result(Samples.word(3))),
            (ERC20.domainSeparator, .result(.string(hash.hex))),
        ])
        #expect(try await tokens.domainName(of: Samples.contract) == "AI1 Net")
        #expect(try await tokens.domainVersion(of: Samples.contract) == nil)
        #expect(try await tokens.permitNonce(of: Samples.owner, Samples.contract) == 3)
        #expect(try await tokens.domainSeparator(of: Samples.contract) == hash)
        let odd = try Self.tokens([(ERC20.version, .result("0x01")), (ERC20.domainSeparator, .result("0x01"))])
        try await expectChainError(.malformed) { try await odd.domainVersion(of: Samples.contract) }
        try await expectChainError(.malformed) { try await odd.domainSeparator(of: Samples.contract) }
    }
}
