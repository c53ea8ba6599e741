internal import AI1Core
internal import AI1TestSupport
internal import Testing

/// `ai1 route eval` and `ai1 route train` as a user runs them.
@Suite struct RouteEvalTests {
    /// Long prompts are for the large model, or any by chance; every second prompt is marked test.
    private static func csv(prompts: Int, split: Bool = true, isNoise: Bool = false) -> String {
        var text = "id,prompt,task,model,score,cost_usd" + (split ? ",split" : "") + "\r\n"
        for id in 0..<prompts {
            let isLong = id % 4 < 2
            let prompt = "\"number \(id), \(String(repeating: isLong ? "long " : "short ", count: isLong ? 30 : 3))\""
            let small = isNoise ? (id &* 2_654_435_761) >> 9 & 1 : isLong ? 0 : 1
            for (model, score, cost) in [("small", small, "0.001"), ("large", 1, "0.01")] {
                text +=
                    "\(id),\(prompt),chat,\(model),\(score),\(cost)" + (split ? id % 2 == 0 ? ",train" : ",test" : "")
                text += "\r\n"
            }
        }
        return text
    }

    @Test("An evaluation is a table with its baselines, and a sentence for each router")
    func table() async throws {
        try await asUser { user in
            try user.home.write("o.csv", Self.csv(prompts: 20, split: false))
            let result = try await user.ai1("route", "eval", "o.csv", "--resamples", "50")
            #expect(result.status == 0 && result.errors.isEmpty, "\(result.told)")
            // Half the prompts are long and need the large model: length alone finds them all.
            #expect(
                result.outputText.hasPrefix(
                    """
                    20 prompts, 2 models; 95 % intervals from 50 resamples, seed 1. The cheapest is small, the dearest \
                    large, the best large.

                    strategy        quality
                    """), "\(result.outputText)")
            for words in [
                "random            0.750", "length            1.000", "cheapest-fixed    0.500",
                "oracle            1.000",
                "Calls to large in place of small:",
                "length is no better than the best fixed model, large.",
            ] {
                #expect(result.outputText.contains(words), "'\(words)' is missing: \(result.outputText)")
            }
            #expect(user.files == ["o.csv"])
        }
    }

    @Test("The JSON of an evaluation has every figure, and is the same every time and from standard input")
    func json() async throws {
        try await asUser { user in
            let path = try user.home.write("o.csv", Self.csv(prompts: 120))
            let words = ["route", "eval", "--resamples", "50", "--json"]
            let result = try await user.ai1(words + [path])
            let json = try result.json()
            #expect(json["v"]?.number?.int64 == 1 && json["prompts"]?.number?.int64 == 60, "\(result.told)")
            #expect(json["trained_on"]?.number?.int64 == 60 && json["weak"]?.string == "small")
            let strategies = try #require(json["strategies"]?.array)
            #expect(
                strategies.compactMap { $0["strategy"]?.string } == [
                    "random", "length", "length-fitted", "cheapest-fixed", "best-fixed", "predictor", "oracle",
                ])
            let oracle = try #require(strategies.last)
            #expect(oracle["quality"]?.number?.double == 1 && oracle["cost_pico_usd"]?.number?.int64 == 5_500_000_000)
            #expect(oracle["points"]?.array?.count == 2 && oracle["pair"]?["apgr"]?.number?.double == 0.75)
            #expect(oracle["pair"]?["pgr"]?.array?.count == 21)
            let again = try await user.shell("cat o.csv | \"$AI1\" \(words.joined(separator: " ")) -")
            #expect(again.output == result.output, "\(again.told)")
        }
    }

    @Test("Training installs a predictor for this user alone, and --output writes it elsewhere")
    func train() async throws {
        try await asUser { user in
            try user.home.write("o.csv", Self.csv(prompts: 80, isNoise: true))
            let result = try await user.ai1("route", "train", "o.csv")
            #expect(result.status == 0, "\(result.told)")
            #expect(result.outputText.hasPrefix("Mean squared errors of the score on 40 held-out prompts"))
            // Nothing tells anything here.
            #expect(result.outputText.contains("The predictor is not better than prompt length alone"))
            #expect(result.errorText.hasPrefix("installed: \(user.home.path)/.local/share/ai1/predictor ("))
            #expect(user.home.mode(".local/share/ai1/predictor") == 0o600)
            let bytes = try #require(user.home.read(".local/share/ai1/predictor"))
            #expect(bytes.starts(with: Array("AI1PRED\n".utf8)))
            let other = try await user.ai1("route", "train", "o.csv", "--output", "p", "--json")
            let json = try other.json()
            #expect(json["beats_length"]?.bool == false && json["held_out"]?.number?.int64 == 40, "\(other.told)")
            #expect(json["bytes"]?.number?.int64 == Int64(bytes.count) && other.errors.isEmpty)
            #expect(user.home.read("p") == bytes)
        }
    }

    @Test(
        "Words that make no sense are a usage error",
        arguments: [
            [], ["o.csv", "--resamples", "-1"], ["o.csv", "--resamples", "200000"], ["o.csv", "--weak", "small"],
            ["o.csv", "--seed", "x"], ["-", "--train", "-"], ["o.csv", "--strategy", "best"],
            ["o.csv", "--strategy", "predictor"], ["o.csv", "--weak", "small", "--strong", "huge"],
        ])
    func usage(_ words: [String]) async throws {
        try await asUser { user in
            try user.home.write("o.csv", Self.csv(prompts: 4, split: false))
            expectFailure(try await user.ai1(["route", "eval"] + words), 64)
        }
    }

    @Test("Files that are missing or wrong are named, with the line", arguments: ["eval", "train"])
    func files(_ verb: String) async throws {
        try await asUser { user in
            expectFailure(try await user.ai1("route", verb, "none.csv"), 66, naming: ["none.csv"])
            expectFailure(try await user.ai1("route", verb, "/"), 66, naming: ["/"])
            try user.home.write("a.csv", "id,prompt,task,model,score,cost_usd\n1,a,t,m,2,0\n")
            expectFailure(try await user.ai1("route", verb, "a.csv"), 65, naming: ["a.csv: line 2: the score is '2'"])
            try user.home.write("b.csv", "id,prompt\n")
            expectFailure(try await user.ai1("route", verb, "b.csv"), 65, naming: ["b.csv", "task, model, score"])
            try user.home.write("c.csv", "")
            expectFailure(try await user.ai1("route", verb, "c.csv"), 65, naming: ["c.csv: the file is empty"])
            #expect(!user.files.contains { $0.hasSuffix("predictor") })
        }
    }

    @Test("Too little to train on installs nothing")
    func tooLittle() async throws {
        try await asUser { user in
            try user.home.write("o.csv", Self.csv(prompts: 20))
            expectFailure(try await user.ai1("route", "train", "o.csv"), 65, naming: ["10 prompts are too few"])
            #expect(user.files == ["o.csv"])
        }
    }

    @Test("A narrow terminal gets the same figures without intervals, and no line is too long")
    func narrow() async throws {
        try await asUser { user in
            try user.home.write("o.csv", Self.csv(prompts: 20, split: false))
            let result = try await user.ai1("route", "eval", "o.csv") {
                $0.useTerminal()
                $0.terminalSize = (60, 24)
            }
            let lines = result.terminalText.split(whereSeparator: \.isNewline)
            #expect(result.status == 0 && lines.count > 12, "\(result.told)")
            for line in lines { #expect(line.count <= 60, "\(line)") }
        }
    }

    @Test("A reader that goes away ends it quietly")
    func closedPipe() async throws {
        try await asUser { user in
            try user.home.write("o.csv", Self.csv(prompts: 20, split: false))
            let gone = try await user.shell(
                """
                { while [ ! -e gone ]; do :; done; "$AI1" route eval --json o.csv; echo "$?" >&2; } \
                | { exec <&-; : > gone; }
                """)
            #expect(gone.errorText == "141\n", "\(gone.told)")
        }
    }
}
