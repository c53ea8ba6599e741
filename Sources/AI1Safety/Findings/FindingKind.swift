/// What a check can find. The raw value stands in placeholders, in JSON and in the documentation.
package enum FindingKind: String, Sendable, Hashable, CaseIterable {
    // Secrets.
    case ownKey = "own-key"
    case awsAccessKey = "aws-access-key"
    case awsSecretKey = "aws-secret-key"
    case githubToken = "github-token"
    case gitlabToken = "gitlab-token"
    case slackToken = "slack-token"
    case stripeKey = "stripe-key"
    case googleKey = "google-key"
    case openAIKey = "openai-key"
    case anthropicKey = "anthropic-key"
    case huggingFaceToken = "huggingface-token"
    case npmToken = "npm-token"
    case pypiToken = "pypi-token"
    case serviceToken = "service-token"
    case privateKey = "private-key"
    case jwt
    case urlPassword = "url-password"
    case password
    case credential
    case cardNumber = "card-number"
    case iban
    // Marks of injected instructions.
    case overridesInstructions = "overrides-instructions"
    case asksForPrompt = "asks-for-prompt"
    case asksForSecrecy = "asks-for-secrecy"
    case newRole = "new-role"
    case fakeRole = "fake-role"
    case hiddenText = "hidden-text"
    case tagCharacters = "tag-characters"
    case bidiControls = "bidi-controls"
    case exfiltrationLink = "exfiltration-link"

    /// Whether it is a mark of injected instructions; otherwise it is a secret.
    package var isInjection: Bool {
        switch self {
        case .overridesInstructions, .asksForPrompt, .asksForSecrecy, .newRole, .fakeRole, .hiddenText, .tagCharacters,
            .bidiControls, .exfiltrationLink:
            true
        default: false
        }
    }

    /// How much it says by itself, in hundredths: the risk of a text in which nothing else is found.
    package var weight: Int {
        switch self {
        case .ownKey: 95
        case .privateKey, .awsSecretKey, .githubToken, .gitlabToken, .slackToken, .stripeKey, .openAIKey,
            .anthropicKey, .huggingFaceToken, .npmToken, .pypiToken, .serviceToken:
            90
        case .googleKey: 80
        case .urlPassword, .cardNumber: 70
        case .jwt, .password, .credential: 60
        // An id without its secret opens nothing; an account number is on every invoice.
        case .awsAccessKey: 50
        case .iban: 30
        case .overridesInstructions: 70
        case .tagCharacters: 80
        case .fakeRole, .exfiltrationLink: 60
        case .asksForPrompt, .hiddenText: 50
        case .asksForSecrecy, .bidiControls: 40
        case .newRole: 30
        }
    }

    /// What it is, for a person, without an article.
    package var title: String {
        switch self {
        case .ownKey: "key of yours"
        case .awsAccessKey: "AWS access key id"
        case .awsSecretKey: "AWS secret access key"
        case .githubToken: "GitHub token"
        case .gitlabToken: "GitLab token"
        case .slackToken: "Slack token"
        case .stripeKey: "Stripe key"
        case .googleKey: "Google key"
        case .openAIKey: "OpenAI-style key"
        case .anthropicKey: "Anthropic key"
        case .huggingFaceToken: "Hugging Face token"
        case .npmToken: "npm token"
        case .pypiToken: "PyPI token"
        case .serviceToken: "service token"
        case .privateKey: "private key"
        case .jwt: "JSON Web Token"
        case .urlPassword: "password in a URL"
        case .password: "password"
        case .credential: "credential"
        case .cardNumber: "card number"
        case .iban: "IBAN"
        case .overridesInstructions: "order to ignore instructions"
        case .asksForPrompt: "request for the hidden prompt"
        case .asksForSecrecy: "request to keep something from the user"
        case .newRole: "order to take another role"
        case .fakeRole: "forged mark of a role"
        case .hiddenText: "hidden text in zero-width characters"
        case .tagCharacters: "hidden text in tag characters"
        case .bidiControls: "text turned around by bidirectional controls"
        case .exfiltrationLink: "image link made to carry data away"
        }
    }
}
