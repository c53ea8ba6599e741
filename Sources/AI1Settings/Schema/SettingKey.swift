/// One row of the table of settings.
struct SettingKey: Sendable {
    /// Where a setting may stand.
    enum Scope: Sendable, Hashable {
        /// In every file, also in a project's that nobody has trusted.
        case everyFile
        /// In the user's and the system's file, and in trusted project files.
        case trustedFile
        /// In the environment only.
        case environment
    }

    /// Its place in the file: names, `*` for a name of the user's choice, `[]` for an element of a list.
    let path: [String]
    let type: SettingType
    let summary: String
    let example: String
    var builtIn: String?
    var variable: String?
    var scope = Scope.trustedFile
    /// Whether its value may be a secret, or close to one, and is never shown.
    var isSensitive = false

    /// `providers.*.base_url`.
    var name: String { path.joined(separator: ".") }
}
