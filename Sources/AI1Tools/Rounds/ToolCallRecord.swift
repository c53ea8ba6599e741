package import AI1Core

/// What became of one call.
package struct ToolCallRecord: Sendable, Hashable {
    /// What was decided about it.
    package enum Decision: String, Sendable, Hashable {
        /// It was made: the user, or the user's policy, said so.
        case approved
        /// The user, or the user's policy, said no.
        case denied
        /// It could not be made: no such tool, or arguments that are none.
        case invalid
    }

    package let call: ToolCall
    /// The tool; nil when the model named one that there is not.
    package let tool: ServerTool?
    /// The arguments for a person, in full.
    package let arguments: String
    package let decision: Decision
    package let answer: ToolAnswer
    /// From the call to its answer.
    package let milliseconds: Double

    package init(
        call: ToolCall, tool: ServerTool?, arguments: String, decision: Decision, answer: ToolAnswer,
        milliseconds: Double
    ) {
        self.call = call
        self.tool = tool
        self.arguments = arguments
        self.decision = decision
        self.answer = answer
        self.milliseconds = milliseconds
    }

    /// `server/tool`, or the name that the model gave, for a terminal.
    package var label: String { tool?.label ?? TerminalCleaner.cleanLine(call.name, limit: 80) }

    /// Why nothing good came of it; nil when something did.
    package var error: String? { answer.isError ? answer.text : nil }

    /// The call as it goes back to the model: arguments that are no JSON object are left out, since providers refuse them.
    var echoed: ToolCall {
        let isObject = (try? JSONParser.parse(call.arguments))?.object != nil
        return isObject ? call : ToolCall(id: call.id, name: call.name, arguments: "{}")
    }

    var result: ToolResult {
        ToolResult(callID: call.id, name: call.name, content: answer.text, isError: answer.isError)
    }
}
