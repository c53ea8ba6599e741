/// What is done when a model calls a tool.
package enum ToolRule: String, Sendable, Hashable, CaseIterable {
    /// The user is asked; where nobody can be asked it is denied.
    case ask
    /// It is called without a question, once the user has approved the tool as it is.
    case allow
    /// It is never called, and not offered either.
    case deny
}

/// What is done about questions in one run.
package enum ToolConsent: String, Sendable, Hashable, CaseIterable {
    /// The user is asked.
    case ask
    /// Every question is answered with yes, but that about a tool that has changed since it was approved.
    case allow
    /// Every question is answered with no: for scripts.
    case never
}
