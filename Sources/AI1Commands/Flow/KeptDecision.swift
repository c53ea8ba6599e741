internal import AI1Core

/// A decision as it is kept: what could be chosen and what was refused for a reason that tells something. Hundreds of models
/// without a key would say the same a thousand times over.
enum KeptDecision {
    /// Candidates and refusals that are kept.
    private static let limit = 12

    /// The JSON of `--why --json`, shortened; what was left out is counted.
    static func json(_ decision: JSONValue) -> JSONValue {
        guard case .object(var object) = decision else { return decision }
        let ranked = decision["ranked"]?.array ?? []
        let rejected = decision["rejected"]?.array ?? []
        let telling = rejected.filter { $0["reason"]?.string != "no_key" }
        object["ranked"] = .array(Array(ranked.prefix(limit)))
        object["rejected"] = .array(Array(telling.prefix(limit)))
        object["more_ranked"] = .integer(max(0, ranked.count - limit))
        object["more_rejected"] = .integer(rejected.count - min(limit, telling.count))
        return .object(object)
    }
}
