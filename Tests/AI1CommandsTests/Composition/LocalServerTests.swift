import AI1Core
import Testing

@testable import AI1Commands

@Suite("Servers on this machine")
struct LocalServerTests {
    private func row(_ model: String, _ dialect: DialectName = .ollama) -> ModelRow {
        ModelRow(
            name: TargetName(provider: "p", model: model), title: model, family: model, dialect: dialect,
            prices: .free)
    }

    @Test(
        "only loopback addresses are on it",
        arguments: [
            ("http://localhost:11434", true), ("http://127.0.0.1:8080/v1", true), ("http://127.8.9.1", true),
            ("http://[::1]:8080/v1", true), ("https://example.org/v1", false),
            ("http://127.0.0.1.example.org/v1", false),
            ("http://localhost.example.org", false), ("http://10.0.0.1/v1", false), ("http://127.0.0/v1", false),
            ("", false),
        ])
    func addresses(_ url: String, _ isHere: Bool) {
        #expect(ProviderDirectory.isServedHere(row("llama"), at: url) == isHere)
    }

    @Test("a model that the server passes on to its cloud is not, wherever the server is")
    func cloud() {
        for model in ["gpt-oss:120b-cloud", "qwen:cloud"] {
            #expect(!ProviderDirectory.isServedHere(row(model), at: "http://127.0.0.1:11434"))
        }
        #expect(ProviderDirectory.isServedHere(row("strong", .sandbox), at: "sandbox:"))
    }
}
