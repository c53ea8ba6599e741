internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

/// What a terminal shows beside the answer, and what it never shows.
@Suite struct TerminalTests {
    private static let hostile = "x \u{1B}[31mred\u{1B}]0;title\u{7} \u{9B}2J \u{202E}evil\u{8}"

    @Test("After an answer a terminal shows what it cost; -q and a pipe do not")
    func costLine() async throws {
        try await asUser { user in
            try await withFaultServer(#"usage={"prompt_tokens":412,"completion_tokens":96}"#) { server in
                try user.configure(servers([("lab", server)]))
                let shown = try await user.ai1("ask", "-m", "lab/lab-1", "hello") { $0.useTerminal() }
                // 412 × 1 + 96 × 2 = 604 µ$ = 0.0604 ¢
                #expect(shown.status == 0 && shown.terminalText.contains("412→96 tok"), "\(shown.terminalText)")
                #expect(shown.terminalText.contains("0.060 ¢"), "\(shown.terminalText)")
                let quiet = try await user.ai1("ask", "-q", "-m", "lab/lab-1", "hello") { $0.useTerminal() }
                #expect(quiet.status == 0 && !quiet.terminalText.contains("tok"), "\(quiet.terminalText)")
                #expect(!quiet.terminal.contains(0x1B), "\(quiet.terminalText)")
                let errorsOnly = try await user.ai1("ask", "-m", "lab/lab-1", "hello") { $0.errors = .terminal }
                #expect(errorsOnly.outputText.hasSuffix("\n") && !errorsOnly.outputText.contains("tok"))
                #expect(errorsOnly.terminalText.contains("412→96 tok"), "\(errorsOnly.terminalText)")
            }
        }
    }

    @Test(
        "No colour where none is wanted",
        arguments: [
            (["NO_COLOR": "1", "TERM": "xterm"], [String]()), (["TERM": "dumb"], []),
            (["TERM": "xterm"], ["--color", "never"]),
        ] as [([String: String], [String])])
    func noColour(_ variables: [String: String], _ words: [String]) async throws {
        try await asUser { user in
            let result = try await user.with(variables).ai1(["ask", "-m", "sandbox"] + words + ["hello"]) {
                $0.output = .captured
                $0.errors = .terminal
            }
            #expect(result.status == 0 && result.terminalText.contains("tok"), "\(result.terminalText)")
            #expect(!result.terminalText.contains("\u{1B}[2m") && !result.terminalText.contains("\u{1B}[0m"))
        }
    }

    @Test("Escape sequences in a provider's error reach neither a terminal nor a pipe")
    func hostileError() async throws {
        try await asUser { user in
            let message = JSONValue.string(Self.hostile).text
            for plan in ["400,message=\(message)", "500,message=\(message)", "error=before,message=\(message)"] {
                try await withFaultServer(plan) { server in
                    try user.configure(servers([("lab", server)]))
                    let words = ["ask", "-v", "-m", "lab/lab-1", "--deadline", "1s", "hello"]
                    let shown = try await user.with(["NO_COLOR": "1"]).ai1(words) { $0.useTerminal() }
                    let clean = Self.withoutSpinner(shown.terminalText)
                    #expect(clean.contains("red"), "\(plan): \(clean)")
                    #expect(Self.isClean(clean), "\(plan): \(clean.debugDescription)")
                    let piped = try await user.ai1(words)
                    #expect(Self.isClean(piped.errorText), "\(plan): \(piped.errorText.debugDescription)")
                }
            }
        }
    }

    @Test("Escape sequences in an answer reach a pipe as they are, and a terminal not at all")
    func hostileAnswer() async throws {
        try await asUser { user in
            // The sandbox repeats the beginning of the prompt.
            let piped = try await user.ai1("ask", "-m", "sandbox", "hi \u{1B}[31mred")
            #expect(piped.outputText.contains("\u{1B}[31mred"), "\(piped.told)")
            let shown = try await user.with(["NO_COLOR": "1"]).ai1("ask", "-q", "-m", "sandbox", "hi \u{1B}[31mred") {
                $0.useTerminal()
            }
            #expect(shown.status == 0 && shown.terminalText.contains("red"), "\(shown.terminalText)")
            #expect(!shown.terminal.contains(0x1B), "\(shown.terminalText.debugDescription)")
        }
    }

    /// What is left when the spinner's own "back to the start and erase" is taken out.
    private static func withoutSpinner(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let character = rest.first {
            if rest.hasPrefix("\u{1B}[K") {
                rest = rest.dropFirst(3)
            } else {
                result.append(character)
                rest = rest.dropFirst()
            }
        }
        return result
    }

    private static func isClean(_ text: String) -> Bool {
        !text.unicodeScalars.contains { scalar in
            let isControl = scalar.value < 0x20 && ![0x09, 0x0A, 0x0D].contains(scalar.value)
            return isControl || (0x7F...0x9F).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
                || (0x2066...0x2069).contains(scalar.value)
        }
    }
}
