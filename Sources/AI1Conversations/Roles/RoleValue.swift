internal import AI1Core
internal import AI1Settings

/// One value of a role's front matter, read as what its key demands.
struct RoleValue {
    static let maximumElements = 64

    let file: String
    let entry: YAMLValue.Entry

    /// Whether it is `true` or `false`, without quotes.
    var flag: Bool? {
        guard case .scalar(let text, isPlain: true) = entry.value.content else { return nil }
        return text == "true" ? true : text == "false" ? false : nil
    }

    func text() throws(ConversationError) -> String { try text(entry.value) }

    /// A list of texts, or one text.
    func texts() throws(ConversationError) -> [String] {
        guard case .list(let elements, _) = entry.value.content else { return [try text()] }
        guard elements.count <= Self.maximumElements else {
            throw wrong("more than \(Self.maximumElements) elements")
        }
        var texts: [String] = []
        for element in elements { texts.append(try text(element)) }
        return texts
    }

    func choice<Choice>(_ type: Choice.Type) throws(ConversationError) -> Choice
    where Choice: RawRepresentable<String> & CaseIterable {
        let text = try text()
        guard let choice = Choice(rawValue: text) else {
            throw wrong(
                "\(Display.quoted(text)) is no \(entry.key)",
                hint: "one of: \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return choice
    }

    func temperature() throws(ConversationError) -> JSONNumber {
        let text = try text()
        guard let number = JSONNumber(text), let value = number.double, value >= 0, value <= 2 else {
            throw wrong("\(Display.quoted(text)) is no temperature", hint: "a number from 0 to 2, such as 0.7")
        }
        return number
    }

    func positive() throws(ConversationError) -> Int {
        let text = try text()
        guard let number = Int(text), number > 0 else {
            throw wrong("\(Display.quoted(text)) is no number of tokens", hint: "a whole number above zero")
        }
        return number
    }

    private func text(_ value: YAMLValue) throws(ConversationError) -> String {
        guard case .scalar(let text, _) = value.content, !value.isNull else {
            throw wrong("the value is not a text")
        }
        return text
    }

    private func wrong(_ what: String, hint: String? = nil) -> ConversationError {
        ConversationError(
            .roleMalformed, "\(Display.path(file)):\(entry.keyMark.line): \(Display.name(entry.key)): \(what)",
            hint: hint)
    }
}
