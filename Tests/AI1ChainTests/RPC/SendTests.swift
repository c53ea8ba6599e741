import AI1Core
import AI1TestSupport
import AI1Wallet
import Testing

@testable import AI1Chain

@Suite("Sending")
struct SendTests {
    private static let raw: [UInt8] = [0xC0, 0x01]
    private static let hash = Keccak256.hash(raw)
    private static let taken = Clients.node { _, _, _ in .result(.string(hash.hex)) }

    private static func send(
        _ answer: ScriptedNodes.Answer, then: ScriptedNodes.Handler? = nil
    ) async throws -> SendOutcome {
        var handlers = ["one.example": Clients.node { _, _, _ in answer }]
        handlers["two.example"] = then
        let urls = then == nil ? [Clients.one] : [Clients.one, Clients.two]
        return try await Clients.client(ScriptedNodes(handlers), urls).sendRaw(raw, expecting: hash)
    }

    @Test("The octets are sent as they are, and the hash must be the same")
    func accepted() async throws {
        let nodes = ScriptedNodes(["one.example": Self.taken])
        let client = try Clients.client(nodes)
        #expect(try await client.sendRaw(Self.raw, expecting: Self.hash) == .accepted(Self.hash))
        #expect(nodes.seen[0].method == "eth_sendRawTransaction")
        #expect(nodes.seen[0].parameters == ["0xc001"])
    }

    @Test("Another hash is told with both hashes, and that it was sent")
    func otherHash() async throws {
        let other = Keccak256.hash([1])
        let error = try await expectChainError(.untrusted) { try await Self.send(.result(.string(other.hex))) }
        #expect(error.message == "the transaction \(Self.hash.hex) was sent, and the node calls it \(other.hex)")
        #expect(error.kind == .protocolFailure)
    }

    @Test(
        "A node that has it already is as good as one that takes it",
        arguments: [
            "already known", "AlreadyKnown", "Known transaction", "known transaction: 0x12",
            "Transaction with the same hash was already imported.", "ALREADY_EXISTS: already known",
            "INTERNAL_ERROR: existing tx with same hash",
        ])
    func known(words: String) async throws {
        #expect(try await Self.send(.error(code: -32_000, message: words)) == .alreadyKnown)
    }

    @Test(
        "A refusal is told apart by the node's words",
        arguments: [
            ("nonce too low: next nonce 7, tx nonce 3", SendRefusal.Kind.nonceTooLow),
            ("OldNonce, Current nonce: 7, nonce of rejected tx: 3", .nonceTooLow), ("Nonce too low", .nonceTooLow),
            ("Transaction nonce is too low. Try incrementing the nonce.", .nonceTooLow),
            ("nonce too high", .nonceTooHigh), ("NonceGap, Future nonce. Expected nonce: 7", .nonceTooHigh),
            ("transaction underpriced", .underpriced), ("transaction underpriced: gas tip cap 0", .underpriced),
            ("Gas price below configured minimum gas price", .underpriced), ("FeeTooLowToCompete", .underpriced),
            ("FeeTooLow, EffectivePriorityFeePerGas too low 1 < 2, BaseFee: 3", .underpriced),
            ("FeeTooLow, MaxFeePerGas too low. MaxFeePerGas: 1, BaseFee: 7", .feeCapBelowBaseFee),
            ("replacement transaction underpriced", .replacementUnderpriced),
            ("Replacement transaction underpriced", .replacementUnderpriced),
            ("ReplacementNotAllowed", .replacementUnderpriced),
            (
                "Transaction gas price supplied is too low. There is another transaction with same nonce in the queue.",
                .replacementUnderpriced
            ),
            ("insufficient funds for gas * price + value: address 0x1 have 0 want 1", .insufficientFunds),
            ("Upfront cost exceeds account balance", .insufficientFunds),
            ("InsufficientFunds, Account balance: 0, cumulative cost: 1", .insufficientFunds),
            ("intrinsic gas too low: gas 20000, minimum needed 21000", .intrinsicGas),
            ("Intrinsic gas exceeds gas limit", .intrinsicGas),
            ("insufficient gas for floor data gas cost: gas 1, minimum needed 2", .intrinsicGas),
            ("exceeds block gas limit", .gasLimitTooHigh),
            ("Transaction gas limit exceeds block gas limit", .gasLimitTooHigh),
            ("GasLimitExceeded, Gas limit: 1, gas limit of rejected tx: 2", .gasLimitTooHigh),
            ("max fee per gas less than block base fee: address 0x1, maxFeePerGas: 1, baseFee: 7", .feeCapBelowBaseFee),
            ("fee cap less than block base fee", .feeCapBelowBaseFee),
            ("tx fee (2.00 ether) exceeds the configured cap (1.00 ether)", .feeAboveNodeLimit),
            ("txpool is full", .poolFull), ("invalid sender: invalid chain id for signer: have 1 want 5", .wrongChain),
            ("Wrong chainId", .wrongChain), ("unknown transaction type", .other),
            ("fee too low", .underpriced), ("could not replace existing tx", .replacementUnderpriced),
            ("tx gas limit 1 exceeds max transaction gas limit 2", .gasLimitTooHigh),
            ("something else", .other),
        ])
    func refused(words: String, kind: SendRefusal.Kind) async throws {
        let outcome = try await Self.send(.error(code: -32_000, message: words))
        guard case .refused(let refusal) = outcome else {
            Issue.record("\(words): \(outcome)")
            return
        }
        #expect(refusal.kind == kind, "\(words)")
        #expect(refusal.error.message == "https://one.example does not take the transaction: \(words)")
    }

