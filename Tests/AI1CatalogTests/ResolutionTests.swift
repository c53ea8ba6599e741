import AI1Core
import Testing

@testable import AI1Catalog

@Suite("Names of models")
struct ResolutionTests {
    let catalog = Catalog.shipped()

    private func names(_ typed: String, preferring: [String] = []) -> [String] {
        guard case .found(let rows) = catalog.resolve(typed, preferring: preferring) else { return [] }
        return rows.map(\.name.description)
    }

    @Test("every alias leads to the model that its table names, at whoever made it")
    func aliases() {
        for (alias, target) in ShippedAliases.table {
            let found = names(alias)
            #expect(found.contains(target), "\(alias): \(found)")
            #expect(catalog.models.contains { $0.name.description == target && $0.status != .deprecated }, "\(alias)")
            if let maker = target.split(separator: "/").first, ShippedAliases.isMaker(String(maker)) {
                #expect(found.first == target, "\(alias): \(found)")
            }
        }
    }

    @Test("the great names have a default")
    func greatNames() {
        #expect(names("gpt").first?.hasPrefix("openai/gpt-") == true)
        #expect(names("claude").first?.hasPrefix("anthropic/claude-") == true)
        #expect(names("gemini").first?.hasPrefix("google/gemini-") == true)
        #expect(names("llama").first?.contains("llama") == true)
        #expect(names("Claude") == names("claude"))
    }

    @Test("a provider and model stay there first, then the other providers of that very model follow")
    func pins() {
        let found = names("openrouter/anthropic/claude-sonnet-5", preferring: ["anthropic"])
        #expect(found.first == "openrouter/anthropic/claude-sonnet-5")
        #expect(Set(found) == Set(names("claude-sonnet-5")))
        #expect(found.count >= 3)
    }

    @Test("a model's id is found at its maker first, and at preferred providers before it")
    func ids() {
        #expect(names("claude-sonnet-5").first == "anthropic/claude-sonnet-5")
        #expect(names("claude-sonnet-5", preferring: ["vercel"]).first == "vercel/anthropic/claude-sonnet-5")
        #expect(names("MiniMax-M2.7-highspeed").first == "minimax/MiniMax-M2.7-highspeed")
        #expect(names("claude-haiku-4-5-20251001").first == "anthropic/claude-haiku-4-5-20251001")
    }

    @Test("an id with a slash that names a provider which does not serve it is found where it is served")
    func slashes() {
        #expect(names("openai/gpt-oss-120b").first == "groq/openai/gpt-oss-120b")
        #expect(names("x-ai/grok-4.3").first == "xai/grok-4.3")
    }

    @Test("an alias, a family or another spelling behind a provider means its row there")
    func behindProviders() {
        #expect(names("openrouter/claude").first == "openrouter/anthropic/claude-sonnet-5")
        #expect(names("vercel/kimi-k2.6").first == "vercel/moonshotai/kimi-k2.6")
        #expect(names("together/kimi").first == "togetherai/moonshotai/Kimi-K2.6")
        #expect(names("anthropic/claude-sonnet-4.5").first == "anthropic/claude-sonnet-4-5")
        #expect(names("gemini/gemini-2.5-pro").first == "google/gemini-2.5-pro")
    }

    @Test("an unknown model at a known provider is taken at its word")
    func newModels() throws {
        guard case .found(let rows) = catalog.resolve("openai/gpt-9") else {
            Issue.record("not found")
            return
        }
        let row = try #require(rows.first)
        #expect(rows.count == 1 && row.name == TargetName(provider: "openai", model: "gpt-9") && !row.prices.known)
        #expect(
            row.dialect == .openAIChat && row.capabilities.imageInput && row.capabilities.tools
                && row.capabilities.schema)
        guard case .found(let local) = catalog.resolve("ollama/qwen3:8b") else {
            Issue.record("not found")
            return
        }
        #expect(local.first?.prices == .free && local.first?.dialect == .ollama)
    }

    @Test("a provider alone means its models, the best first")
    func providersAlone() {
        let found = names("groq")
        #expect(found.count == catalog.rows(ofProvider: "groq").count && found.allSatisfy { $0.hasPrefix("groq/") })
        #expect(names("ai1net") == ["ai1net/default"])
        #expect(catalog.resolve("ollama") == .unknown([]) || names("ollama").isEmpty)
    }

    @Test("case and punctuation do not matter")
    func spelling() {
        #expect(names("Claude Sonnet 4.5").first == "anthropic/claude-sonnet-4-5")
        #expect(names("GPT5.4MINI").first == "openai/gpt-5.4-mini")
        #expect(names("deepseek-v4-pro") == names("DeepSeek V4 Pro"))
    }

    @Test("a part of exactly one model's name is enough; of several it is ambiguous")
    func parts() {
        #expect(names("gpt-5.4-m").first == "openai/gpt-5.4-mini")
        #expect(names("haiku-4").first == "anthropic/claude-haiku-4-5")
        guard case .ambiguous(let options) = catalog.resolve("sonnet-4") else {
            Issue.record("not ambiguous")
            return
        }
        #expect(Set(options).isSuperset(of: ["claude-sonnet-4-5", "claude-sonnet-4-6"]))
        guard case .ambiguous(let many) = catalog.resolve("gpt-") else {
            Issue.record("not ambiguous")
            return
        }
        #expect(many.count == Catalog.maximumNames)
    }

    @Test("what is unknown is answered with near names")
    func suggestions() {
        #expect(catalog.resolve("cladue") == .unknown(["claude"]))
        guard case .unknown(let near) = catalog.resolve("opnai/gpt-5.4") else {
            Issue.record("found")
            return
        }
        #expect(near.first == "openai/gpt-5.4")
        #expect(catalog.resolve("opnai/gpt-99-ultra-brandnew") == .unknown(["openai/gpt-99-ultra-brandnew"]))
        for empty in ["", " ", "/", "-", "zzzzzzzzzz", String(repeating: "x", count: 10_000)] {
            #expect(catalog.resolve(empty) == .unknown([]), "\(empty.prefix(12))")
        }
        #expect(names("openai/").isEmpty && names("openai/a b").isEmpty)
    }

    @Test("an alias of the user's own wins, may follow others, and a circle ends")
    func userAliases() {
        let own = catalog.adding(aliases: [
            "Fast": "openrouter/claude", "gpt": "openai/gpt-5.4-nano", "loop": "pool", "pool": "loop",
            "work": "openrouter/anthropic/claude-sonnet-5",
        ])
        func first(_ name: String, preferring: [String] = []) -> String? {
            guard case .found(let rows) = own.resolve(name, preferring: preferring) else { return nil }
            return rows.first?.name.description
        }
        #expect(first("fast") == "openrouter/anthropic/claude-sonnet-5")
        #expect(first("gpt") == "openai/gpt-5.4-nano")
        #expect(first("work", preferring: ["anthropic"]) == "openrouter/anthropic/claude-sonnet-5")
        #expect(own.resolve("loop") == .unknown([]))
    }

    @Test("each provider is named once")
    func oncePerProvider() {
        for row in catalog.models {
            guard case .found(let rows) = catalog.resolve(row.name.description) else {
                Issue.record("\(row.name) is not found")
                continue
            }
            #expect(rows.first?.name == row.name)
            #expect(Set(rows.map(\.name.provider)).count == rows.count)
            #expect(rows.allSatisfy { $0.family == row.family })
        }
    }
}
