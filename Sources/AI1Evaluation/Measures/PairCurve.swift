/// PGR over the share of calls to the strong model, straight between its corners.
package struct PairCurve: Sendable, Hashable {
    package struct Corner: Sendable, Hashable {
        /// From 0 to 1.
        package var share: Double
        package var recovered: Double
    }

    /// From share 0 to share 1.
    package let corners: [Corner]

    /// What sending each prompt to the strong model with the same chance recovers.
    package static let random = PairCurve(corners: [.init(share: 0, recovered: 0), .init(share: 1, recovered: 1)])

    /// APGR: the mean of PGR over all shares.
    package var mean: Double {
        zip(corners, corners.dropFirst()).reduce(0) { sum, pair in
            sum + (pair.1.share - pair.0.share) * (pair.0.recovered + pair.1.recovered) / 2
        }
    }

    /// PGR at a share from 0 to 1.
    package func recovered(at share: Double) -> Double {
        guard let index = corners.firstIndex(where: { $0.share >= share }) else { return 1 }
        guard index > 0 else { return corners[0].recovered }
        let (left, right) = (corners[index - 1], corners[index])
        return left.recovered + (right.recovered - left.recovered) * (share - left.share) / (right.share - left.share)
    }

    /// CPT: the smallest share of calls with which so much is recovered; `part` is above 0 and at most 1.
    package func share(recovering part: Double) -> Double {
        for (left, right) in zip(corners, corners.dropFirst()) where right.recovered >= part {
            guard right.recovered > left.recovered, left.recovered < part else { return left.share }
            return left.share
                + (right.share - left.share) * (part - left.recovered) / (right.recovered - left.recovered)
        }
        return 1
    }
}
