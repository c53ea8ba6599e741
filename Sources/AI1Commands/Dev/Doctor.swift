internal import AI1Catalog
internal import AI1Core
internal import AI1HTTP
internal import AI1Settings
internal import AI1Terminal

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The checks of `ai1 dev doctor`.
struct Doctor {
    let context: CommandContext
    /// Whether keys may be tried.
    let isOnline: Bool

    /// What one check found.
    struct Finding {
        enum State: String {
            case ok, note, wrong

            var mark: Style.Mark {
                switch self {
                case .ok: .green
                case .note: .yellow
                case .wrong: .red
                }
            }
        }

        let state: State
        let subject: String
        let text: String
        var remedy: String?

        var json: JSONValue {
            [
                "state": .string(state.rawValue), "subject": .string(subject), "text": .string(text),
                "remedy": remedy.map { .string($0) } ?? .null,
            ]
        }
    }

    /// Runs every check. A check that fails never stops the others.
    func examine() async -> [Finding] {
        var findings = [Finding(state: .ok, subject: "ai1", text: Version.text)]
        findings.append(curl)
        findings += certificates
        let paths = Paths(environment: context.environment, workingFolder: context.workingDirectory)
        findings += folders(paths)
        do {
            let live = try Composition(context, quiet: true)
            findings += settings(live)
            findings += catalogues(live)
            findings += await keys(live)
            findings += await localServers(live)
        } catch let error as any AI1Error {
            findings.append(Finding(state: .wrong, subject: "settings", text: error.message, remedy: error.hint))
        } catch {
            findings.append(Finding(state: .wrong, subject: "settings", text: "\(error)"))
        }
        return findings
    }

    private var curl: Finding {
        guard let version = CurlTransport.libraryVersion() else {
            return Finding(
                state: .wrong, subject: "libcurl", text: "not found",
                remedy: "install it: apt install libcurl4, or your system's package")
        }
        return Finding(state: .ok, subject: "libcurl", text: version)
    }

    private var certificates: [Finding] {
        let named = ["SSL_CERT_FILE", "CURL_CA_BUNDLE"].compactMap { name in
            context.environment[name].flatMap { $0.isEmpty ? nil : (name, $0) }
        }.first
        if let (name, path) = named {
            let isReadable = access(path, R_OK) == 0
            return [
                Finding(
                    state: isReadable ? .ok : .wrong, subject: "certificates",
                    text: "\(path) (\(name))" + (isReadable ? "" : ": \(systemMessage(errno))"),
                    remedy: isReadable ? nil : "unset \(name), or set it to a readable file")
            ]
        }
        let usual = ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem"]
        if let path = usual.first(where: { access($0, R_OK) == 0 }) {
            return [Finding(state: .ok, subject: "certificates", text: path)]
        }
        return [
            Finding(
                state: .wrong, subject: "certificates", text: "none found",
                remedy: "install them: apt install ca-certificates, or set SSL_CERT_FILE")
        ]
    }

    private func folders(_ paths: Paths) -> [Finding] {
        [("config folder", paths.config), ("state folder", paths.state)].map { name, path in
            do throws(SettingsError) {
                try Directory.ensure(path)
                return Finding(state: .ok, subject: name, text: path)
            } catch {
                return Finding(state: .note, subject: name, text: error.message, remedy: error.hint)
            }
        }
    }

    private func settings(_ live: Composition) -> [Finding] {
        var findings = live.settings.files.map {
            Finding(
                state: .ok, subject: "\($0.layer.rawValue) settings", text: $0.path,
                remedy: $0.isTrusted ? nil : "it may set little until you trust it: ai1 route trust \($0.path)")
        }
        findings += live.settings.notices.map { Finding(state: .note, subject: "project settings", text: $0) }
        if let model = live.settings.model {
            let known = (try? RoutePlanner(live: live, routing: .init()).rows(named: model.value)) != nil
            findings.append(
                Finding(
                    state: known ? .ok : .wrong, subject: "default model", text: "\(model.value) (\(model.origin))",
                    remedy: known ? nil : "choose another: ai1 route use MODEL"))
        }
        return findings
    }

    private func catalogues(_ live: Composition) -> [Finding] {
        let damaged = SyncedFolder(live.paths).load().notices.map {
            Finding(state: .wrong, subject: "catalogue", text: $0, remedy: "ai1 route sync")
        }
        let files = live.synced.files.map {
            Finding(
                state: .ok, subject: "catalogue",
                text: "\($0.source): \(grouped(Int64($0.modelCount))) models, synced \(SyncList.minute($0)) UTC")
        }
        guard damaged.isEmpty, files.isEmpty else { return damaged + files }
        return [
            Finding(
                state: .ok, subject: "catalogue", text: "as it comes with ai1; for all models: ai1 route sync")
        ]
    }

    private func keys(_ live: Composition) async -> [Finding] {
        var findings: [Finding] = []
        for row in live.catalog.providers where row.dialect != .sandbox {
            do {
                guard let entry = try live.providers.entry(row.id), let source = entry.keySource else { continue }
                let endpoint = try await live.providers.endpoint(entry)
                var text = "\(source), fingerprint \(endpoint.key?.fingerprint ?? "-")"
                if isOnline {
                    let check = KeyCheck(transport: context.transport, catalog: live.catalog, context: context)
                    if case .works = try await check.check(entry.row, endpoint) { text += ", accepted" }
                }
                findings.append(Finding(state: .ok, subject: "key of \(row.id)", text: text))
            } catch let error as any AI1Error {
                findings.append(
                    Finding(state: .wrong, subject: "key of \(row.id)", text: error.message, remedy: error.hint))
            } catch {
                findings.append(Finding(state: .wrong, subject: "key of \(row.id)", text: "\(error)"))
            }
        }
        if findings.isEmpty {
            findings.append(
                Finding(
                    state: .note, subject: "keys", text: "no provider has a key",
                    remedy: "export OPENAI_API_KEY (or another provider's), or run: ai1 route add openai"))
        }
        return findings
    }

    private func localServers(_ live: Composition) async -> [Finding] {
        let found = (try? await LocalServers(transport: context.transport, providers: live.providers).find()) ?? []
        return found.map { server in
            let isAdded = server.entry.own != nil
            return Finding(
                state: .ok, subject: server.entry.row.id,
                text: "answers at \(server.entry.baseURL), \(server.models.count) models",
                remedy: isAdded ? nil : "ai1 route add local")
        }
    }
}
