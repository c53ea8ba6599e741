package import AI1Core

/// Decides which model serves a request: a pure function of its arguments.
package enum Router {
    /// What holds for one decision beside the user's lasting preferences.
    package struct Options: Sendable, Hashable {
        /// The user named the model: deprecated models may serve, and a schema may go to a model whose provider does
        /// not enforce it (it is then asked for in words and the answer is checked).
        package var pinned: Bool
        /// The candidates stand in the order that the user asked for: those that may serve keep it, whatever their score.
        package var keepsOrder: Bool

        package init(pinned: Bool = false, keepsOrder: Bool = false) {
            self.pinned = pinned
            self.keepsOrder = keepsOrder
        }
    }

    /// Rejects the candidates that may not serve, each with its reason, and orders the others.
    ///
    /// Order: `cheapest` by expected cost (unknown last), `fastest` by expected total time, `best` by expected quality,
    /// `balanced` by score; what is equal by cost, then quality, then name. The ranking does not depend on the order
    /// of the candidates; the rejected keep theirs. The scales of the scores are those of `Scale`, what is expected of a
    /// candidate is `Expectation`. Now and then, as the preferences allow, another than the best comes first: `Exploration`.
    package static func decide(
        features: RequestFeatures, candidates: [Candidate], preferences: RoutePreferences, options: Options = Options()
    ) -> Decision {
        let filter = Filter(features: features, preferences: preferences, options: options)
        let scale = Scale(objective: preferences.objective, weights: preferences.weights)
        // Candidates are large: they are read in place and copied only into the answer.
        return candidates.withUnsafeBufferPointer { buffer in
            var entries: [Entry] = []
            var rejected: [Rejection] = []
            entries.reserveCapacity(buffer.count)
            for index in buffer.indices {
                let candidate = buffer.baseAddress.unsafelyUnwrapped + index
                if let reason = filter.reason(against: candidate) {
                    rejected.append(Rejection(name: candidate.pointee.row.name, reason: reason))
                    continue
                }
                var entry = Entry(index: index, candidate: candidate, features: features)
                if let reason = filter.reason(against: entry) {
                    rejected.append(Rejection(name: candidate.pointee.row.name, reason: reason))
                    continue
                }
                entry.score = scale.score(of: entry)
                entries.append(entry)
            }
            let ranking = Ranking(candidates: buffer, objective: preferences.objective)
            var sorted =
                options.keepsOrder
                ? EntryOrder(entries, places: entries.indices.map { Int32($0) }) : ranking.sorted(entries)
            let exploration = Exploration(bounds: preferences.exploration, scale: scale) { entry in
                Expectation(buffer.baseAddress.unsafelyUnwrapped + entry.index, features)
            }
            let tried = options.keepsOrder ? nil : exploration.choice(among: sorted)
            if let tried { sorted.promote(tried) }
            let ranked = sorted.map { entry in
                RankedCandidate(candidates, index: entry.index, prediction: entry.prediction, score: entry.score)
            }
            let summary = Summary(candidates: buffer, ranked: sorted)
            return Decision(
                features: features, objective: preferences.objective, ranked: ranked, rejected: rejected,
                summary: summary.sentence(
                    objective: preferences.objective, keepsOrder: options.keepsOrder, explores: tried != nil,
                    rejected: rejected), explores: tried != nil)
        }
    }
}
