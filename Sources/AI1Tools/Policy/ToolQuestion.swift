package import AI1Core

/// What a user is asked before a tool is called.
package struct ToolQuestion: Sendable, Hashable {
    package let tool: ServerTool
    /// The arguments as JSON, with every character that is not plainly visible as an escape: what is shown is what is sent.
    package let arguments: String
    /// How the tool stands.
    package let standing: ToolApprovals.Standing
    /// What the user's rules say.
    package let rule: ToolRule

    package init(tool: ServerTool, arguments: String, standing: ToolApprovals.Standing, rule: ToolRule) {
        self.tool = tool
        self.arguments = arguments
        self.standing = standing
        self.rule = rule
    }

    /// Why it is asked, where that is not plain.
    package var reason: String? {
        switch (standing, rule) {
        case (.changed, _): "\(tool.label) has changed since it was approved"
        case (.unknown, .allow): "\(tool.label) is allowed by the configuration, and has not been approved as it is now"
        case (.unknown, _), (.approved, _): nil
        }
    }
}

/// What the user answers.
package enum ToolVerdict: Sendable, Hashable {
    case yes
    case no
    /// Yes, and it is approved as it is from now on.
    case always
    /// The whole request is given up.
    case quit
    /// Nobody can be asked.
    case nobody
}

/// Puts a question to the user: the one-shot command on its terminal, a REPL through its own editor.
package typealias ToolApprover = @Sendable (ToolQuestion) async throws -> ToolVerdict
