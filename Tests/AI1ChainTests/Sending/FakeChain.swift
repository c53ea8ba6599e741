import AI1Core
import AI1TestSupport
import AI1Wallet
import Synchronization

@testable import AI1Chain

/// A chain of one node with a pool, in memory: as strict as geth about nonces and replacements, and as faulty as a test
/// says.
final class FakeChain: Sendable {
    /// What happens to a sent transaction in place of an answer.
    enum Fault: Sendable, Hashable, CaseIterable {
        case timeOutBefore, timeOutAfter, dropBefore, dropAfter, rateLimited, unreachable, serverErrorAfter
        case insufficientFunds, underpriced, poolFull, unknownWords, otherHash
        /// It is mined at once, and the answer is lost.
        case timeOutMined
        /// The answer is lost, and it comes into the pool only when the next block is made.
        case timeOutLate
    }

    struct State {
        var pool: [SignedTransaction] = []
        /// Octets that are still on their way.
        var late: [SignedTransaction] = []
        var blocks: [(hash: Hash32, transactions: [SignedTransaction])] = []
        var faults: [Fault] = []
        /// Every hash that came, in order.
        var received: [Hash32] = []
        var baseFee: UInt64 = 100
        var epoch = 0
        var reverted: Set<Hash32> = []
        var isSilent = false
        /// Every transaction gets a block at once.
        var isAutomatic = false
        /// Called with the state after so many questions for a receipt.
        var receiptQuestions = 0
        var atReceiptQuestion: [Int: @Sendable (inout State) -> Void] = [:]

        func minedNonce(_ address: Address) -> UInt64 {
            UInt64(blocks.flatMap(\.transactions).count { $0.sender == address })
        }

        func pendingNonce(_ address: Address) -> UInt64 {
            var next = minedNonce(address)
            while pool.contains(where: { $0.sender == address && $0.transaction.nonce == next }) { next += 1 }
            return next
        }

        /// Puts all that can follow into a block.
        mutating func mine() {
            for signed in late { _ = FakeChain.take(signed, &self) }
            late = []
            var taken: [SignedTransaction] = []
            for signed in pool.sorted(by: { $0.transaction.nonce < $1.transaction.nonce }) {
                let before = UInt64(taken.count { $0.sender == signed.sender })
                if signed.transaction.nonce == minedNonce(signed.sender) + before { taken.append(signed) }
            }
            pool.removeAll { taken.contains($0) }
            blocks.append((Keccak256.hash(text: "\(epoch) \(blocks.count)"), taken))
        }

        /// Takes blocks back.
        mutating func reorganise(depth: Int, losing: Bool = false) {
            let gone = blocks.suffix(depth)
            blocks.removeLast(depth)
            epoch += 1
            if !losing { pool += gone.flatMap(\.transactions) }
        }
    }

    static let host = "one.example"
    private let state = Mutex(State())
    let chainID: UInt64

    init(chainID: UInt64 = 31_337) { self.chainID = chainID }

    func change<Value: Sendable>(_ body: @Sendable (inout State) -> Value) -> Value { state.withLock { body(&$0) } }

    var received: [Hash32] { state.withLock { $0.received } }
    var minedHashes: [Hash32] { state.withLock { $0.blocks.flatMap { $0.transactions.map(\.hash) } } }
    var poolHashes: [Hash32] { state.withLock { $0.pool.map(\.hash) } }

    func mine(_ count: Int = 1) { state.withLock { for _ in 0..<count { $0.mine() } } }

    func client(clock: any WallClock, limits: RPCLimits = RPCLimits()) throws -> ChainClient {
        var limits = limits
        limits.rounds = 1
        let nodes = ScriptedNodes([
            Self.host: { method, parameters, _ in self.answer(method, parameters) }
        ])
        return try ChainClient(
            network: Network(name: "test", chainID: chainID, rpcURLs: ["https://\(Self.host)/"]), transport: nodes,
            clock: clock, random: SeededRandom(seed: 1), limits: limits)
    }

