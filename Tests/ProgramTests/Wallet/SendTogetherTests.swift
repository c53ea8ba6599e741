internal import AI1Core
internal import AI1TestSupport
internal import Testing

/// Several endpoints, several senders, and what is left lying about.
@Suite(.enabled(if: ChainPython.isThere, "\(ChainPython.absence)"))
struct SendTogetherTests {
    @Test("The next endpoint is asked when one is dead; one of another chain stops everything")
    func endpoints() async throws {
        try await WalletCase.run { bench in
            try bench.configure(rpc: ["http://127.0.0.1:1", bench.node.url])
            let sent = try await bench.send("25", "AI1NET", "@savings")
            #expect(sent.status == 0, "\(sent.told)")
            let other = try await EVMNode.start(chainID: 4_242)
            try bench.configure(rpc: [bench.node.url, other.url])
            try bench.node.clearLog()
            expectFailure(try await bench.send("5", "AI1NET", "@savings"), 105, naming: ["4242"])
            #expect(try bench.node.rawTransactions().isEmpty)
            try await other.stop()
        }
    }

    @Test("An endpoint on another machine without encryption is never used")
    func plainHTTP() async throws {
        try await WalletCase.run { bench in
            let refused = try await bench.send(
                "25", "AI1NET", "@savings", flags: ["--rpc-url", "http://rpc.example.com"])
            #expect(refused.status == 78 || refused.status == 64, "\(refused.told)")
            #expect(try bench.node.log().isEmpty)
        }
    }

    @Test("Senders at the same time get nonces of their own, and all is sent once")
    func together() async throws {
        try await WalletCase.run { bench in
            let results = try await withThrowingTaskGroup(of: ProgramResult.self) { group in
                for amount in 1...6 {
                    group.addTask { try await bench.send("\(amount)", "AI1NET", "@savings") }
                }
                var results: [ProgramResult] = []
                for try await result in group { results.append(result) }
                return results
            }
            for result in results { #expect(result.status == 0, "\(result.told)") }
            #expect(Set(results.map(\.outputText)).count == 6)
            #expect(try bench.friendTokens() == WalletCase.units(21))
        }
    }

    @Test("No secret is in arguments, the environment, or anything that is written")
    func leftovers() async throws {
        try await WalletCase.run { bench in
            try bench.node.fault(.stuck)
            let words = ["wallet", "send", "25", "AI1NET", "@savings", "--json", "--verbose"] + WalletCase.script
            let program = try bench.user.start(words)
            #expect(try await WalletCase.eventually(seconds: 60) { try bench.node.pending().count == 1 })
            let secrets = [WalletCase.password, WalletCase.owner.keyHex]
            for name in ["cmdline", "environ"] {
                let text = try await Program.run(path: "/bin/cat", ["/proc/\(program.processID)/\(name)"]).outputText
                for secret in secrets { #expect(!text.contains(secret)) }
            }
            program.send(signal: 15)
            let result = await program.result()
            #expect(result.status == 143, "\(result.told)")
            // The two files that the test itself wrote are the only ones with a secret in them.
            let own: Set<String> = ["password", "key"]
            for name in bench.user.files where !own.contains(name) {
                let text = String(decoding: bench.user.home.read(name) ?? [], as: UTF8.self)
                for secret in secrets { #expect(!text.contains(secret), "\(name)") }
            }
            let told = result.outputText + result.errorText
            #expect(
                result.errorText.contains("eth_sendRawTransaction") || result.errorText.contains("POST"),
                "\(result.told)")
            for secret in secrets { #expect(!told.contains(secret)) }
        }
    }
}
