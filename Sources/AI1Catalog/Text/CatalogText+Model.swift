internal import AI1Core

extension CatalogText {
    /// Reads the line of a model; `name` is its first field, behind a backslash when it begins with a sign of the form.
    static func model(
        _ name: Range<Int>, _ line: LineFields, of provider: ProviderRow, _ origin: Origin
    ) throws(CatalogProblem) -> ModelRow {
        var fields = line
        let id = fields.text(fields.bytes[name.lowerBound] == Ascii.backslash ? name.dropFirst() : name)
        let family = try fields.next("family")
        let context = try fields.whole(try fields.next("context"), "context")
        let maxOutput = try fields.whole(try fields.next("largest output"), "largest output")
        let prices = try prices(try fields.next("prices"), fields)
        let flags = try flags(try fields.next("flags"), fields)
        let quality = try QualityScale.prior(
            try fields.next("quality"), fields, reasoning: flags.capabilities.reasoning)
        let released = fields.optionalText(try fields.next("release date"))
        let title = fields.text(try fields.rest("title"))
        let row = ModelRow(
            name: TargetName(provider: provider.id, model: id), title: title,
            family: fields.isOnly(family, Ascii.equals) ? id : fields.text(family),
            dialect: flags.responses ? .openAIResponses : provider.dialect, contextTokens: context,
            maxOutputTokens: maxOutput, prices: prices, capabilities: flags.capabilities, releaseDate: released,
            status: flags.status, source: origin.source, asOf: origin.asOf, quality: quality)
        if let problem = row.problem(line: fields.line) { throw problem }
        return row
    }

    private struct Flags {
        var capabilities = Capabilities()
        var status = ModelStatus.current
        var responses = false
    }

    private static func flags(_ range: Range<Int>, _ fields: LineFields) throws(CatalogProblem) -> Flags {
        var flags = Flags()
        for index in range {
            switch fields.bytes[index] {
            case Ascii.dash: break
            case UInt8(ascii: "i"): flags.capabilities.imageInput = true
            case UInt8(ascii: "t"): flags.capabilities.tools = true
            case UInt8(ascii: "s"): flags.capabilities.schema = true
            case UInt8(ascii: "r"): flags.capabilities.reasoning = true
            case UInt8(ascii: "T"): flags.capabilities.temperature = false
            case UInt8(ascii: "D"): flags.capabilities.seed = false
            case UInt8(ascii: "P"): flags.capabilities.stop = false
            case UInt8(ascii: "Y"): flags.capabilities.systemPrompt = false
            case UInt8(ascii: "R"): flags.responses = true
            case UInt8(ascii: "w"): flags.capabilities.outputs.insert(.transcript)
            case UInt8(ascii: "W"): flags.capabilities.outputs = .transcript
            case UInt8(ascii: "I"): flags.capabilities.outputs = .image
            case UInt8(ascii: "S"): flags.capabilities.outputs = .speech
            case UInt8(ascii: "E"): flags.capabilities.outputs = .embedding
            case UInt8(ascii: "v"): flags.status = .preview
            case UInt8(ascii: "x"): flags.status = .deprecated
            default: throw CatalogProblem(.badFlag, line: fields.line, message: "a flag is not known")
            }
        }
        return flags
    }

    private static func prices(_ range: Range<Int>, _ fields: LineFields) throws(CatalogProblem) -> PriceTable {
        if fields.isOnly(range, Ascii.question) { return .unknown }
        var end = range.upperBound
        let estimated = fields.bytes[end - 1] == Ascii.tilde
        if estimated { end -= 1 }
        var first = range.lowerBound
        let unit = try unit(range, fields)
        if unit != .tokens { first += 2 }
        var stop = segmentEnd(from: first, to: end, fields)
        var table = PriceTable(base: try tokenPrices(first..<stop, fields), estimated: estimated, unit: unit)
        while stop < end {
            let start = stop + 1
            stop = segmentEnd(from: start, to: end, fields)
            guard let colon = (start..<stop).first(where: { fields.bytes[$0] == Ascii.colon }) else {
                throw fields.badPrice(start..<stop)
            }
            let tokens = Int64(try fields.whole(start..<colon, "tier"))
            let prices = try tokenPrices(colon + 1..<stop, fields)
            table.tiers.append(PriceTier(aboveInputTokens: tokens, prices: prices))
        }
        return table
    }

    /// `c:` characters, `s:` seconds, `i:` images; nothing before prices of tokens.
    private static func unit(_ range: Range<Int>, _ fields: LineFields) throws(CatalogProblem) -> PriceUnit {
        guard range.count > 2, fields.bytes[range.lowerBound + 1] == Ascii.colon else { return .tokens }
        switch fields.bytes[range.lowerBound] {
        case UInt8(ascii: "c"): return .characters
        case UInt8(ascii: "s"): return .seconds
        case UInt8(ascii: "i"): return .images
        default: throw fields.badPrice(range)
        }
    }

    private static func segmentEnd(from start: Int, to end: Int, _ fields: LineFields) -> Int {
        var stop = start
        while stop < end, fields.bytes[stop] != Ascii.above { stop += 1 }
        return stop
    }

    /// `in/out/read/write5m/write1h/reasoning/audio-in/audio-out`; all but the first two may be `-` or missing.
    private static func tokenPrices(_ range: Range<Int>, _ fields: LineFields) throws(CatalogProblem) -> TokenPrices {
        var prices = TokenPrices(input: .free, output: .free)
        var start = range.lowerBound
        var part = 0
        while start <= range.upperBound {
            var stop = start
            while stop < range.upperBound, fields.bytes[stop] != Ascii.slash { stop += 1 }
            let isAbsent = part >= 2 && fields.isOnly(start..<stop, Ascii.dash)
            let price = isAbsent ? nil : TokenPrice(picoUSD: try fields.millionths(start..<stop))
            switch part {
            case 0: prices.input = price ?? .free
            case 1: prices.output = price ?? .free
            case 2: prices.cacheRead = price
            case 3: prices.cacheWrite5m = price
            case 4: prices.cacheWrite1h = price
            case 5: prices.reasoning = price
            case 6: prices.audioInput = price
            case 7: prices.audioOutput = price
            default: throw fields.badPrice(range)
            }
            part += 1
            start = stop + 1
        }
        guard part >= 2 else { throw fields.badPrice(range) }
        return prices
    }
}
