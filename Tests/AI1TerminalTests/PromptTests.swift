import AI1Core
import AI1Terminal
import Synchronization
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite(.serialized, .timeLimit(.minutes(1))) struct PromptTests {
    private enum Answer: Equatable, Sendable { case secret(String), none, failed(TerminalError.Code) }

    private func ask(_ terminal: PseudoTerminal, suspend: @escaping @Sendable () -> Void = {}) async -> Answer {
        await onOwnThread {
            do throws(TerminalError) {
                let prompt = HiddenPrompt(terminal: terminal.device, suspend: suspend)
                guard let secret = try prompt.ask("Key:", fingerprint: { "\($0.utf8.count)" }) else { return .none }
                return secret.fingerprint == "\(secret.reveal().utf8.count)" ? .secret(secret.reveal()) : .none
            } catch {
                return .failed(error.code)
            }
        }
    }

    @Test(
        "a secret is read key by key, nothing of it is shown, and the terminal is as before",
        arguments: [
            ("s3cret\r", .secret("s3cret")), ("pä👍\n", .secret("pä👍")), ("abc\u{7F}\u{7F}x\r", .secret("ax")),
            ("aé\u{7F}\u{8}b\r", .secret("b")), ("\u{7F}a\r", .secret("a")), ("wrong\u{15}right\r", .secret("right")),
            ("two words\u{17}x\r", .secret("two x")), ("\r", .secret("")), ("a\u{1}\t\u{1B}b\r", .secret("ab")),
            ("a\u{4}b\r", .secret("ab")), ("\u{4}", .none), ("ab\u{3}", .failed(.interrupted)),
            ("ab\u{1C}", .failed(.interrupted)),
        ] as [(String, Answer)])
    private func keys(typed: String, expected: Answer) async throws {
        let terminal = try PseudoTerminal()
        let before = terminal.settings
        async let answer = ask(terminal)
        #expect(await terminal.read(until: "Key: ") == "Key: ")
        #expect(!terminal.echoes)
        terminal.type(typed)
        #expect(await answer == expected)
        #expect(await terminal.read(until: "\n") == "\r\n")
        #expect(terminal.settings == before)
        #expect(terminal.echoes)
    }

    @Test("Ctrl-Z restores the terminal, stops, and asks anew afterwards without what was typed before")
    func suspends() async throws {
        let terminal = try PseudoTerminal()
        let before = terminal.settings
        let echoedWhileStopped = Mutex<[Bool]>([])
        async let answer = ask(terminal) { echoedWhileStopped.withLock { $0.append(terminal.settings == before) } }
        _ = await terminal.read(until: "Key: ")
        terminal.type("abc\u{1A}")
        #expect(await terminal.read(until: "Key: ") == "\r\nKey: ")
        terminal.type("def\r")
        #expect(await answer == .secret("def"))
        #expect(echoedWhileStopped.withLock { $0 } == [true])
        #expect(terminal.settings == before)
    }

    @Test("an answer goes into the caller's memory, octet for octet, and is wiped from it when the question fails")
    func ownMemory() async throws {
        let terminal = try PseudoTerminal()
        async let answer: [UInt8]? = onOwnThread {
            let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 16, alignment: 1)
            defer { memory.deallocate() }
            memory.initializeMemory(as: UInt8.self, repeating: 0xEE)
            guard let count = try? HiddenPrompt(terminal: terminal.device).ask("Key:", into: memory) else { return nil }
            return Array(memory[..<count]) + [memory[count]]
        }
        _ = await terminal.read(until: "Key: ")
        // What was typed and taken back leaves nothing behind.
        terminal.type([0x61, 0xE9, 0x78, 0x7F, 0x0D])
        #expect(await answer == [0x61, 0xE9, 0x00])

        let broken = try PseudoTerminal()
        async let rest: [UInt8] = onOwnThread {
            let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 16, alignment: 1)
            defer { memory.deallocate() }
            memory.initializeMemory(as: UInt8.self, repeating: 0)
            _ = try? HiddenPrompt(terminal: broken.device).ask("Key:", into: memory)
            return Array(memory)
        }
        _ = await broken.read(until: "Key: ")
        broken.type("sesame\u{3}")
        #expect(await rest == Array(repeating: 0, count: 16))
    }

    @Test("too long an answer, bad UTF-8 and a terminal that goes away are told, not hung on")
    func bad() async throws {
        let long = try PseudoTerminal()
        let before = long.settings
        async let first = ask(long)
        _ = await long.read(until: "Key: ")
        for _ in 0..<9 { long.type(String(repeating: "x", count: 500)) }
        #expect(await first == .failed(.tooLong))
        #expect(long.settings == before)

        let latin = try PseudoTerminal()
        async let second = ask(latin)
        _ = await latin.read(until: "Key: ")
        latin.type([0x61, 0xE9, 0x0D])
        #expect(await second == .failed(.notText))

        let gone = try PseudoTerminal()
        async let third = ask(gone)
        _ = await gone.read(until: "Key: ")
        gone.hangUp()
        #expect(await third == .none)
    }

    @Test("a signal that the program handles itself ends the question with the terminal restored")
    func signals() async throws {
        let terminal = try PseudoTerminal()
        let before = terminal.settings
        // What the program would have installed; without it the test process would end here.
        let mine = signal(SIGTERM) { _ in }
        defer { signal(SIGTERM, mine) }
        async let answer = ask(terminal)
        _ = await terminal.read(until: "Key: ")
        kill(getpid(), SIGTERM)
        #expect(await answer == .failed(.terminated))
        #expect(terminal.settings == before)
    }

    @Test("a file is no terminal")
    func file() async throws {
        let descriptor = open("/dev/null", O_RDWR)
        defer { close(descriptor) }
        let error = #expect(throws: TerminalError.self) {
            try HiddenPrompt(terminal: descriptor).ask("Key:", fingerprint: { $0 })
        }
        #expect(error?.code == .notATerminal)
    }

    private static func facts(_ input: Bool, _ error: Bool) -> TerminalFacts {
        TerminalFacts(
            standardInput: StreamFacts(isTerminal: input), standardOutput: StreamFacts(isTerminal: false),
            standardError: StreamFacts(isTerminal: error))
    }

    @Test("where nobody can be asked, every question fails with the hint", arguments: [(true, false), (false, true)])
    func nobody(input: Bool, error: Bool) {
        let facts = Self.facts(input, error)
        let line = #expect(throws: TerminalError.self) {
            try LinePrompt(facts: facts).confirm("Go?", hint: "use --yes")
        }
        #expect(line?.code == .notATerminal)
        #expect(line?.hint == "use --yes")
        #expect(line?.kind == .usage)
        let hidden = #expect(throws: TerminalError.self) {
            try HiddenPrompt.ask("Key:", facts: facts, hint: "set X", fingerprint: { $0 })
        }
        #expect(hidden?.hint == "set X")
    }

    @Test("visible answers are lines without white space around them")
    func lines() async throws {
        let terminal = try PseudoTerminal()
        let prompt = LinePrompt(facts: Self.facts(true, true), input: terminal.device, output: terminal.device)
        @Sendable func ask(_ standard: String?) -> String? { try? prompt.ask("Name?", standard: standard, hint: nil) }
        terminal.type("  Ada L. \n\n\n\u{4}")
        #expect(await onOwnThread { ask(nil) } == "Ada L.")
        #expect(await onOwnThread { ask("you") } == "you")
        #expect(await onOwnThread { ask(nil) } == "")
        #expect(await onOwnThread { ask("you") } == nil)
        #expect(await terminal.read(until: "Name? [you] \r\n").contains("Name? "))
    }

    @Test(
        "yes and no are taken in the usual forms, and nonsense three times is no answer",
        arguments: [
            ("y\n", nil, true), ("YES\n", nil, true), ("n\n", true, false), ("\n", true, true), ("\n", false, false),
            ("\nmaybe\nno\n", nil, false), ("\u{4}", true, nil),
        ] as [(String, Bool?, Bool?)])
    func confirms(typed: String, standard: Bool?, expected: Bool?) async throws {
        let terminal = try PseudoTerminal()
        let prompt = LinePrompt(facts: Self.facts(true, true), input: terminal.device, output: terminal.device)
        terminal.type(typed)
        let answer = await onOwnThread { try? prompt.confirm("Go?", standard: standard, hint: nil) }
        #expect(answer == expected)
    }

    @Test("cancelling the task ends a question, hidden or visible", arguments: [true, false])
    func cancels(hidden: Bool) async throws {
        let terminal = try PseudoTerminal()
        let before = terminal.settings
        let task = Task { () -> TerminalError.Code? in
            do throws(TerminalError) {
                if hidden {
                    _ = try HiddenPrompt(terminal: terminal.device).ask("Go?", fingerprint: { $0 })
                } else {
                    _ = try LinePrompt(facts: Self.facts(true, true), input: terminal.device, output: terminal.device)
                        .ask("Go?", hint: nil)
                }
                return nil
            } catch { return error.code }
        }
        _ = await terminal.read(until: "Go? ")
        task.cancel()
        #expect(await task.value == .interrupted)
        #expect(terminal.settings == before)
    }

    @Test("three answers that are neither yes nor no end the question")
    func noAnswer() async throws {
        let terminal = try PseudoTerminal()
        let prompt = LinePrompt(facts: Self.facts(true, true), input: terminal.device, output: terminal.device)
        terminal.type("a\nb\nc\n")
        let code = await onOwnThread { () -> TerminalError.Code? in
            do throws(TerminalError) {
                _ = try prompt.confirm("Go?", hint: nil)
                return nil
            } catch { return error.code }
        }
        #expect(code == .noAnswer)
    }
}
