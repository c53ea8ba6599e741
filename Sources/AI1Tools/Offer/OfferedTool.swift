package import AI1Core

/// A tool as it is offered to a model.
package struct OfferedTool: Sendable, Hashable {
    /// As its server describes it.
    package let tool: ServerTool
    /// As the model sees it.
    package let offer: Tool

    package init(tool: ServerTool, offer: Tool) {
        self.tool = tool
        self.offer = offer
    }
}

extension OfferedTool {
    /// The tools that can be offered, and a line for each that cannot: cleaned, for a person.
    static func offers(for tools: [ServerTool], _ limits: ToolLimits) -> (offered: [OfferedTool], notices: [String]) {
        let normalizer = SchemaNormalizer(limitBytes: limits.schemaBytes)
        var offered: [OfferedTool] = []
        var notices: [String] = []
        for (tool, name) in zip(tools, ToolNames.names(for: tools)) {
            guard offered.count < limits.offeredTools else {
                notices.append(
                    "tools: only \(limits.offeredTools) of \(tools.count) are offered; name those that are needed")
                break
            }
            do {
                let schema = try normalizer.normalized(tool.schema)
                let summary = TerminalCleaner.clean(tool.description)
                offered.append(
                    OfferedTool(
                        tool: tool,
                        offer: Tool(
                            name: name,
                            summary: summary.count <= limits.descriptionCharacters
                                ? summary : summary.prefix(limits.descriptionCharacters - 1) + "…",
                            parameters: schema)))
            } catch {
                notices.append("tool \(tool.label) is not offered: \(words(error, limits))")
            }
        }
        return (offered, notices)
    }

    private static func words(_ objection: SchemaNormalizer.Objection, _ limits: ToolLimits) -> String {
        switch objection {
        case .tooLarge: "the schema of its arguments is larger than \(limits.schemaBytes >> 10) KiB"
        case .tooDeep: "the schema of its arguments is nested too deeply"
        case .argumentName(let name): "its argument \"\(name)\" has a name that models refuse"
        }
    }
}
