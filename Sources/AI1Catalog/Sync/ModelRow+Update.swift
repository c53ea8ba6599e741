internal import AI1Core

extension ModelRow {
    /// This row with what a newer one of the same model says: prices, sizes, status; abilities if it states them and they
    /// may be taken from it. What it does not say stays. An older one changes nothing.
    func updated(by new: ModelRow, statesAbilities: Bool) -> ModelRow {
        // `2026-07` is older than any day of that month.
        guard new.asOf >= asOf else { return self }
        var row = self
        if new.contextTokens > 0 { row.contextTokens = new.contextTokens }
        if new.maxOutputTokens > 0 { row.maxOutputTokens = new.maxOutputTokens }
        if row.releaseDate.isEmpty { row.releaseDate = new.releaseDate }
        if statesAbilities {
            row.capabilities = new.capabilities
            // What a model makes is known better here than by the words of its name.
            row.capabilities.outputs = capabilities.outputs
        }
        if new.status == .deprecated { row.status = .deprecated }
        if new.prices.known, !prices.known || new.prices.unit == prices.unit {
            row.prices = new.prices.completed(from: prices)
            row.source = new.source
            row.asOf = new.asOf
        }
        return row
    }
}

extension PriceTable {
    /// These prices with the parts that only an older table states: as they are when the main prices are the same, else in
    /// proportion to them, rounded up and marked as estimated.
    func completed(from old: PriceTable) -> PriceTable {
        guard old.known, known else { return self }
        var table = self
        let isSame = base.input == old.base.input && base.output == old.base.output
        table.base = base.completed(from: old.base)
        if tiers.isEmpty, !old.tiers.isEmpty {
            table.tiers = old.tiers.map { tier in
                var prices = tier.prices
                prices.input = tier.prices.input.scaled(from: old.base.input, to: base.input)
                prices.output = tier.prices.output.scaled(from: old.base.output, to: base.output)
                prices.scaleParts(from: old.base, to: base)
                return PriceTier(aboveInputTokens: tier.aboveInputTokens, prices: prices)
            }
        }
        table.estimated = estimated || (!isSame && table != self) || (isSame && old.estimated)
        return table
    }

    /// Whether any price is less than half of what it was.
    func fallsByMoreThanHalf(from old: PriceTable) -> Bool {
        guard known, old.known else { return false }
        if base.fallsByMoreThanHalf(from: old.base) { return true }
        return zip(tiers, old.tiers).contains { $0.prices.fallsByMoreThanHalf(from: $1.prices) }
    }

    /// Whether the main prices, or others that both state, differ.
    func differs(from old: PriceTable) -> Bool {
        guard known, old.known else { return false }
        return base.input != old.base.input || base.output != old.base.output
            || zip(base.parts, old.base.parts).contains { $0 != nil && $1 != nil && $0 != $1 }
    }
}

extension TokenPrices {
    var parts: [TokenPrice?] { [cacheRead, cacheWrite5m, cacheWrite1h, reasoning, audioInput, audioOutput] }

    fileprivate mutating func scaleParts(from old: TokenPrices, to new: TokenPrices) {
        for part in [\TokenPrices.cacheRead, \.cacheWrite5m, \.cacheWrite1h, \.audioInput] {
            self[keyPath: part] = self[keyPath: part]?.scaled(from: old.input, to: new.input)
        }
        for part in [\TokenPrices.reasoning, \.audioOutput] {
            self[keyPath: part] = self[keyPath: part]?.scaled(from: old.output, to: new.output)
        }
    }

    fileprivate func completed(from old: TokenPrices) -> TokenPrices {
        var scaled = old
        scaled.scaleParts(from: old, to: self)
        var prices = self
        for part in [
            \TokenPrices.cacheRead, \.cacheWrite5m, \.cacheWrite1h, \.reasoning, \.audioInput, \.audioOutput,
        ] where prices[keyPath: part] == nil {
            prices[keyPath: part] = scaled[keyPath: part]
        }
        return prices
    }

    fileprivate func fallsByMoreThanHalf(from old: TokenPrices) -> Bool {
        if input.isLessThanHalf(of: old.input) || output.isLessThanHalf(of: old.output) { return true }
        return zip(parts, old.parts).contains { new, old in
            if let new, let old { new.isLessThanHalf(of: old) } else { false }
        }
    }
}

extension TokenPrice {
    fileprivate func isLessThanHalf(of old: TokenPrice) -> Bool { Int128(picoUSD) * 2 < Int128(old.picoUSD) }

    /// This price in proportion to another that changed, rounded up; the same when that one was free.
    fileprivate func scaled(from old: TokenPrice, to new: TokenPrice) -> TokenPrice {
        guard old.picoUSD > 0, old != new else { return self }
        let product = Int128(picoUSD) * Int128(new.picoUSD)
        return TokenPrice(picoUSD: Int64(clamping: (product + Int128(old.picoUSD) - 1) / Int128(old.picoUSD)))
    }
}
