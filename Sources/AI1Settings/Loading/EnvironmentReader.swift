/// Settings from the environment. An empty variable counts as not set.
enum EnvironmentReader {
    /// - Throws: `SettingsError` of code `badValue`, with the variable's name
    static func read(_ environment: [String: String]) throws(SettingsError) -> SettingsLayer {
        var layer = SettingsLayer()
        for key in SettingsSchema.keys {
            guard let variable = key.variable, let text = environment[variable], !text.isEmpty else { continue }
            let problem = BadValue(text: text, key: key, name: variable)
            if key.type.isList {
                var texts: [String] = []
                for part in text.split(separator: ",") {
                    let word = trimmed(part)
                    if word.isEmpty { continue }
                    guard key.type.read(word) != nil else {
                        throw SettingsError(.badValue, problem.message, hint: problem.hint)
                    }
                    texts.append(word)
                }
                layer.set(key.path, .texts(texts), .variable(variable))
                continue
            }
            guard let value = key.type.read(text) else {
                throw SettingsError(.badValue, problem.message, hint: problem.hint)
            }
            layer.set(key.path, value, .variable(variable))
        }
        return layer
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
