package import AI1Core

/// What a public catalogue says of a provider. Nothing of it is used before the user has seen and agreed to it.
package struct SyncedProvider: Sendable, Hashable {
    package var id: String
    package var title: String
    /// Nil for a protocol that ai1 does not speak.
    package var dialect: DialectName?
    /// As it was published: it may be empty, or name variables (`https://${HOST}/v1`).
    package var baseURL: String
    /// Environment variables that the catalogue says hold its key.
    package var keyVariables: [String]
    package var documentation: String

    package init(
        id: String, title: String, dialect: DialectName?, baseURL: String, keyVariables: [String] = [],
        documentation: String = ""
    ) {
        self.id = id
        self.title = title
        self.dialect = dialect
        self.baseURL = baseURL
        self.keyVariables = keyVariables
        self.documentation = documentation
    }

    /// Why the published address cannot be used as it is.
    package enum AddressProblem: Sendable, Hashable { case missing, placeholder, notSecure }

    /// What is wrong with the published address; nil when requests could go there.
    package var addressProblem: AddressProblem? {
        if baseURL.isEmpty { return .missing }
        if baseURL.utf8.contains(where: { "${}<>[]".utf8.contains($0) }) { return .placeholder }
        let rest = baseURL.utf8.dropFirst(8)
        let host = rest.prefix { $0 != Ascii.slash }
        // A user name in front of the host makes another host look like it.
        guard baseURL.hasPrefix("https://"), !host.isEmpty, !rest.contains(Ascii.at) else { return .notSecure }
        return nil
    }

    /// The row that it would be: in this program's form of the address, with no key variable.
    package var row: ProviderRow {
        var row = ProviderRow(
            id: id, title: title, dialect: dialect ?? .openAIChat, baseURL: "", documentation: documentation)
        if addressProblem == nil { row.baseURL = row.normalisedBase(baseURL) ?? "" }
        return row
    }

    /// The variable that may hold this provider's key: the first that is named like a key, is not another provider's and
    /// opens nothing else. A catalogue that names `AWS_SECRET_ACCESS_KEY` would have that secret sent to its host.
    /// - Parameter taken: variables of providers that ai1 knows by itself
    package func keyVariable(except taken: Set<String>) -> String? {
        keyVariables.first { name in
            let words = name.split(separator: "_")
            let isKey = words.contains { ["KEY", "TOKEN", "APIKEY", "PAT"].contains($0) }
            return isKey && !taken.contains(name) && !Self.general.contains { name.hasPrefix($0) }
        }
    }

    /// Beginnings of variables that hold secrets of whole accounts and machines.
    private static let general = [
        "AWS_", "AZURE_", "GOOGLE_", "GCP_", "GCLOUD_", "GITHUB_", "GH_", "GITLAB_", "CI_", "NPM_", "PYPI_", "DOCKER_",
        "CLOUDFLARE_", "SSH_", "KUBE", "VAULT_", "DATABASE_", "STRIPE_", "AI1_",
    ]
}
