internal import AI1Core
internal import AI1TestSupport
internal import Testing

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// What a node can do to `ai1 wallet send`: lie, fall silent, refuse, forget.
@Suite(.enabled(if: ChainPython.isThere, "\(ChainPython.absence)"))
struct SendFaultTests {
    @Test("A node that lies about decimals, the base fee or gas gets nothing signed")
    func lies() async throws {
        try await WalletCase.run { bench in
            let lies: [(EVMNode.Fault, String)] = [
                (.decimals, "decimals"), (.baseFee, "the fee could be up to"), (.gasEstimate, "the node estimates"),
            ]
            for (fault, word) in lies {
                try bench.node.fault(fault, times: -1)
                expectFailure(try await bench.send("25", "AI1NET", "@savings"), 76, naming: [word])
                try bench.node.clearFaults()
            }
            #expect(try bench.node.rawTransactions().isEmpty)
        }
    }

    @Test("A node that calls the transaction something else is told of, with the true hash")
    func otherHash() async throws {
        try await WalletCase.run { bench in
            try bench.node.fault(.wrongHash)
            let sent = try await bench.send("25", "AI1NET", "@savings", flags: ["--json"])
            #expect(sent.status == 76, "\(sent.told)")
            let hash = try #require(try sent.json()["hash"]?.string)
            #expect(try bench.node.receipt(hash) != nil, "\(sent.told)")
            #expect(try sent.json()["error"]?["exit"]?.number?.text == "76")
        }
    }

    @Test(
        "What goes wrong on the way is sent again, never signed again",
        arguments: [
            EVMNode.Fault.drop, .dropAfter, .tooMany, .tooManyAfter, .unavailable, .unavailableAfter, .alreadyKnown,
        ])
    func onTheWay(_ fault: EVMNode.Fault) async throws {
        try await WalletCase.run { bench in
            try bench.node.fault(fault, method: "eth_sendRawTransaction", value: fault == .tooMany ? 1 : nil)
            let sent = try await bench.send("25", "AI1NET", "@savings")
            #expect(sent.status == 0, "\(sent.told)")
            #expect(Set(try bench.node.rawTransactions()).count <= 1)
            #expect(try bench.friendTokens() == WalletCase.units(25))
        }
    }

    @Test("A refused fee gives the nonce back")
    func underpriced() async throws {
        try await WalletCase.run { bench in
            try bench.node.fault(.underpriced)
            let refused = try await bench.send("25", "AI1NET", "@savings")
            #expect(refused.status == 69, "\(refused.told)")
            #expect(refused.errorText.contains("underpriced") && refused.errorText.contains("hint: offer more"))
            let again = try await bench.send("25", "AI1NET", "@savings")
            #expect(again.status == 0, "\(again.told)")
            #expect(try bench.friendTokens() == WalletCase.units(25))
        }
    }

    @Test("A transaction that no block takes is told with its hash, and is sped up")
    func stuck() async throws {
        try await WalletCase.run { bench in
            try bench.node.fault(.stuck)
            let late = try await bench.send("25", "AI1NET", "@savings", flags: ["--json", "--timeout", "2s"])
            #expect(late.status == 75, "\(late.told)")
            let object = try late.json()
            let hash = try #require(object["hash"]?.string)
            #expect(object["status"]?.string == "sent" && object["error"]?["exit"]?.number?.text == "75")
            expectFailure(
                try await bench.send("25", "AI1NET", "@savings"), 75, naming: ["the same transaction is sent"])
            let pending = try await bench.wallet("tx", "pending", "--json").json()
            #expect(pending["pending"]?[0]?["hash"]?.string == hash, "\(pending.text)")
            let faster = try await bench.user.ai1(
                ["wallet", "tx", "speed-up", hash] + WalletCase.script + ["--json"])
            #expect(faster.status == 0, "\(faster.told)")
            #expect(try faster.json()["replaces"]?.string == hash)
            #expect(try bench.friendTokens() == WalletCase.units(25))
        }
    }

    @Test("A transaction that waits is cancelled by one that sends nothing")
    func cancelled() async throws {
        try await WalletCase.run { bench in
            try bench.node.fault(.stuck)
            let sent = try await bench.send("25", "AI1NET", "@savings", flags: ["--confirmations", "0"])
            #expect(sent.status == 0, "\(sent.told)")
            let hash = String(sent.outputText.prefix(66))
            let cancelled = try await bench.user.ai1(["wallet", "tx", "cancel", hash] + WalletCase.script)
            #expect(cancelled.status == 0, "\(cancelled.told)")
            #expect(try bench.friendTokens() == WalletCase.units(0))
            #expect(try await bench.wallet("tx", "pending").errorText == "nothing is pending\n")
        }
    }

    @Test("Under one key a transaction is sent once")
    func keyed() async throws {
        try await WalletCase.run { bench in
            var hashes: Set<String> = []
            for _ in 0..<3 {
                let sent = try await bench.send("25", "AI1NET", "@savings", flags: ["--idempotency-key", "rent-11"])
                #expect(sent.status == 0, "\(sent.told)")
                hashes.insert(sent.outputText)
            }
            #expect(hashes.count == 1)
            #expect(try bench.friendTokens() == WalletCase.units(25))
            let other = try await bench.send("5", "AI1NET", "@savings", flags: ["--idempotency-key", "rent-11"])
            #expect(other.status != 0 && other.errorText.contains("idempotency key"), "\(other.told)")
        }
    }

    @Test("Killed at any moment and run again: one transaction on the chain, or exit 75")
    func killed() async throws {
        // The whole number of rounds takes minutes: CI does some, a release all.
        let rounds = getenv("AI1_KILL_ROUNDS").flatMap { Int(String(cString: $0)) } ?? 10
        try await WalletCase.run { bench in
            for round in 1...rounds {
                // Killed before the node has it, and after.
                let isBefore = !round.isMultiple(of: 2)
                try bench.node.fault(isBefore ? .hang : .hangAfter, method: "eth_sendRawTransaction", value: 30)
                let words = ["wallet", "send", "\(round)", "AI1NET", "@savings"]
                let program = try bench.user.start(words + WalletCase.script)
                let total = WalletCase.units(round * (round + 1) / 2)
                let asked = try await Eventually.holds(seconds: 60) {
                    if program.hasEnded { return true }
                    return isBefore
                        ? (try? bench.node.count("eth_sendRawTransaction")) ?? 0 > 0
                        : (try? bench.friendTokens()) == total
                }
                #expect(asked && !program.hasEnded, "round \(round)")
                program.send(signal: SIGKILL)
                _ = await program.result()
                try bench.node.clearFaults()
                try bench.node.clearLog()
                let again = try await bench.user.ai1(words + WalletCase.script)
                #expect(again.status == 75, "round \(round): \(again.told)")
                if isBefore {
                    let pending = try await bench.wallet("tx", "pending", "--json").json()
                    let hash = try #require(pending["pending"]?[0]?["hash"]?.string, "\(pending.text)")
                    let sent = try await bench.wallet("tx", "rebroadcast", hash)
                    #expect(sent.status == 0, "round \(round): \(sent.told)")
                }
                #expect(try bench.friendTokens() == total, "round \(round)")
            }
        }
    }
}
