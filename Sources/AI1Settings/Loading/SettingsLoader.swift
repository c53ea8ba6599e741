internal import AI1Core

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Reads the layers: system, user, project, environment. Flags are the caller's.
package struct SettingsLoader: Sendable {
    private let paths: Paths
    private let environment: [String: String]
    private let workingFolder: String
    private let trust: TrustStore

    /// - Parameters:
    ///   - workingFolder: where the search for a project's file begins; absolute
    ///   - trust: which project files may set everything
    package init(paths: Paths, environment: [String: String], workingFolder: String, trust: TrustStore) {
        self.paths = paths
        self.environment = environment
        self.workingFolder = workingFolder
        self.trust = trust
    }

    /// All settings.
    /// - Throws: `SettingsError`, with file and line or the variable's name; nothing is applied then
    package func load() throws(SettingsError) -> Settings {
        var merged = SettingsLayer()
        var files: [SettingsFile] = []
        var notices: [String] = []
        for folder in paths.system.reversed() {
            try add(Paths.join(folder, "config.yaml"), as: .system, to: &merged, files: &files)
        }
        try add(paths.configFile, as: .user, to: &merged, files: &files)
        switch ProjectFile.find(from: workingFolder, home: paths.home, trust: trust) {
        case .nothing: break
        case .passedOver(let notice): notices.append(notice)
        case .file(let project):
            files.append(SettingsFile(path: project.path, layer: .project, isTrusted: project.isTrusted))
            try add(project, to: &merged, notices: &notices)
        }
        merged.overlay(try EnvironmentReader.read(environment))
        var settings = SettingsBuilder(layer: merged).build()
        settings.files = files
        settings.notices = notices
        return settings
    }

    /// Checks the content of a settings file of the user without using it.
    static func check(_ bytes: [UInt8], file: String) throws(SettingsError) {
        guard let root = try YAMLDocument.parse(bytes, file: file) else { return }
        var reader = LayerReader(file: file, isTrusted: true)
        try reader.read(root)
    }

    private func add(
        _ path: String, as layer: SettingsFile.Layer, to merged: inout SettingsLayer, files: inout [SettingsFile]
    ) throws(SettingsError) {
        guard let content = try FileContent.read(path, limitBytes: YAMLDocument.maximumBytes) else { return }
        // Settings may name commands: whoever can write them can run programs as this user.
        guard content.mode & 0o002 == 0 else {
            throw SettingsError(
                .unsafeFile,
                "settings file \(Display.path(path)) can be written by others (mode \(Display.mode(content.mode)))",
                hint: "chmod go-w \(Display.shellWord(path))")
        }
        guard content.owner == geteuid() || content.owner == 0 else {
            throw SettingsError(
                .unsafeFile, "settings file \(Display.path(path)) belongs to another user",
                hint: "chown \(geteuid()) \(Display.shellWord(path))")
        }
        files.append(SettingsFile(path: path, layer: layer, isTrusted: true))
        guard let root = try YAMLDocument.parse(content.bytes, file: path) else { return }
        var reader = LayerReader(file: path, isTrusted: true)
        try reader.read(root)
        merged.overlay(reader.layer)
    }

    private func add(
        _ project: ProjectFile, to merged: inout SettingsLayer, notices: inout [String]
    ) throws(SettingsError) {
        guard let root = try YAMLDocument.parse(project.bytes, file: project.path) else { return }
        var reader = LayerReader(file: project.path, isTrusted: project.isTrusted)
        try reader.read(root)
        if project.isTrusted {
            merged.overlay(reader.layer)
            return
        }
        // A file from a stranger may tighten the user's limits and checks and not loosen them.
        for entry in reader.layer.entries {
            let present = merged[entry.path]?.value ?? SettingsSchema.builtIn(at: entry.path)
            if let section = entry.path.first, ["limits", "safety"].contains(section), let present,
                !SettingsSchema.isTighter(entry.value, than: present, at: entry.path)
            {
                continue
            }
            merged.set(entry.path, entry.value, entry.origin)
        }
        if !reader.refused.isEmpty { notices.append(notice(for: project.path, refused: reader.refused)) }
    }

    private func notice(for path: String, refused: [String]) -> String {
        // Only what looks like the name of a setting is repeated: a stranger's text is not.
        let named = refused.filter { name in
            name.utf8.count <= 40
                && name.utf8.allSatisfy {
                    (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x5F || $0 == 0x2E
                        || $0 == 0x2D
                }
        }
        var shown = named.prefix(8).map(Display.name).joined(separator: ", ")
        if shown.isEmpty { shown = "\(refused.count) entries" }
        let left = refused.count - min(named.count, 8)
        let more = left > 0 && !named.isEmpty ? " and \(left) more" : ""
        return "\(Display.path(path)): \(shown)\(more) not applied: the file is not trusted; see: ai1 route trust "
            + Display.shellWord(path)
    }
}
