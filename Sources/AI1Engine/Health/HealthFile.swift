package import AI1Core

/// The text form of the health file: JSON with one record a target.
package enum HealthFile {
    /// Targets kept; the ones whose news is oldest go first.
    package static let limit = 512

    /// The file's octets.
    package static func encode(_ snapshot: HealthSnapshot) -> [UInt8] {
        let records = snapshot.targets.sorted { $0.key < $1.key }.map { key, health -> JSONValue in
            var record: JSONObject = [
                "provider": .string(key.provider), "model": .string(key.model), "base_url": .string(key.baseURL),
                "key": .string(key.keyFingerprint),
            ]
            if !health.failures.isEmpty {
                record["failures"] = .array(health.failures.map { .integer($0.millisecondsSinceEpoch) })
            }
            record["cool_until"] = health.coolUntil.map { .integer($0.millisecondsSinceEpoch) }
            record["cool_reason"] = health.coolReason.map { .string($0) }
            record["trial_since"] = health.trialSince.map { .integer($0.millisecondsSinceEpoch) }
            record["missing_since"] = health.missingSince.map { .integer($0.millisecondsSinceEpoch) }
            return .object(record)
        }
        return JSONValue.object(["v": 1, "targets": .array(records)]).prettyEncoded() + [0x0A]
    }

    /// What the octets say. A damaged file is an empty one: health is advice, and the next record writes it anew.
    package static func decode(_ bytes: [UInt8]) -> HealthSnapshot {
        guard let root = try? JSONParser.parse(bytes), let records = root["targets"]?.array else {
            return HealthSnapshot()
        }
        var snapshot = HealthSnapshot()
        for record in records.prefix(limit) {
            guard let provider = record["provider"]?.string, let model = record["model"]?.string,
                let baseURL = record["base_url"]?.string, let key = record["key"]?.string
            else { continue }
            var health = TargetHealth()
            health.failures = (record["failures"]?.array ?? []).compactMap(time)
            health.coolUntil = record["cool_until"].flatMap(time)
            health.coolReason = record["cool_reason"]?.string.map { TerminalCleaner.cleanLine($0, limit: 80) }
            health.trialSince = record["trial_since"].flatMap(time)
            health.missingSince = record["missing_since"].flatMap(time)
            snapshot.targets[
                HealthKey(provider: provider, model: model, baseURL: baseURL, keyFingerprint: key)] = health
        }
        return snapshot
    }

    private static func time(_ value: JSONValue) -> Timestamp? {
        value.number?.int64.map(Timestamp.init(millisecondsSinceEpoch:))
    }

    /// Drops what no longer matters at `now`, and the oldest beyond the limit.
    package static func pruned(_ snapshot: HealthSnapshot, at now: Timestamp) -> HealthSnapshot {
        var kept = snapshot.targets.filter { _, health in
            if health.isBlank { return false }
            let newest = [
                health.failures.last, health.coolUntil, health.trialSince, health.missingSince,
            ].compactMap(\.self).max()
            guard let newest else { return false }
            return now.milliseconds(since: newest) < TargetHealth.missingMilliseconds
        }
        if kept.count > limit {
            let order = kept.sorted {
                ($0.value.failures.last ?? $0.value.coolUntil) ?? now < ($1.value.failures.last ?? $1.value.coolUntil)
                    ?? now
            }
            for (key, _) in order.prefix(kept.count - limit) { kept[key] = nil }
        }
        return HealthSnapshot(targets: kept)
    }
}
