internal import AI1Core

/// Prices of a stranger's document, read as decimal text and rounded to the nearest pico-dollar a token.
struct SyncPrices {
    /// A price that cannot be: negative, not a number, beyond everything that was ever asked.
    struct Absurd: Error {}

    /// US dollars per million tokens above which a price is no price. The dearest model ever offered asked 600.
    static let largestUSDPerMillion: Int64 = 10_000

    /// Decimal places of the unit in which the document's prices become pico-dollars a token: 6 for US dollars per
    /// million tokens, 12 for US dollars a token.
    let places: Int

    /// A price; nil when none is stated.
    /// - Throws: `Absurd`
    func price(_ value: JSONValue?) throws(Absurd) -> TokenPrice? {
        let text: String
        switch value {
        case nil, .null: return nil
        case .number(let number): text = number.text
        case .string(let string) where string.utf8.count <= 60: text = string
        default: throw Absurd()
        }
        // Documents hold sums of binary fractions (0.30000000000000004): three places more than the unit settle them.
        guard let fine = DecimalText.scaled(text, by: places + 3, rounding: .up), fine >= 0 else { throw Absurd() }
        let rounded = fine / 1_000 + (fine % 1_000 >= 500 ? 1 : 0)
        guard rounded <= Self.largestUSDPerMillion * 1_000_000 else { throw Absurd() }
        // What costs anything is not free.
        return TokenPrice(picoUSD: fine > 0 ? max(1, rounded) : 0)
    }

    /// What a price table's members are called in a document.
    struct Names {
        var input = "input"
        var output = "output"
        var cacheRead = "cache_read"
        var cacheWrite = "cache_write"
        var reasoning = "reasoning"
        var audioInput = "input_audio"
        var audioOutput = "output_audio"
    }

    /// The prices of one context size; nil unless both main prices are stated.
    /// - Throws: `Absurd`
    func prices(_ value: JSONValue?, _ names: Names = Names()) throws(Absurd) -> TokenPrices? {
        guard let value, !value.isNull else { return nil }
        let input = try price(value[names.input])
        let output = try price(value[names.output])
        var prices = TokenPrices(input: input ?? .free, output: output ?? .free)
        prices.cacheRead = try price(value[names.cacheRead])
        prices.cacheWrite5m = try price(value[names.cacheWrite])
        prices.reasoning = try price(value[names.reasoning])
        prices.audioInput = try price(value[names.audioInput])
        prices.audioOutput = try price(value[names.audioOutput])
        return input == nil || output == nil ? nil : prices
    }

    /// A whole table. A price of nothing is taken as not known unless the model's name says that it is free: catalogues
    /// write 0 for subscriptions and for what they do not know.
    /// - Parameter hasOutput: false for a model whose answer costs nothing, since it is a vector
    /// - Throws: `Absurd`
    func table(
        _ base: TokenPrices?, tiers: [PriceTier] = [], model: String, hasOutput: Bool = true
    ) throws(Absurd) -> PriceTable {
        guard var base else { return .unknown }
        if base.input == .free || (hasOutput && base.output == .free) {
            let isFree = base.input == .free && base.output == .free && Self.saysFree(model)
            return isFree ? .free : .unknown
        }
        // The same holds for the parts: absent, they cost what their whole costs.
        for part in [\TokenPrices.cacheRead, \.cacheWrite5m, \.reasoning, \.audioInput, \.audioOutput]
        where base[keyPath: part] == .free {
            base[keyPath: part] = nil
        }
        let rising = tiers.sorted { $0.aboveInputTokens < $1.aboveInputTokens }
        for (lower, upper) in zip(rising, rising.dropFirst()) where lower.aboveInputTokens == upper.aboveInputTokens {
            throw Absurd()
        }
        return PriceTable(base: base, tiers: rising)
    }

    private static func saysFree(_ model: String) -> Bool {
        model.hasSuffix(":free") || model.hasSuffix("-free") || model.hasSuffix("/free")
    }
}
