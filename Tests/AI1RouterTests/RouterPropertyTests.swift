import AI1Core
import AI1Router
import Testing

@Suite("Whatever the candidates")
struct RouterPropertyTests {
    /// Runs a check over many random decisions.
    private func forEachDecision(_ check: ([Candidate], RoutePreferences, Decision) -> Void) {
        var random = SplitMix(state: 42)
        for round in 0..<400 {
            let candidates = randomCandidates(round % 40, &random)
            let preferences = randomPreferences(&random)
            let decision = Router.decide(
                features: randomFeatures(&random), candidates: candidates, preferences: preferences)
            check(candidates, preferences, decision)
        }
    }

    @Test("each is ranked or rejected, once")
    func partition() {
        forEachDecision { candidates, _, decision in
            let names = decision.ranked.map(\.row.name) + decision.rejected.map(\.name)
            #expect(names.count == candidates.count)
            #expect(Set(names) == Set(candidates.map(\.row.name)))
        }
    }

    @Test("their order does not change the ranking")
    func orderDoesNotMatter() {
        var random = SplitMix(state: 5)
        for round in 0..<300 {
            let candidates = randomCandidates(round % 40, &random)
            let preferences = randomPreferences(&random)
            let features = randomFeatures(&random)
            let one = Router.decide(features: features, candidates: candidates, preferences: preferences)
            let other = Router.decide(
                features: features, candidates: candidates.shuffled(using: &random), preferences: preferences)
            #expect(one.ranked.map(\.row.name) == other.ranked.map(\.row.name))
            #expect(one.ranked.map(\.score) == other.ranked.map(\.score))
            #expect(Set(one.rejected) == Set(other.rejected))
            #expect(one.summary == other.summary || one.ranked.isEmpty)
        }
    }

    @Test("the first is the cheapest, fastest or best one when that is asked for")
    func objectives() {
        forEachDecision { _, preferences, decision in
            guard let first = decision.ranked.first?.prediction else { return }
            for other in decision.ranked.map(\.prediction) {
                switch preferences.objective {
                case .cheapest: #expect((first.cost?.amount ?? .max) <= (other.cost?.amount ?? .max))
                case .fastest: #expect(first.totalMilliseconds <= other.totalMilliseconds)
                case .best: #expect(first.quality >= other.quality)
                case .balanced: break
                }
            }
        }
    }

    @Test("scores lie between 0 and 1 and fall along the ranking")
    func scores() {
        forEachDecision { _, _, decision in
            #expect(
                decision.ranked.allSatisfy { (0...1).contains($0.score) && (0...1).contains($0.prediction.quality) })
            for (better, worse) in zip(decision.ranked, decision.ranked.dropFirst()) {
                #expect(better.score >= worse.score)
            }
        }
    }

    @Test("none that breaks a constraint is ranked, and each reason is true")
    func constraints() {
        forEachDecision { candidates, preferences, decision in
            let byName = Dictionary(uniqueKeysWithValues: candidates.map { ($0.row.name, $0) })
            let needs = decision.features.needs
            for ranked in decision.ranked {
                guard let candidate = byName[ranked.row.name] else { continue }
                #expect(candidate.access == .ready && candidate.row.status != .deprecated)
                #expect(candidate.health == .healthy || candidate.health == .halfOpen)
                #expect(preferences.providers.isEmpty || preferences.providers.contains(ranked.row.name.provider))
                #expect(!preferences.excluded.contains(ranked.row.name))
                #expect(!needs.imageInput || ranked.row.capabilities.imageInput)
                #expect(!needs.tools || ranked.row.capabilities.tools)
                #expect(!needs.schema || ranked.row.capabilities.schema)
                if let limit = preferences.maxCost { #expect((ranked.prediction.worstCost ?? limit) <= limit) }
                if preferences.maxCost != nil { #expect(ranked.row.prices.known) }
                if let limit = preferences.maxLatencyMilliseconds {
                    #expect(ranked.prediction.totalMilliseconds <= limit)
                }
            }
            for rejection in decision.rejected {
                if let candidate = byName[rejection.name] {
                    #expect(isTrue(rejection.reason, candidate, preferences, needs), "\(rejection)")
                }
            }
        }
    }

    private func isTrue(
        _ reason: Rejection.Reason, _ candidate: Candidate, _ preferences: RoutePreferences,
        _ needs: RequestFeatures.Needs
    ) -> Bool {
        switch reason {
        case .noKey: if case .noKey = candidate.access { true } else { false }
        case .disabled: if case .disabled = candidate.access { true } else { false }
        case .cooling: if case .cooling = candidate.health { true } else { false }
        case .missing: candidate.health == .missing
        case .provider: !preferences.providers.contains(candidate.row.name.provider)
        case .excluded: preferences.excluded.contains(candidate.row.name)
        case .notLocal: preferences.isLocalOnly && !candidate.isLocal
        case .rule(let place): preferences.avoided[candidate.row.name] == place
        case .noImageInput: needs.imageInput && !candidate.row.capabilities.imageInput
        case .output(let kind): !candidate.row.capabilities.outputs.contains(OutputKinds(kind))
        case .noTools: needs.tools && !candidate.row.capabilities.tools
        case .noSchema: needs.schema && !candidate.row.capabilities.schema
        case .window(let needed, let has): has == candidate.row.contextTokens && needed > Int64(has)
        case .cost(let worst, let limit): limit == preferences.maxCost && worst > limit
        case .unknownPrice: !candidate.row.prices.known && preferences.maxCost != nil
        case .latency(let milliseconds): milliseconds > preferences.maxLatencyMilliseconds ?? .infinity
        case .deprecated: candidate.row.status == .deprecated
        }
    }

    @Test("a cost is exactly what the price table says")
    func costs() {
        forEachDecision { _, _, decision in
            for ranked in decision.ranked where ranked.row.prices.known {
                let features = decision.features
                let maximum = Int64(ranked.row.maxOutputTokens)
                let output = maximum > 0 ? min(features.outputTokens, maximum) : features.outputTokens
                let room = ranked.row.contextTokens > 0 ? Int64(ranked.row.contextTokens) - features.inputTokens : .max
                let expected = min(output, features.outputLimit ?? .max, max(1, room))
                let usage = TokenUsage(uncachedInput: features.inputTokens, visibleOutput: expected)
                #expect(ranked.prediction.cost == ranked.row.prices.cost(of: usage))
                #expect((ranked.prediction.worstCost ?? .zero) >= (ranked.prediction.cost ?? .zero))
            }
        }
    }
}
