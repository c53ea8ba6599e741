internal import AI1Core

/// A request in the sandbox's own wire form, read.
struct SandboxCall {
    var prompt: SandboxPrompt
    var plan: FaultPlan
    let stream: Bool
    let id: String

    /// - Throws: `SandboxFailure`
    init(_ body: [UInt8]) throws {
        guard let json = try? JSONParser.parse(body), json.object != nil else {
            throw SandboxFailure(status: 400, message: "The request is not a JSON object.")
        }
        guard let model = json["model"]?.string, let messages = json["messages"]?.array, !messages.isEmpty else {
            throw SandboxFailure(status: 400, message: "The request has no model or no messages.")
        }
        prompt = SandboxPrompt(
            model: model, system: json["system"]?.string,
            turns: messages.map { .init(role: $0["role"]?.string ?? "user", text: $0["text"]?.string ?? "") },
            images: messages.flatMap { ($0["images"]?.array ?? []).map(Self.image) }, schema: json["schema"],
            seed: json["seed"]?.number?.int64,
            maxOutputTokens: json["max_output_tokens"]?.number?.int64.map { max(1, Int(clamping: min($0, 1 << 40))) },
            stop: json["stop"]?.array?.compactMap(\.string) ?? [],
            reasoning: (json["reasoning"]?.string ?? "none") != "none")
        prompt.wish = SandboxWish(json["output"])
        do {
            plan = try prompt.takeDirectives().map(FaultPlan.parse) ?? FaultPlan()
        } catch let error as SandboxError {
            throw SandboxFailure(
                status: 400, message: error.message + (error.hint.map { ": " + $0 } ?? ""))
        }
        stream = json["stream"]?.bool ?? true
        var digest = SandboxDigest()
        digest.add(prompt.model)
        digest.add(prompt.question)
        id = "sandbox-" + hexadecimal(digest.value, width: 16)
    }

    private static func image(_ value: JSONValue) -> SandboxPrompt.Image {
        SandboxPrompt.Image(
            mediaType: value["media_type"]?.string ?? "image",
            byteCount: Int(clamping: value["bytes"]?.number?.int64 ?? 0))
    }
}
