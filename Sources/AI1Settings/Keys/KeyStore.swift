package import AI1Core

/// ai1's own store of keys: a YAML file of `provider: key` lines with mode 0600.
package struct KeyStore: Sendable {
    static let maximumBytes = 1 << 20

    private let file: String

    /// - Parameter file: where the keys are; `Paths.keysFile`
    package init(file: String) { self.file = file }

    /// All keys by provider; empty when there is no file.
    /// - Throws: `SettingsError` of code `keyFileUnsafe`, `malformed`, `keyUnusable` and what reading throws; no message
    ///   shows a key
    package func keys() throws(SettingsError) -> [String: Secret] {
        try read().mapValues { Secret(key: $0) }
    }

    /// Adds or replaces a provider's key.
    /// - Throws: `SettingsError`, also of code `locked`, `cannotCreate`, `inputOutput`
    package func set(_ key: Secret, for provider: String) throws(SettingsError) {
        let checked = try Secret(checking: key.reveal(), from: "the caller")
        if let objection = SettingsSchema.objection(toName: provider, in: ["providers"]) {
            throw SettingsError(.badValue, "the name \(Display.name(provider)) \(objection)")
        }
        try change { $0[provider] = checked.reveal() }
    }

    /// Removes a provider's key.
    /// - Returns: whether there was one
    @discardableResult
    package func remove(_ provider: String) throws(SettingsError) -> Bool {
        guard try read()[provider] != nil else { return false }
        var wasThere = false
        try change { wasThere = $0.removeValue(forKey: provider) != nil }
        return wasThere
    }

    private func change(_ edit: (inout [String: String]) -> Void) throws(SettingsError) {
        try Directory.ensure(Paths.parent(of: file))
        try FileLock.hold(file + ".lock") { () throws(SettingsError) in
            var keys = try read()
            edit(&keys)
            var text = "# Keys of ai1, one provider a line. Made by \"ai1 route add\". Keep it to yourself.\n"
            for (provider, key) in keys.sorted(by: { $0.key < $1.key }) {
                text += "\(YAMLText.scalar(provider)): \(YAMLText.quoted(key))\n"
            }
            try AtomicFile.write(Array(text.utf8), to: file)
        }
    }

    private func read() throws(SettingsError) -> [String: String] {
        guard let bytes = try PrivateFile.read(file, role: "keys file", limitBytes: Self.maximumBytes) else {
            return [:]
        }
        guard let root = try YAMLDocument.parse(bytes, file: file), !root.isNull else { return [:] }
        guard case .map(let entries, _) = root.content else {
            throw YAMLDocument.malformed(file, root.mark.line, "expected \"provider: key\" lines")
        }
        var keys: [String: String] = [:]
        for entry in entries {
            guard case .scalar(let key, _) = entry.value.content, !entry.value.isNull else {
                throw YAMLDocument.malformed(file, entry.keyMark.line, "expected \"provider: key\"")
            }
            let place = "\(Display.path(file)):\(entry.keyMark.line)"
            keys[entry.key] = try Secret(checking: key, from: place).reveal()
        }
        return keys
    }
}