    private func answer(_ method: String, _ parameters: [JSONValue]) -> ScriptedNodes.Answer {
        state.withLock { state in
            if state.isSilent { return .fault(ProviderFault(.stalled, message: "no answer")) }
            return switch method {
            case "eth_chainId": .result(.string(UInt256(chainID).hex))
            case "eth_blockNumber": .result(.string(UInt256(UInt64(state.blocks.count)).hex))
            case "eth_getTransactionCount": Self.count(parameters, state)
            case "eth_getBlockByNumber": Self.block(parameters, state)
            case "eth_getTransactionByHash": Self.transaction(parameters, state)
            case "eth_getTransactionReceipt": Self.receipt(parameters, &state)
            case "eth_call": .error(code: 3, message: "execution reverted", data: .string(Self.reason))
            case "eth_sendRawTransaction": Self.send(parameters, &state)
            default: .error(code: -32_601, message: "the method \(method) does not exist")
            }
        }
    }

    /// Error("too late").
    static let reason =
        "0x08c379a0" + String(repeating: "0", count: 62) + "20" + String(repeating: "0", count: 63) + "8"
        + "746f6f206c617465" + String(repeating: "0", count: 48)

    private static func count(_ parameters: [JSONValue], _ state: State) -> ScriptedNodes.Answer {
        guard let address = parameters[0].string.flatMap({ try? Address($0) }) else { return .result(.null) }
        let tag = parameters[1].string ?? ""
        if tag == "pending" { return .result(.string(UInt256(state.pendingNonce(address)).hex)) }
        var past = state
        if let number = UInt256(hex: tag)?.uint64 { past.blocks = Array(state.blocks.prefix(Int(number))) }
        return .result(.string(UInt256(past.minedNonce(address)).hex))
    }

    private static func block(_ parameters: [JSONValue], _ state: State) -> ScriptedNodes.Answer {
        let number = parameters[0].string.flatMap { UInt256(hex: $0)?.uint64 } ?? UInt64(state.blocks.count)
        guard number <= UInt64(state.blocks.count) else { return .result(.null) }
        let hash = number == 0 ? Hash32.zero : state.blocks[Int(number) - 1].hash
        return .result([
            "number": .string(UInt256(number).hex), "hash": .string(hash.hex), "parentHash": .string(Hash32.zero.hex),
            "timestamp": "0x1", "gasLimit": "0x1c9c380", "baseFeePerGas": .string(UInt256(state.baseFee).hex),
        ])
    }

    private static func place(_ hash: Hash32, _ state: State) -> (block: Int, transaction: SignedTransaction)? {
        for (index, block) in state.blocks.enumerated() {
            if let found = block.transactions.first(where: { $0.hash == hash }) { return (index + 1, found) }
        }
        return nil
    }

    private static func transaction(_ parameters: [JSONValue], _ state: State) -> ScriptedNodes.Answer {
        guard let hash = parameters[0].string.flatMap({ Hash32(hex: $0) }) else { return .result(.null) }
        let mined = place(hash, state)
        guard let signed = mined?.transaction ?? state.pool.first(where: { $0.hash == hash }) else {
            return .result(.null)
        }
        return .result([
            "hash": .string(hash.hex), "from": .string(signed.sender.lowercased),
            "nonce": .string(UInt256(signed.transaction.nonce).hex),
            "blockNumber": mined.map { .string(UInt256(UInt64($0.block)).hex) } ?? .null,
            "blockHash": mined.map { .string(state.blocks[$0.block - 1].hash.hex) } ?? .null,
        ])
    }

    private static func receipt(_ parameters: [JSONValue], _ state: inout State) -> ScriptedNodes.Answer {
        state.receiptQuestions += 1
        state.atReceiptQuestion.removeValue(forKey: state.receiptQuestions)?(&state)
        guard let hash = parameters[0].string.flatMap({ Hash32(hex: $0) }), let (number, signed) = place(hash, state)
        else { return .result(.null) }
        return .result([
            "transactionHash": .string(hash.hex), "blockNumber": .string(UInt256(UInt64(number)).hex),
            "blockHash": .string(state.blocks[number - 1].hash.hex),
            "status": state.reverted.contains(hash) ? "0x0" : "0x1", "from": .string(signed.sender.lowercased),
            "to": signed.transaction.to.map { .string($0.lowercased) } ?? .null, "gasUsed": "0x5208", "logs": [],
        ])
    }
}
