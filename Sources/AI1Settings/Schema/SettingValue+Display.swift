internal import AI1Core

extension SettingValue {
    /// The value for a report on a terminal.
    var display: String {
        switch self {
        case .text(let text): TerminalCleaner.cleanLine(text, limit: 120)
        case .flag(let flag): flag ? "true" : "false"
        case .integer(let number): String(number)
        case .decimal(let number): number.text
        case .milliseconds(let amount): DurationText.text(milliseconds: amount)
        case .money(let amount): amount.credits
        case .price(let price): "$" + price.usdPerMillionTokens
        case .texts(let texts): TerminalCleaner.cleanLine(texts.joined(separator: ", "), limit: 120)
        case .section: ""
        }
    }

    /// Whether this bound is stricter than another of the same type; false for values that are no bounds.
    func isTighter(than other: SettingValue) -> Bool {
        switch (self, other) {
        case (.milliseconds(let left), .milliseconds(let right)): left < right
        case (.money(let left), .money(let right)): left < right
        case (.integer(let left), .integer(let right)): left < right
        case (.decimal(let left), .decimal(let right)): (left.double ?? 0) < (right.double ?? 0)
        default: false
        }
    }
}

extension SettingsSchema {
    /// Whether a value of the key at a path is stricter than another of it.
    static func isTighter(_ value: SettingValue, than other: SettingValue, at path: [String]) -> Bool {
        guard case .level(let names)? = keys.first(where: { $0.path == path })?.type, case .text(let left) = value,
            case .text(let right) = other
        else { return value.isTighter(than: other) }
        return (names.firstIndex(of: left) ?? 0) > (names.firstIndex(of: right) ?? 0)
    }

    /// What holds when nobody sets the key at a path.
    static func builtIn(at path: [String]) -> SettingValue? {
        guard let key = keys.first(where: { $0.path == path }), let text = key.builtIn else { return nil }
        return key.type.read(text)
    }

    /// A path with the user's own names replaced by `*` and indices by `[]`.
    static func pattern(of path: [String]) -> [String] {
        var pattern: [String] = []
        for name in path {
            switch entry(at: pattern) {
            case .named?: pattern.append("*")
            case .list?: pattern.append("[]")
            default: pattern.append(name)
            }
        }
        return pattern
    }
}
