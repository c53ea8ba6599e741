internal import AI1Core
internal import AI1TestSupport
internal import Testing

/// A predictor that was trained on outcomes of the user's own moves the route.
@Suite struct PredictorTests {
    /// Outcomes in which one model is good at recipes and bad at engines, and the other the reverse.
    private static func outcomes() -> String {
        var text = "id,prompt,task,model,score,cost_usd\n"
        let parts = ["carburettor piston valve", "soup onion garlic"]
        for number in 0..<240 {
            let isRecipe = number % 2 == 1
            let filler = ["short", "rather longer than the others, with many words about nothing"][number / 2 % 2]
            let prompt = "\(parts[isRecipe ? 1 : 0]) number \(number) \(filler)"
            text += "\(number),\"\(prompt)\",chat,gpt-4.1-mini,\(isRecipe ? 1 : 0),0.001\n"
            text += "\(number),\"\(prompt)\",chat,gpt-4o-mini,\(isRecipe ? 0 : 1),0.001\n"
        }
        return text
    }

    @Test("What it says of a prompt is what the router expects, until its file is damaged")
    func used() async throws {
        try await asUser { user in
            let keyed = user.with(["OPENAI_API_KEY": "x"])
            try user.home.write("outcomes.csv", Self.outcomes())
            let trained = try await keyed.ai1("route", "train", "outcomes.csv")
            #expect(trained.status == 0, "\(trained.told)")
            func quality(_ prompt: String, _ model: String) async throws -> Double {
                let shown = try await keyed.ai1("route", "explain", "--json", prompt).json()
                let row = shown["ranked"]?.array?.first { $0["target"]?.string == "openai/\(model)" }
                return try #require(row?["quality"]?.number?.double)
            }
            let (recipe, engine) = ("soup onion garlic for four", "carburettor piston valve of a car")
            #expect(try await quality(recipe, "gpt-4.1-mini") > quality(recipe, "gpt-4o-mini") + 0.2)
            #expect(try await quality(engine, "gpt-4o-mini") > quality(engine, "gpt-4.1-mini") + 0.2)
            try user.home.write(".local/share/ai1/predictor", "not a predictor")
            let damaged = try await keyed.ai1("route", "explain", "--json", recipe)
            #expect(damaged.status == 0 && damaged.errorText.contains("predictor is not used"), "\(damaged.told)")
        }
    }
}