    @Test("Besu's code for too much gas is not taken for a rate limit")
    func besuGasLimit() async throws {
        let words = "Transaction gas limit exceeds block gas limit"
        let outcome = try await Self.send(.error(code: -32_005, message: words))
        #expect(
            outcome
                == .refused(SendRefusal(.gasLimitTooHigh, endpoint: "https://one.example", words: words, code: -32_005))
        )
    }

    @Test(
        "When nobody knows what became of it, that is said",
        arguments: [
            ScriptedNodes.Answer.fault(ProviderFault(.deadline, message: "no answer in time")),
            .fault(ProviderFault(.transient, message: "reset")), .fault(ProviderFault(.stalled, message: "silent")),
            .http(status: 502), .http(status: 200, body: "{"), .result("0x12"), .result(.null),
            .error(code: -32_603, message: "internal error"), .error(code: -32_002, message: "request timed out"),
        ])
    func unknown(answer: ScriptedNodes.Answer) async throws {
        guard case .unknown(let reason) = try await Self.send(answer) else {
            Issue.record("not unknown")
            return
        }
        #expect(reason.hasPrefix("https://one.example"))
    }

    @Test(
        "What surely reached no node is an error",
        arguments: [
            (
                ScriptedNodes.Answer.fault(ProviderFault(.unreachable, message: "cannot connect")),
                ChainError.Code.unreachable
            ),
            (.http(status: 429), .tryLater), (.http(status: 401), .keyRefused),
            (.error(code: 429, message: "slow down"), .tryLater),
        ])
    func unsent(answer: ScriptedNodes.Answer, code: ChainError.Code) async throws {
        try await expectChainError(code) { try await Self.send(answer) }
    }

    @Test("The next endpoint is given the same octets")
    func failover() async throws {
        #expect(try await Self.send(.http(status: 503), then: Self.taken) == .accepted(Self.hash))
        #expect(try await Self.send(.http(status: 429), then: Self.taken) == .accepted(Self.hash))
    }

    @Test(
        "A refusal after a try without an answer proves nothing",
        arguments: ["nonce too low", "replacement transaction underpriced", "insufficient funds", "anything"])
    func doubt(words: String) async throws {
        let refusing = Clients.node { _, _, _ in .error(code: -32_000, message: words) }
        let outcome = try await Self.send(.fault(ProviderFault(.deadline, message: "silent")), then: refusing)
        #expect(outcome == .unknown(reason: "https://one.example: silent"))
        let known = Clients.node { _, _, _ in .error(code: -32_000, message: "already known") }
        #expect(try await Self.send(.fault(ProviderFault(.deadline, message: "silent")), then: known) == .alreadyKnown)
        // Without doubt the refusal stands.
        let sure = try await Self.send(.fault(ProviderFault(.unreachable, message: "away")), then: refusing)
        guard case .refused = sure else {
            Issue.record("\(sure)")
            return
        }
    }

    @Test("A time-out of the chain's check leaves no doubt: nothing was sent")
    func check() async throws {
        let nodes = ScriptedNodes(["one.example": { _, _, _ in .fault(ProviderFault(.deadline, message: "silent")) }])
        let client = try Clients.client(nodes)
        try await expectChainError(.tryLater) { try await client.sendRaw(Self.raw, expecting: Self.hash) }
        #expect(nodes.seen.isEmpty)
    }

    @Test("Nothing is sent to another chain")
    func wrongChain() async throws {
        let nodes = ScriptedNodes([
            "one.example": Clients.node(chainID: "0x1") { _, _, _ in .result(.string(Self.hash.hex)) }
        ])
        let client = try Clients.client(nodes)
        try await expectChainError(.wrongChain) { try await client.sendRaw(Self.raw, expecting: Self.hash) }
        #expect(nodes.seen.isEmpty)
    }
}
