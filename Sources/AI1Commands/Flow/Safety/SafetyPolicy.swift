internal import AI1Core
internal import AI1Settings

/// Which checks a request goes through: the settings, and the flag over them.
struct SafetyPolicy: Sendable {
    var secrets: SafetyAction
    /// `off`, `warn` or `block`.
    var injection: SafetyAction
    var checksPrompt: Bool
    var output: SafetyAction
    var maxRisk: Double?
    var checksLocal: Bool
    var moderation: Sourced<String>?
    var moderates: ModerationScope
    var failsClosed: Bool

    init(_ settings: SafetySettings, flag: SafetyAction?) {
        secrets = settings.secrets.value
        injection = settings.injection.value
        checksPrompt = settings.checksPrompt.value
        output = settings.output.value
        maxRisk = settings.maxRisk?.value
        checksLocal = settings.checksLocal.value
        moderation = settings.moderation
        moderates = settings.moderates.value
        failsClosed = settings.failsClosed.value
        guard let flag else { return }
        secrets = flag
        if injection != .off, flag != .redact { injection = flag }
        if output != .off { output = flag }
        if flag == .off {
            maxRisk = nil
            moderation = nil
        }
    }

    /// Whether a request's texts are looked at.
    var checksInput: Bool { secrets != .off || injection != .off }
    var judgesInput: Bool { moderation != nil && moderates.includesInput }
    var judgesOutput: Bool { moderation != nil && moderates.includesOutput }
    /// Whether there is nothing to do at all: then nothing is scanned and nothing copied.
    var isOff: Bool { !checksInput && output == .off && moderation == nil }
}
