package import AI1Core

/// A way of asking that has a name: what the model is told, and how it is to answer.
package struct Role: Sendable, Hashable {
    /// A variable of the text.
    package struct Variable: Sendable, Hashable {
        package let name: String
        package let summary: String?
        /// Nil for one that must be given.
        package let defaultValue: String?

        package init(name: String, summary: String?, defaultValue: String?) {
            self.name = name
            self.summary = summary
            self.defaultValue = defaultValue
        }
    }

    package let name: String
    package var summary: String?
    package var model: String?
    package var objective: Objective?
    package var temperature: JSONNumber?
    package var maxOutputTokens: Int?
    package var reasoning: ReasoningEffort?
    /// As `--schema` takes it: a file, JSON, or the short form.
    package var schema: String?
    package var tools: [String] = []
    package var stop: [String] = []
    package var variables: [Variable] = []
    /// The system prompt, with variables.
    package var system: RoleTemplate?
    /// The prompt, with variables and `{{input}}`; nil when the input is the prompt.
    package var prompt: RoleTemplate?

    init(name: String) { self.name = name }
}

/// A role's texts with values in the places of its variables.
package struct RenderedRole: Sendable, Hashable {
    package let system: String?
    package let prompt: String?

    package init(system: String?, prompt: String?) {
        self.system = system
        self.prompt = prompt
    }
}

extension Role {
    /// Puts values in the places of the variables, once: what a value contains is never looked at.
    /// - Parameters:
    ///   - parameters: the user's values by the variables' names
    ///   - input: what was typed or piped; nil or empty for nothing
    /// - Throws: `ConversationError` of code `badParameter` for a name that the role does not have, and of code
    ///   `parameterMissing` once for all that have no value
    package func render(
        parameters: [String: String], input: String? = nil
    ) throws(ConversationError) -> RenderedRole {
        let names = variables.map(\.name)
        if let unknown = parameters.keys.sorted().first(where: { !names.contains($0) }) {
            let near = Suggestions.near(unknown, among: names)
            throw ConversationError(
                .badParameter, "the role \(name) has no variable \(TerminalCleaner.cleanLine(unknown, limit: 40))",
                hint: near.isEmpty
                    ? (names.isEmpty ? "it has none" : "it has: \(names.joined(separator: ", "))")
                    : "did you mean \(near.joined(separator: ", "))?")
        }
        var values: [String: String] = [:]
        var missing: [String] = []
        for variable in variables {
            if let value = parameters[variable.name] ?? variable.defaultValue {
                values[variable.name] = value
            } else {
                missing.append(variable.summary.map { "\(variable.name) (\($0))" } ?? variable.name)
            }
        }
        let input = input.flatMap { $0.isEmpty ? nil : $0 }
        values[RoleTemplate.input] = input
        if input == nil, prompt?.names.contains(RoleTemplate.input) == true { missing.append("the input") }
        guard missing.isEmpty else {
            let first = variables.first { missing.first?.hasPrefix($0.name) == true }?.name
            throw ConversationError(
                .parameterMissing, "the role \(name) needs \(missing.joined(separator: ", "))",
                hint: first.map { "give it a value: -p \($0)=…" } ?? "type it as the prompt, or pipe it in")
        }
        var text = prompt?.render(values)
        if let own = text, let input, prompt?.names.contains(RoleTemplate.input) == false {
            text = own + (own.hasSuffix("\n") ? "\n" : "\n\n") + input
        }
        return RenderedRole(system: system?.render(values), prompt: text ?? input)
    }
}
