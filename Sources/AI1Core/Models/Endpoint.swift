/// How to reach one provider: where, and with which key.
package struct Endpoint: Sendable {
    package var provider: String
    /// Absolute `http` or `https` URL without a trailing slash; `sandbox:` for the simulation.
    package var baseURL: String
    package var key: Secret?
    /// Further headers that the user's configuration asks for.
    package var headers: [HTTPHeader]
    package var quirks: ProviderQuirks

    package init(
        provider: String, baseURL: String, key: Secret? = nil, headers: [HTTPHeader] = [],
        quirks: ProviderQuirks = ProviderQuirks()
    ) {
        self.provider = provider
        self.baseURL = baseURL
        self.key = key
        self.headers = headers
        self.quirks = quirks
    }
}

/// A model at a provider that can be called now: a catalogue row together with an endpoint.
package struct Target: Sendable {
    package var row: ModelRow
    package var endpoint: Endpoint

    package init(row: ModelRow, endpoint: Endpoint) {
        self.row = row
        self.endpoint = endpoint
    }

    package var name: TargetName { row.name }

    /// What health is remembered under: a wrong key or a test URL must not spoil the record of the right one.
    package var healthKey: HealthKey {
        HealthKey(
            provider: row.name.provider, model: row.name.model, baseURL: endpoint.baseURL,
            keyFingerprint: endpoint.key?.fingerprint ?? "")
    }
}
