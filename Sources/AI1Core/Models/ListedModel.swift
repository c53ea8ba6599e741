/// One model in a provider's own list.
package struct ListedModel: Sendable, Hashable {
    /// The id to send in requests.
    package let id: String
    /// What a person calls it, when the provider says so.
    package let title: String?
    /// The window in tokens, when the provider says so.
    package let contextTokens: Int?

    package init(id: String, title: String? = nil, contextTokens: Int? = nil) {
        self.id = id
        self.title = title
        self.contextTokens = contextTokens
    }
}
