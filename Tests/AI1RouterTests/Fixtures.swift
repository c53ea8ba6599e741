import AI1Core

/// A small seeded generator (SplitMix64).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

/// A candidate of which a test says only what it is about. Prices are US dollars per million tokens.
func candidate(
    _ name: String, provider: String = "p", input: Int64 = 1, output: Int64 = 1, known: Bool = true,
    context: Int = 100_000, maxOutput: Int = 10_000, capabilities: Capabilities = Capabilities(),
    status: ModelStatus = .current, quality: Double = 0.8, access: Candidate.Access = .ready,
    health: TargetHealth.State = .healthy, first: Double = 500, rate: Double = 100, isLocal: Bool = false
) -> Candidate {
    let prices = TokenPrices(
        input: TokenPrice(picoUSD: input * 1_000_000), output: TokenPrice(picoUSD: output * 1_000_000))
    let row = ModelRow(
        name: TargetName(provider: provider, model: name), title: name, family: name, dialect: .openAIChat,
        contextTokens: context, maxOutputTokens: maxOutput, prices: PriceTable(base: prices, known: known),
        capabilities: capabilities, status: status, quality: QualityPrior(overall: quality))
    return Candidate(
        row: row, access: access, health: health,
        speed: Candidate.Speed(firstTokenMilliseconds: first, tokensPerSecond: rate), isLocal: isLocal)
}

/// Features of a chat request of middling difficulty.
func features(
    _ task: TaskKind = .chat, difficulty: Double = 0.5, input: Int64 = 1_000, output: Int64 = 500, limit: Int64? = nil
) -> RequestFeatures {
    RequestFeatures(task: task, difficulty: difficulty, inputTokens: input, outputTokens: output, outputLimit: limit)
}

/// Candidates of every sort.
func randomCandidates(_ count: Int, _ random: inout SplitMix) -> [Candidate] {
    (0..<count).map { index in
        let access: Candidate.Access =
            switch Int.random(in: 0..<8, using: &random) {
            case 0: .noKey(remedy: "export KEY")
            case 1: .disabled(.switchedOff)
            default: .ready
            }
        let health: TargetHealth.State =
            switch Int.random(in: 0..<10, using: &random) {
            case 0: .missing
            case 1: .cooling(untilMilliseconds: 1_000, reason: "429")
            case 2: .halfOpen
            default: .healthy
            }
        return candidate(
            "m\(index)", provider: "p\(index % 5)", input: .random(in: 0...20, using: &random),
            output: .random(in: 0...80, using: &random), known: .random(using: &random) || .random(using: &random),
            context: [0, 1_200, 8_000, 200_000].randomElement(using: &random) ?? 0,
            maxOutput: [0, 400, 4_000, 64_000].randomElement(using: &random) ?? 0,
            capabilities: Capabilities(
                imageInput: .random(using: &random), tools: .random(using: &random), schema: .random(using: &random)),
            status: Int.random(in: 0..<6, using: &random) == 0 ? .deprecated : .current,
            quality: (Double.random(in: 0...1, using: &random) * 10).rounded() / 10, access: access, health: health,
            first: .random(in: 0...3_000, using: &random), rate: .random(in: 1...500, using: &random),
            isLocal: .random(using: &random))
    }
}

/// Requests of every sort.
func randomFeatures(_ random: inout SplitMix) -> RequestFeatures {
    var result = features(
        TaskKind.allCases.randomElement(using: &random) ?? .chat, difficulty: .random(in: 0...1, using: &random),
        input: .random(in: 0...50_000, using: &random), output: .random(in: 0...3_000, using: &random),
        limit: Bool.random(using: &random) ? .random(in: 1...8_000, using: &random) : nil)
    result.needs.imageInput = Int.random(in: 0..<4, using: &random) == 0
    result.needs.tools = Int.random(in: 0..<4, using: &random) == 0
    result.needs.schema = Int.random(in: 0..<4, using: &random) == 0
    return result
}

/// Wishes of every sort.
func randomPreferences(_ random: inout SplitMix) -> RoutePreferences {
    var result = RoutePreferences(objective: Objective.allCases.randomElement(using: &random) ?? .balanced)
    if Int.random(in: 0..<3, using: &random) == 0 { result.providers = ["p0", "p2", "p3"] }
    if Int.random(in: 0..<3, using: &random) == 0 { result.excluded = [TargetName(provider: "p0", model: "m0")] }
    result.isLocalOnly = Int.random(in: 0..<8, using: &random) == 0
    if Int.random(in: 0..<3, using: &random) == 0 { result.avoided = [TargetName(provider: "p1", model: "m1"): "c:3"] }
    if Int.random(in: 0..<3, using: &random) == 0 {
        result.maxCost = NanoUSD(.random(in: 0...200_000_000, using: &random))
    }
    if Int.random(in: 0..<3, using: &random) == 0 {
        result.maxLatencyMilliseconds = .random(in: 100...20_000, using: &random)
    }
    return result
}
