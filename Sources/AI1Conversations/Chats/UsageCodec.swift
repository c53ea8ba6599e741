internal import AI1Core

/// Tokens as JSON: the parts that are not zero, and who counted.
enum UsageCodec {
    private static var parts: [(name: String, path: WritableKeyPath<TokenUsage, Int64>)] {
        [
            ("uncached_input", \.uncachedInput), ("cache_read", \.cacheRead), ("cache_write_5m", \.cacheWrite5m),
            ("cache_write_1h", \.cacheWrite1h), ("visible_output", \.visibleOutput), ("reasoning", \.reasoning),
            ("audio_input", \.audioInput), ("audio_output", \.audioOutput),
        ]
    }

    static func encode(_ usage: TokenUsage) -> JSONValue {
        var object: JSONObject = ["source": .string(usage.source.rawValue)]
        for part in parts where usage[keyPath: part.path] != 0 {
            object[part.name] = .integer(usage[keyPath: part.path])
        }
        return .object(object)
    }

    static func decode(_ value: JSONValue) -> TokenUsage? {
        guard let source = value["source"]?.string.flatMap(TokenUsage.Source.init) else { return nil }
        var usage = TokenUsage(source: source)
        for part in parts { usage[keyPath: part.path] = value[part.name]?.number?.int64 ?? 0 }
        return usage
    }
}
