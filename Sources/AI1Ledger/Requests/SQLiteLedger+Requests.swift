package import AI1Core

extension SQLiteLedger {
    /// Holds that are looked at when a request finds credits held by others.
    private static let sweepLimit = 256

    /// The money of one request.
    /// - Parameters:
    ///   - rewardBasisPoints: the usage reward in hundredths of a per cent
    ///   - onWait: called once, when a wait for credits begins that other requests hold
    package func paidRequest(
        _ tags: RequestTags, clock: any WallClock, rewardBasisPoints: Int64,
        onWait: @escaping @Sendable () -> Void = {}
    ) -> PaidRequest {
        PaidRequest(
            store: self,
            hooks: PaidRequest.Hooks(
                nextKeyedHold: { try self.nextKeyedHold($0) }, sweep: { try self.sweepSome() },
                prepare: { self.prepareCharge() },
                waits: onWait),
            inflight: InflightFolder(files.inflight), kept: KeptAnswerFolder(files.kept), tags: tags, clock: clock,
            rewardBasisPoints: rewardBasisPoints)
    }

    /// The keys of this ledger.
    package func keyDesk(clock: any WallClock) -> KeyDesk {
        KeyDesk(
            hooks: KeyDesk.Hooks(
                key: { try self.key($0) },
                forget: { try self.apply(.forgetKey(scope: $0.scope, key: $0.key)) },
                sweep: { try Sweeper(ledger: self).sweep() }),
            kept: KeptAnswerFolder(files.kept), clock: clock)
    }

    /// Closes the oldest holds whose owners are gone.
    /// - Throws: `LedgerError`
    package func sweepSome() throws { try Sweeper(ledger: self).sweep(limit: Self.sweepLimit) }
}
