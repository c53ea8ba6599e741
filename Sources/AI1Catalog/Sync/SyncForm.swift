package import AI1Core

/// The forms in which catalogues of models are published.
package enum SyncForm: String, Sendable, Hashable {
    /// models.dev's `api.json`: an object of providers, each with an object of models.
    case modelsDev = "models.dev"
    /// OpenRouter's `GET /api/v1/models`: `data`, a list whose entries say `pricing.prompt` in US dollars a token.
    case openRouter = "openrouter"
    /// A provider's own list of models (OpenAI, Anthropic, Google, Ollama): names, and little else.
    case listing

    /// How many entries of a list are looked at to recognise its form.
    private static let sample = 50

    /// Whether its rows say what a model can do; a plain listing does not.
    package var statesAbilities: Bool { self != .listing }

    /// Recognises the form of a document; nil when it has none of them.
    package init?(_ document: JSONValue) {
        if let entries = document["data"]?.array ?? document.array {
            let isPriced = entries.prefix(Self.sample).contains {
                $0["id"]?.string != nil && $0["pricing"]?["prompt"] != nil && $0["pricing"]?["completion"] != nil
            }
            self = isPriced ? .openRouter : .listing
        } else if document["models"]?.array != nil {
            self = .listing
        } else if let object = document.object, object.members.contains(where: { $0.value["models"]?.object != nil }) {
            self = .modelsDev
        } else {
            return nil
        }
    }
}
