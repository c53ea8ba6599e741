/// Changes the user's settings file for commands such as `ai1 route add`.
package struct SettingsEditor: Sendable {
    private let file: String

    /// - Parameter file: the user's settings; `Paths.configFile`
    package init(file: String) { self.file = file }

    /// Makes all changes or none. Comments, order and layout of the rest of the file stay; the result is checked before
    /// it replaces the file at once.
    /// - Throws: `SettingsError`: `notEditable` with the change to make by hand; `malformed`, `unknownKey`, `badValue`
    ///   when the file or the change is wrong; `locked`, `cannotCreate`, `inputOutput`
    package func apply(_ edits: [SettingsEdit]) throws(SettingsError) {
        try Directory.ensure(Paths.parent(of: file))
        try FileLock.hold(file + ".lock") { () throws(SettingsError) in
            let present = try FileContent.read(file, limitBytes: YAMLDocument.maximumBytes)
            var text = try SettingsText(present?.bytes ?? [], file: file)
            let before = text.bytes
            for edit in edits { try text.apply(edit) }
            let bytes = text.bytes
            if bytes == before { return }
            try SettingsLoader.check(bytes, file: file)
            try AtomicFile.write(bytes, to: file, mode: present?.mode ?? 0o600)
        }
    }
}
