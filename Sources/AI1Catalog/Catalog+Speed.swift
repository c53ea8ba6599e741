package import AI1Core

extension Catalog {
    /// How fast a model answers as a rule, before anything has been measured: a guess.
    ///
    /// A model's size shows in its output price: up to $0.50 a million tokens 150 tokens/s after 350 ms, up to $2 120/s
    /// after 450 ms, up to $6 90/s after 600 ms, up to $20 65/s after 900 ms, up to $60 45/s after 1.4 s, above 20/s
    /// after 12 s (models that think for long); unknown 60/s after 800 ms. Special hardware is faster (Cerebras
    /// 1,500/s, Groq 400/s, both after 250 ms), names that promise speed count double, aggregators add 150 ms, and a
    /// local server is taken at 30/s after 600 ms.
    /// A picture takes 15 s, a recording 2 s, a transcript 3 s, a vector 300 ms.
    package static func typicalSpeed(of row: ModelRow) -> Candidate.Speed {
        if let milliseconds = milliseconds(of: row.capabilities.outputs) {
            return Candidate.Speed(firstTokenMilliseconds: milliseconds, tokensPerSecond: 1_000)
        }
        switch row.name.provider {
        case "cerebras": return Candidate.Speed(firstTokenMilliseconds: 250, tokensPerSecond: 1_500)
        case "groq": return Candidate.Speed(firstTokenMilliseconds: 250, tokensPerSecond: 400)
        case "ollama", "lmstudio", "llamacpp", "vllm":
            return Candidate.Speed(firstTokenMilliseconds: 600, tokensPerSecond: 30)
        default: break
        }
        var speed = speed(ofOutputPrice: row.prices)
        switch row.name.provider {
        case "openrouter", "vercel", "huggingface": speed.firstTokenMilliseconds += 150
        default: break
        }
        let model = row.name.model
        if model.hasSuffix("highspeed") || model.hasSuffix("-fast") || model.hasSuffix("-turbo") {
            speed.tokensPerSecond *= 2
        }
        return speed
    }

    /// How long something else than text takes; nil for models of text.
    private static func milliseconds(of outputs: OutputKinds) -> Double? {
        switch outputs {
        case .image: 15_000
        case .speech: 2_000
        case .transcript: 3_000
        case .embedding: 300
        default: nil
        }
    }

    private static func speed(ofOutputPrice prices: PriceTable) -> Candidate.Speed {
        guard prices.known else { return Candidate.Speed(firstTokenMilliseconds: 800, tokensPerSecond: 60) }
        return switch prices.base.output.picoUSD {
        case ...500_000: Candidate.Speed(firstTokenMilliseconds: 350, tokensPerSecond: 150)
        case ...2_000_000: Candidate.Speed(firstTokenMilliseconds: 450, tokensPerSecond: 120)
        case ...6_000_000: Candidate.Speed(firstTokenMilliseconds: 600, tokensPerSecond: 90)
        case ...20_000_000: Candidate.Speed(firstTokenMilliseconds: 900, tokensPerSecond: 65)
        case ...60_000_000: Candidate.Speed(firstTokenMilliseconds: 1_400, tokensPerSecond: 45)
        default: Candidate.Speed(firstTokenMilliseconds: 12_000, tokensPerSecond: 20)
        }
    }
}
