internal import AI1Core
internal import AI1Ledger

/// Turns the flags of `--idempotency-key` and `--once-per` into what the ledger knows a request by.
struct KeyClaims {
    /// How long an answer is kept after its window, or after it was asked for.
    private static let keptSeconds: Int64 = 86_400

    let options: MoneyOptions
    let calendar: LocalCalendar
    let now: Timestamp

    /// The key of a request; nil when it has none.
    func claim(_ request: ChatRequest, _ wishes: RoutePlanner.RouteWishes) -> KeyClaim? {
        let seconds = now.millisecondsSinceEpoch / 1_000
        if let per = options.oncePer, let job = options.job {
            let span = calendar.span(per.unit, at: seconds)
            return KeyClaim(
                scope: "once", key: "\(job)/\(per.rawValue)/\(span.start)", requestHash: nil,
                expires: (span.stop + Self.keptSeconds) * 1_000_000)
        }
        guard let key = options.idempotencyKey else { return nil }
        return KeyClaim(
            scope: "key", key: key, requestHash: Self.hash(request, wishes),
            expires: (seconds + Self.keptSeconds) * 1_000_000)
    }

    /// What must be the same: everything that shapes the answer, and who may give it.
    private static func hash(_ request: ChatRequest, _ wishes: RoutePlanner.RouteWishes) -> [UInt8] {
        var digest = RequestDigest()
        digest.add(request)
        digest.add("model", wishes.model)
        for provider in wishes.preferences.providers.sorted() { digest.add("provider", provider) }
        digest.add("objective", wishes.preferences.objective.rawValue)
        for model in wishes.fallback { digest.add("fallback", model) }
        return digest.hash
    }
}
