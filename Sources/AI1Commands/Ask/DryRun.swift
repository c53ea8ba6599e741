internal import AI1Core
internal import AI1Engine
internal import AI1Providers
internal import AI1Settings

/// `--dry-run`: the exact request as it would be sent, with keys redacted.
enum DryRun {
    /// - Throws: `CommandError`, `ProviderFault`
    static func show(
        _ request: ChatRequest, _ row: ModelRow, _ providers: ProviderDirectory, json: Bool, output: OutputStream
    ) async throws {
        guard let entry = try providers.entry(row.name.provider) else { return }
        let endpoint: Endpoint
        if entry.access == .ready {
            endpoint = try await providers.endpoint(entry)
        } else {
            // Without a key the request can still be shown; the place of the key says so.
            endpoint = Endpoint(
                provider: row.name.provider, baseURL: entry.baseURL, key: Secret("", fingerprint: ""),
                headers: entry.own?.headers ?? [], quirks: entry.row.quirks)
        }
        var fitted = request
        if let demand = MediaDemand(request) {
            let limit = Int(clamping: demand.bound(at: row).output)
            fitted.options.maxOutputTokens = limit > 0 ? limit : nil
        } else {
            fitted.options.maxOutputTokens = HoldBound.sentLimit(of: row, asked: request.options.maxOutputTokens)
        }
        let http: HTTPRequest
        do {
            http = try Dialects.named(row.dialect).encode(fitted, for: Target(row: row, endpoint: endpoint))
        } catch let fault as ProviderFault {
            throw CommandError(
                .answer(fault.kind.rule.errorKind), message: "\(row.name): \(fault.text)",
                hint: fault.hint ?? "leave that out, or choose another model", underlying: fault.underlying)
        }
        if json {
            var headers = JSONObject()
            for header in http.headers { headers[header.name] = .string(header.redactedValue) }
            let body = try? JSONParser.parse(http.body)
            try output.line(
                JSONValue.object([
                    "v": 1, "method": .string(http.method.rawValue), "url": .string(http.url),
                    "headers": .object(headers),
                    "body": body ?? .string(String(decoding: http.body, as: UTF8.self)),
                ]).text)
            return
        }
        try output.line("\(http.method.rawValue) \(http.url)")
        for header in http.headers { try output.line("\(header.name): \(header.redactedValue)") }
        try output.line("")
        var body = http.body
        if output.isTerminal, case .transcript = request.output, row.dialect != .google {
            return try output.line("(a form of \(grouped(Int64(body.count))) bytes with the recording in it)")
        }
        if output.isTerminal {
            if let value = try? JSONParser.parse(body) { body = value.prettyEncoded() }
            body = Array(TerminalCleaner.clean(String(decoding: body, as: UTF8.self)).utf8)
        }
        try output.write(body + [0x0A])
    }
}
