package import AI1Core

/// All settings after the layers were put over each other, each with its origin.
package struct Settings: Sendable {
    /// The model to ask when no flag names one.
    package var model: Sourced<String>?
    package var objective: Sourced<Objective>
    /// The system prompt.
    package var system: Sourced<String>?
    /// The role of every request.
    package var role: Sourced<String>?
    /// Models that may serve when the chosen one cannot, in order.
    package var fallback: Sourced<[String]>
    package var limits: Limits
    package var temperature: Sourced<JSONNumber>?
    package var reasoning: Sourced<ReasoningEffort>?
    package var color: Sourced<ColorMode>
    package var quiet: Sourced<Bool>
    /// Whether answers on a terminal are shown as markdown.
    package var markdown: Sourced<Bool>
    package var hedge: Sourced<Bool>
    /// Whether the sandbox may answer without a terminal though it was not named.
    package var sandbox: Sourced<Bool>
    package var weights: Weights
    package var routing: RoutingSettings
    package var credits: Credits
    package var history: History
    package var safety: SafetySettings
    package var tools: ToolSettings
    /// Names of the user's own for models.
    package var aliases: [String: Sourced<String>]
    /// By the provider's name.
    package var providers: [String: ProviderSettings]
    /// Chains by the name of each, those that come with ai1 included.
    package var networks: [String: NetworkSettings]
    package var wallet: WalletSettings
    /// The files that were read, least important first.
    package var files: [SettingsFile]
    /// What the user should hear once: names that a project file may not set. Cleaned, one line each.
    package var notices: [String]
    /// Every setting that somebody set, in the order of the layers, for `ai1 dev doctor`.
    package var entries: [SettingsEntry]

    /// Bounds of a request.
    package struct Limits: Sendable, Hashable {
        package var deadlineMilliseconds: Sourced<Int64>?
        package var maxCost: Sourced<NanoUSD>?
        package var maxTokens: Sourced<Int>?
        /// Estimated tokens of a request's input.
        package var maxInput: Sourced<Int>?
        package var connectTimeoutMilliseconds: Sourced<Int64>
        package var stallTimeoutMilliseconds: Sourced<Int64>
    }

    /// How requests are paid.
    package struct Credits: Sendable, Hashable {
        package var mode: Sourced<CreditsMode>
        /// The part of a charge that comes back as a reward, in hundredths of a per cent.
        package var rewardBasisPoints: Sourced<Int64>
    }

    /// What is kept of requests that are over.
    package struct History: Sendable, Hashable {
        package var mode: Sourced<HistoryMode>
        /// For how many days prompts and answers are kept.
        package var retentionDays: Sourced<Int>
        /// Whether statistics of targets are kept.
        package var keepsStatistics: Sourced<Bool>
    }

    /// How much each property counts for the objective `balanced`.
    package struct Weights: Sendable, Hashable {
        package var quality: Sourced<Double>
        package var cost: Sourced<Double>
        package var speed: Sourced<Double>

        /// The weights alone, for the router.
        package var values: RoutePreferences.Weights {
            var weights = RoutePreferences.Weights()
            weights.quality = quality.value
            weights.cost = cost.value
            weights.speed = speed.value
            return weights
        }
    }
}

/// A settings file that was read.
package struct SettingsFile: Sendable, Hashable {
    package enum Layer: String, Sendable, Hashable { case system, user, project }

    package let path: String
    package let layer: Layer
    /// Whether it may set everything; true for all but a project's file that nobody has trusted.
    package let isTrusted: Bool
}

/// One setting as a line of a report.
package struct SettingsEntry: Sendable, Hashable {
    /// Its dotted name: `limits.deadline`.
    package let name: String
    /// Its value for a terminal; `[set]` for what may hold a secret.
    package let text: String
    package let origin: Origin
}
