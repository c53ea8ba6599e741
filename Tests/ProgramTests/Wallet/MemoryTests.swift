internal import AI1Core
internal import AI1TestSupport
internal import Testing

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// What root finds in the memory of a running `ai1 wallet`: secrets while they are needed, so that these tests can fail, and
/// nothing of them afterwards.
@Suite(
    .enabled(if: ChainPython.isThere, "\(ChainPython.absence)"),
    .enabled(if: MemoryDump.obstacle == nil, "memory tests: skipped: \(MemoryDump.obstacle ?? "")"), .serialized)
struct MemoryTests {
    private static let key = stride(from: 0, to: 64, by: 2).compactMap { start in
        UInt8(WalletCase.owner.keyHex.dropFirst(start).prefix(2), radix: 16)
    }

    @Test("While lines are signed, the key is in memory")
    func unlocked() async throws {
        try await WalletCase.run { bench in
            let program = try bench.user.start(["wallet", "tx", "sign", "-"] + WalletCase.script, input: .held)
            // The answer to a first line tells that the key is unlocked.
            program.write("{}\n")
            #expect(try await program.waits { $0.outputText.hasSuffix("\n") })
            let dump = try await MemoryDump(of: program, in: bench.user.home)
            #expect(dump.contains(Self.key), "no key among \(dump.count) octets")
            program.closeInput()
            _ = await program.result()
        }
    }

    @Test(
        "A password is in memory while it is typed; when the transaction is signed and waited for, neither it nor the key is"
    )
    func signed() async throws {
        try await WalletCase.run { bench in
            try bench.node.fault(.stuck)
            let program = try bench.user.start("wallet", "send", "25", "AI1NET", "@savings") { $0.useTerminal() }
            #expect(try await program.waits { $0.terminalText.contains("Type yes to sign and send:") })
            program.write("yes\n")
            #expect(try await program.waits { $0.terminalText.contains("Password of main:") })
            program.write(WalletCase.password)
            #expect(
                try await WalletCase.eventually {
                    let typed = try await MemoryDump(of: program, in: bench.user.home)
                    return typed.contains(WalletCase.password)
                })
            program.write("\n")
            #expect(try await Eventually.holds(seconds: 60) { try bench.node.pending().count == 1 })
            #expect(try await program.waits { $0.terminalText.contains("0x") })
            let after = try await MemoryDump(of: program, in: bench.user.home)
            // What is surely there shows that the dump is one of this program.
            #expect(after.contains("AI1NET"))
            #expect(!after.contains(Self.key))
            #expect(!after.contains(WalletCase.owner.keyHex))
            #expect(!after.contains(WalletCase.password))
            program.send(signal: SIGTERM)
            _ = await program.result()
        }
    }

    @Test("A mnemonic is in memory while it is typed; the account that came of it signs without it")
    func mnemonic() async throws {
        try await WalletCase.run { bench in
            let program = try bench.user.start("wallet", "import", "words", "--mnemonic", "--password-file", "password")
            {
                $0.useTerminal()
            }
            #expect(try await program.waits { $0.terminalText.hasSuffix(": ") })
            program.write(ChainAccount.mnemonic)
            #expect(
                try await WalletCase.eventually {
                    let typed = try await MemoryDump(of: program, in: bench.user.home)
                    return typed.contains(ChainAccount.mnemonic)
                })
            program.write("\n")
            let imported = await program.result()
            #expect(imported.status == 0, "\(imported.terminalText)")
            try bench.node.fault(.stuck)
            let words = ["wallet", "send", "25", "AI1NET", "@savings", "--account", "words"] + WalletCase.script
            let sending = try bench.user.start(words)
            #expect(try await Eventually.holds(seconds: 60) { try bench.node.pending().count == 1 })
            let dump = try await MemoryDump(of: sending, in: bench.user.home)
            #expect(!dump.contains(ChainAccount.mnemonic) && !dump.contains("test test test"))
            #expect(!dump.contains(Self.key) && !dump.contains(WalletCase.password))
            sending.send(signal: SIGTERM)
            _ = await sending.result()
        }
    }
}
