internal import AI1Core

/// Answers prompts without any model: the same prompt, model and seed always give the same answer.
package enum SandboxBrain {
    /// The answer to a prompt. Its first words say that it is simulated, unless a schema leaves no room for them:
    /// then the strings in it do.
    /// - Parameters:
    ///   - prompt: the request, its directive line already taken off
    ///   - plan: for the size and the finish reason that it may ask for
    package static func answer(to prompt: SandboxPrompt, plan: FaultPlan = FaultPlan()) -> SandboxAnswer {
        if plan.blocked { return blocked(prompt) }
        if let wish = prompt.wish { return media(prompt, wish, plan) }
        let results = prompt.toolResults
        if !plan.calls.isEmpty, results.isEmpty { return calling(plan.calls, prompt) }
        var text: String
        if let given = plan.text {
            text = given
        } else if !results.isEmpty {
            text = opening(prompt.model) + "\n\nThe tools returned:\n\n" + results.joined(separator: "\n")
        } else if plan.size != .natural || plan.hugeEventBytes != nil {
            // ASCII alone, so that pieces of any size break no character.
            text = String(decoding: (opening(prompt.model) + " ").utf8.filter { $0 < 0x80 }, as: UTF8.self)
        } else if let schema = prompt.schema {
            text = SchemaSampler.sample(schema).text
        } else {
            text = compose(prompt)
        }
        var finish = plan.finish ?? .stop
        if plan.size == .natural, prompt.schema == nil, plan.text == nil { text = beforeStop(prompt.stop, in: text) }
        var (byteCount, pieceBytes) = extent(of: &text, plan.size)
        if let limit = prompt.maxOutputTokens, byteCount > limit * TokenEstimate.bytesPerToken {
            byteCount = limit * TokenEstimate.bytesPerToken
            text = prefix(text, bytes: byteCount)
            if text.utf8.count < byteCount, plan.size == .natural { byteCount = text.utf8.count }
            finish = plan.finish ?? .length
        }
        if let huge = plan.hugeEventBytes {
            byteCount += huge
            pieceBytes = pieceBytes ?? 4_096
        }
        let reasoning = prompt.reasoning ? "Simulated reasoning: the prompt is counted, not understood." : ""
        return SandboxAnswer(
            reasoning: reasoning, text: text, byteCount: byteCount, pieceBytes: pieceBytes,
            firstPieceBytes: plan.hugeEventBytes, finish: finish,
            usage: TokenUsage(
                uncachedInput: prompt.inputTokens, visibleOutput: TokenEstimate.tokens(bytes: byteCount),
                reasoning: TokenEstimate.tokens(bytes: reasoning.utf8.count)))
    }

    /// A few words, and the calls.
    private static func calling(_ calls: [ToolCall], _ prompt: SandboxPrompt) -> SandboxAnswer {
        let text = "A simulated model calls tools."
        let octets = calls.reduce(text.utf8.count) { $0 + $1.name.utf8.count + $1.arguments.utf8.count }
        return SandboxAnswer(
            reasoning: "", text: text, byteCount: text.utf8.count, pieceBytes: nil, firstPieceBytes: nil,
            finish: .toolCalls,
            usage: TokenUsage(uncachedInput: prompt.inputTokens, visibleOutput: TokenEstimate.tokens(bytes: octets)),
            toolCalls: calls)
    }

    private static func blocked(_ prompt: SandboxPrompt) -> SandboxAnswer {
        SandboxAnswer(
            reasoning: "", text: "", byteCount: 0, pieceBytes: nil, firstPieceBytes: nil, finish: .contentFilter,
            usage: TokenUsage(uncachedInput: prompt.inputTokens))
    }

    /// The first words of every free answer.
    static func opening(_ model: String) -> String {
        let name = SandboxModel(rawValue: model).map { "\(SandboxModel.provider)/\($0.rawValue)" } ?? model
        return "This is a simulated answer from ai1's sandbox (model \(TerminalCleaner.cleanLine(name, limit: 80)))."
    }

    private static func compose(_ prompt: SandboxPrompt) -> String {
        let question = prompt.question
        let facts = TextFacts(question)
        var text = opening(prompt.model) + " No provider was asked.\n\n"
        text += "Your prompt has \(facts.summary)"
        text += facts.firstWords.isEmpty ? "." : " and begins: “\(facts.firstWords)”."
        if let system = prompt.system { text += " The system prompt has \(TextFacts(system).summary)." }
        for image in prompt.images {
            text += " An image came along: \(image.mediaType), \(grouped(Int64(image.byteCount))) bytes."
        }
        if prompt.turns.count > 1 { text += " The conversation has \(prompt.turns.count) turns." }
        if prompt.model != SandboxModel.fast.rawValue, facts.words > 1 {
            text += " It uses \(TextFacts.count(facts.distinctWords, "different word"))."
        }
        if prompt.model == SandboxModel.strong.rawValue, let common = facts.commonest, common.times > 1 {
            text += " The commonest of them is “\(common.word)” (\(TextFacts.count(common.times, "time")))."
        }
        if wantsCode(question) {
            text += "\n\nA code block, since the prompt speaks of code:\n\n"
            text += "```sh\nprintf '%s\\n' 'simulated by the ai1 sandbox'\n```"
        }
        return text + "\n\n" + advice(prompt)
    }

    private static func advice(_ prompt: SandboxPrompt) -> String {
        let variants = [
            "For a real answer add a provider: export its key (OPENAI_API_KEY, ANTHROPIC_API_KEY, …), or run: "
                + "ai1 route add NAME",
            "Real answers need a provider: run ai1 route add NAME, or export a key such as ANTHROPIC_API_KEY.",
            "To ask a real model, run ai1 route providers to see what is there, then ai1 route add NAME.",
        ]
        var digest = SandboxDigest()
        digest.add(prompt.model)
        digest.add(prompt.question)
        digest.add(String(prompt.seed ?? 0))
        return variants[Int(digest.value % UInt64(variants.count))]
    }

    private static func wantsCode(_ question: String) -> Bool {
        if question.contains("```") { return true }
        return question.lowercased().split { !$0.isLetter }.contains("code")
    }

    /// The text before the first stop sequence in it.
    private static func beforeStop(_ stops: [String], in text: String) -> String {
        let octets = Array(text.utf8)
        var end = octets.count
        for stop in stops.map({ Array($0.utf8) }) where !stop.isEmpty && stop.count <= octets.count {
            let first = (0...(octets.count - stop.count)).first { octets[$0..<($0 + stop.count)].elementsEqual(stop) }
            end = min(end, first ?? end)
        }
        return String(decoding: octets[..<end], as: UTF8.self)
    }

    /// The octets of the whole answer and of its pieces; a text that is longer than asked for is shortened.
    private static func extent(of text: inout String, _ size: FaultPlan.Size) -> (bytes: Int, piece: Int?) {
        switch size {
        case .natural: return (text.utf8.count, nil)
        case .bytes(let bytes):
            text = prefix(text, bytes: bytes)
            return (bytes, 4_096)
        case .events(let count, let each):
            text = prefix(text, bytes: count * each)
            return (count * each, each)
        case .words(let wanted):
            let words = text.split { $0 == " " || $0 == "\n" }
            text = words.prefix(wanted).joined(separator: " ")
            guard wanted > words.count else { return (text.utf8.count, 4_096) }
            text += " "
            return (text.utf8.count + (wanted - words.count) * SandboxPieces.fillerWordBytes - 1, 4_096)
        }
    }

    /// The longest beginning of so many octets that does not break a character.
    static func prefix(_ text: String, bytes: Int) -> String {
        guard text.utf8.count > bytes else { return text }
        var kept = ""
        var used = 0
        for character in text {
            used += character.utf8.count
            guard used <= bytes else { break }
            kept.append(character)
        }
        return kept
    }
}
