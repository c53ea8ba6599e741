/// What a strategy is called on the command line and in reports.
package enum StrategyName: Sendable, Hashable {
    /// Each prompt to any model by chance.
    case random
    /// Long prompts to better models.
    case length
    /// The quality that prompts of such a length had in training, for each model.
    case lengthFitted
    /// Everything to the model that is best in the data.
    case bestFixed
    /// Everything to the model that is cheapest in the data.
    case cheapestFixed
    /// Knows every score and cost beforehand: what no router can pass.
    case oracle
    /// A quality predictor that was trained on other prompts.
    case predictor
    /// The router as it is without any experience: catalogue quality, difficulty and price.
    case prior
    /// Everything to one model.
    case model(String)

    /// The names that are no model's, in the order in which they are shown.
    package static let named: [StrategyName] = [
        .random, .length, .lengthFitted, .cheapestFixed, .bestFixed, .prior, .predictor, .oracle,
    ]

    package var text: String {
        switch self {
        case .random: "random"
        case .length: "length"
        case .lengthFitted: "length-fitted"
        case .bestFixed: "best-fixed"
        case .cheapestFixed: "cheapest-fixed"
        case .oracle: "oracle"
        case .predictor: "predictor"
        case .prior: "prior"
        case .model(let name): name
        }
    }

    /// Whether it decides by the prompt, so that it must show that it is worth more than one model for everything.
    package var isRouter: Bool {
        switch self {
        case .length, .lengthFitted, .predictor, .prior: true
        case .random, .bestFixed, .cheapestFixed, .oracle, .model: false
        }
    }

    /// - Parameter models: the models of the data, whose names are strategies too
    /// - Throws: `EvaluationError` of code `unknownName`
    package init(_ text: String, models: [String]) throws(EvaluationError) {
        if let name = Self.named.first(where: { $0.text == text }) {
            self = name
        } else if models.contains(text) {
            self = .model(text)
        } else {
            throw EvaluationError(
                .unknownName, "no strategy is called '\(text)'",
                hint: "name a model of the file, or one of: " + Self.named.map(\.text).joined(separator: ", "))
        }
    }
}
