internal import AI1Core
internal import AI1TestSupport
internal import Testing

/// A person at a terminal, and a model that proposes one command whatever it is asked.
struct ShellCase: Sendable {
    let user: User
    let server: FaultServer

    /// Runs a test with a model whose answer is this text.
    static func answering(_ answer: String, _ body: (ShellCase) async throws -> Void) async throws {
        try await asUser { user in
            try await withFaultServer("text=\(JSONValue.string(answer).text)") { server in
                try user.configure(servers([("lab", server)]))
                let plain = user.with(["NO_COLOR": "1", "SHELL": "/bin/sh", "TERM": "dumb"])
                try await body(ShellCase(user: plain, server: server))
            }
        }
    }

    /// Runs a test with a model that proposes a command in a code block.
    static func proposing(_ command: String, _ body: (ShellCase) async throws -> Void) async throws {
        try await answering("```sh\n\(command)\n```", body)
    }

    /// The words of an `ai1 ask --shell`.
    func words(_ more: String...) -> [String] { ["ask", "--shell", "-m", "lab/lab-1"] + more + ["do something"] }

    /// Starts it with all three streams on a terminal, and gives answers to its questions: each when so many have been put.
    /// - Returns: what became of it
    func dialogue(
        _ answers: String..., variables: [String: String] = [:], configure: (inout ProgramOptions) -> Void = { _ in }
    ) async throws -> ProgramResult {
        let program = try user.with(variables).start(words()) {
            $0.useTerminal()
            configure(&$0)
        }
        for (index, answer) in answers.enumerated() {
            let asked = try await program.waits { Self.questions(in: $0.terminalText) > index }
            guard asked else { break }
            program.write(answer)
        }
        return await program.result()
    }

    /// How many questions stand in what a terminal got.
    static func questions(in text: String) -> Int { text.components(of: "[m]odify [no]: ") }

    /// Whether a file is in the home folder, which is where commands run.
    func has(_ file: String) -> Bool { user.files.contains(file) }
}

extension String {
    /// How often a text stands in this one.
    func components(of text: String) -> Int { split(separator: text, omittingEmptySubsequences: false).count - 1 }
}
