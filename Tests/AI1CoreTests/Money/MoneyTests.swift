import AI1Core
import AI1TestSupport
import Testing

@Suite("Money")
struct MoneyTests {
    @Test(
        "decimal text is read exactly",
        arguments: [
            ("1", 6, 1_000_000 as Int64?), ("0.15", 6, 150_000), ("2.5e-3", 6, 2_500), ("-1.5", 1, -15),
            ("1e3", 0, 1_000),
            ("0.0000001", 6, nil), ("1.0", 0, 1), ("", 6, nil), (".", 6, nil), ("1,5", 6, nil), ("1e", 6, nil),
            ("9223372036854775807", 0, .max), ("9223372036854775808", 0, nil), ("-9223372036854775808", 0, .min),
            ("1e999999999", 0, nil), ("0e99", 0, 0), ("99999999999999999999999999999999999999999999", 0, nil),
        ])
    func decimal(text: String, scale: Int, expected: Int64?) {
        #expect(DecimalText.scaled(text, by: scale) == expected)
    }

    @Test("rounding goes towards the infinity that was asked for")
    func rounding() {
        #expect(DecimalText.scaled("12.7", by: 0, rounding: .up) == 13)
        #expect(DecimalText.scaled("12.7", by: 0, rounding: .down) == 12)
        #expect(DecimalText.scaled("-12.7", by: 0, rounding: .up) == -12)
        #expect(DecimalText.scaled("-12.7", by: 0, rounding: .down) == -13)
        #expect(DecimalText.scaled("12.0", by: 0, rounding: .up) == 12)
    }

    @Test("cached tokens are billed once, each part at its own price")
    func partition() {
        // $3 in, $15 out, $0.30 cache read, $3.75 cache write per million tokens.
        let prices = PriceTable(
            base: TokenPrices(
                input: TokenPrice(picoUSD: 3_000_000), output: TokenPrice(picoUSD: 15_000_000),
                cacheRead: TokenPrice(picoUSD: 300_000), cacheWrite5m: TokenPrice(picoUSD: 3_750_000)))
        let usage = TokenUsage(uncachedInput: 1_000, cacheRead: 50_000, cacheWrite5m: 2_000, visibleOutput: 400)
        // 1000·3 + 50000·0.3 + 2000·3.75 + 400·15 = 31,500 micro-dollars.
        #expect(prices.cost(of: usage) == NanoUSD(31_500_000))
    }

    @Test("the sum is rounded up once, not part by part")
    func roundsOnce() {
        let price = TokenPrice(picoUSD: 400)
        let prices = PriceTable(base: TokenPrices(input: price, output: price))
        #expect(prices.cost(of: TokenUsage(uncachedInput: 1, visibleOutput: 1)) == NanoUSD(1))
        #expect(prices.cost(of: TokenUsage(uncachedInput: 1, visibleOutput: 2)) == NanoUSD(2))
        #expect(prices.cost(of: TokenUsage()) == .zero)
    }

    @Test("a tier above a context size replaces all prices, from the first token on")
    func tiers() {
        var table = PriceTable(
            base: TokenPrices(input: TokenPrice(picoUSD: 1_000_000), output: TokenPrice(picoUSD: 2_000_000)))
        table.tiers = [
            PriceTier(
                aboveInputTokens: 200_000,
                prices: TokenPrices(input: TokenPrice(picoUSD: 2_000_000), output: TokenPrice(picoUSD: 4_000_000)))
        ]
        #expect(table.cost(of: TokenUsage(uncachedInput: 200_000)) == NanoUSD(200_000_000))
        #expect(table.cost(of: TokenUsage(uncachedInput: 200_001)) == NanoUSD(400_002_000))
    }

    @Test("huge counts stop at the largest amount instead of overflowing")
    func huge() {
        let prices = PriceTable(base: TokenPrices(input: TokenPrice(picoUSD: .max), output: TokenPrice(picoUSD: .max)))
        let usage = TokenUsage(uncachedInput: .max, visibleOutput: .max)
        #expect(prices.cost(of: usage) == NanoUSD(.max))
        #expect(usage.input == .max)
    }

    @Test(
        "amounts are read in credits and in dollars",
        arguments: [
            ("500", 5_000_000_000 as Int64?), ("$5", 5_000_000_000), ("5usd", 5_000_000_000), ("0.5c", 5_000_000),
            ("$0.000000001", 1), ("$0.0000000001", nil), ("-1", nil), ("five", nil), ("", nil),
        ])
    func amounts(text: String, expected: Int64?) {
        #expect(NanoUSD(parsing: text)?.amount == expected)
    }

    @Test(
        "credits are shown with two decimals, or two significant digits below a tenth",
        arguments: [
            (0 as Int64, "0.00 ¢"), (3_000_000, "0.30 ¢"), (4_987_900_000, "498.79 ¢"), (10_000_000_000, "1,000.00 ¢"),
            (890_000, "0.089 ¢"), (1, "0.0000001 ¢"), (52_400, "0.0052 ¢"), (-3_000_000, "-0.30 ¢"),
        ])
    func shown(amount: Int64, expected: String) {
        #expect(NanoUSD(amount).credits == expected)
    }
}
