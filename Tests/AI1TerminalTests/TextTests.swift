import AI1Core
import AI1Terminal
import Testing

@Suite struct TextTests {
    @Test(
        "columns of texts",
        arguments: [
            ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本語", 6), ("한국", 4), ("각", 2),
            ("\u{1100}\u{1161}\u{11A8}", 2),
            ("ｆｕｌｌ", 8), ("ﾊﾝｶｸ", 4), ("👍", 2), ("👍🏽", 4), ("☝🏽", 3), ("🧑🏽‍🚀", 4), ("\u{600}", 1), ("👩‍👩‍👧‍👦", 2), ("🇩🇪", 2),
            ("🇩🇪🇫🇷", 4), ("1️⃣", 2), ("❤️", 2),
            ("❤", 1), ("⌚", 2), ("©", 1), ("·→…¢", 4), ("\u{200B}\u{FEFF}", 0), ("a\u{200D}b", 2), ("\u{1B}[1m", 3),
            ("\t\n\u{7F}", 0),
            ("नमस्ते", 4), ("ไทย", 3), ("𠀀", 2), ("｡", 1), ("、", 2), ("\u{303F}", 1), ("▁█", 2), ("🏴‍☠️", 2),
        ])
    func columns(text: String, expected: Int) { #expect(DisplayWidth.columns(text) == expected) }

    @Test(
        "cut texts fit and say that they are cut",
        arguments: [
            ("hello", 5, "hello"), ("hello", 4, "hel…"), ("hello", 1, "…"), ("hello", 0, ""), ("日本語", 6, "日本語"),
            ("日本語", 5, "日本…"),
            ("日本語", 4, "日…"), ("日本語", 2, "…"), ("👩‍👩‍👧‍👦👍x", 4, "👩‍👩‍👧‍👦…"), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
        ])
    func truncates(text: String, limit: Int, expected: String) {
        let cut = DisplayWidth.truncate(text, to: limit)
        #expect(cut == expected)
        #expect(DisplayWidth.columns(cut) <= limit)
    }

    @Test(
        "durations",
        arguments: [
            (0, "0 ms"), (-5, "0 ms"), (380, "380 ms"), (999, "999 ms"), (1_000, "1.0 s"), (2_149, "2.1 s"),
            (2_150, "2.2 s"),
            (59_949, "59.9 s"), (59_950, "1 m 00 s"), (65_000, "1 m 05 s"), (3_599_499, "59 m 59 s"),
            (3_599_500, "1 h 00 m"),
            (7_380_000, "2 h 03 m"), (.max, "2562047788015 h 12 m"),
        ] as [(Int64, String)])
    func durations(milliseconds: Int64, expected: String) {
        #expect(DurationText.render(milliseconds: milliseconds) == expected)
    }

    @Test("the cost line tells model, tokens, cost, time and what is left")
    func costLine() {
        let usage = TokenUsage(uncachedInput: 12, cacheRead: 400, visibleOutput: 90, reasoning: 6)
        #expect(
            CostLine.render(
                model: "gpt-5.4-mini", usage: usage, cost: NanoUSD(2_100_000), milliseconds: 1_300,
                balance: NanoUSD(4_987_900_000))
                == "gpt-5.4-mini · 412→96 tok · 0.21 ¢ · 1.3 s · 498.79 ¢ left")
        #expect(
            CostLine.render(model: "a\u{1B}]0;x\u{7}b\nc", usage: usage, cost: nil, milliseconds: 80)
                == "ab c · 412→96 tok · price unknown · 80 ms")
        let guess = TokenUsage(uncachedInput: 1_204, visibleOutput: 58, source: .estimated)
        #expect(
            CostLine.render(model: "m", usage: guess, cost: NanoUSD(3_000_000), milliseconds: 2_100)
                == "m · ~1,204→58 tok · ~0.30 ¢ · 2.1 s")
        #expect(
            CostLine.render(model: "m", usage: usage, cost: .zero, isCostEstimated: true, milliseconds: 1)
                == "m · 412→96 tok · ~0.00 ¢ · 1 ms")
    }

    @Test("marks are written only with colour, and end where they began")
    func style() {
        let style = Style(hasColor: true)
        #expect(style.dim("x") == "\u{1B}[2mx\u{1B}[0m")
        #expect(style.bold("x") == "\u{1B}[1mx\u{1B}[0m")
        #expect(style.red("x") == "\u{1B}[31mx\u{1B}[0m")
        #expect(style.yellow("x") == "\u{1B}[33mx\u{1B}[0m")
        #expect(style.green("x") == "\u{1B}[32mx\u{1B}[0m")
        #expect(style.apply(.none, "x") == "x")
        #expect(style.dim("") == "")
        for mark in Style.Mark.allCases { #expect(Style.plain.apply(mark, "x") == "x") }
    }
}
