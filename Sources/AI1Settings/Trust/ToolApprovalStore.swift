/// Which tools the user has approved for good: by `server/tool` and the SHA-256 of what the tool is, so that a changed tool is
/// asked about again.
package struct ToolApprovalStore: Sendable {
    /// How a tool stands.
    package enum Standing: Sendable, Hashable { case approved, changed, unknown }

    private let records: DigestRecords

    /// - Parameter file: where the list is kept; `Paths.toolsFile`
    package init(file: String) {
        records = DigestRecords(
            file: file, list: "tools", key: "tool", title: "the list of approved tools",
            remedy: "remove it and approve the tools again")
    }

    /// How a tool stands as it is now. Unknown when the list cannot be read or is not the user's own.
    package func standing(of tool: String, identity: [UInt8]) -> Standing {
        guard let known = (try? records.read())?.last(where: { $0.name == tool }) else { return .unknown }
        return known.digest == Self.digest(identity) ? .approved : .changed
    }

    /// Approves a tool as it is now.
    /// - Throws: `SettingsError`
    package func approve(_ tool: String, identity: [UInt8]) throws(SettingsError) {
        try records.change { records in
            records.removeAll { $0.name == tool }
            records.append(DigestRecords.Record(name: tool, digest: Self.digest(identity)))
        }
    }

    /// Takes an approval back.
    /// - Returns: whether there was one
    /// - Throws: `SettingsError`
    package func forget(_ tool: String) throws(SettingsError) -> Bool {
        var wasThere = false
        try records.change { records in
            wasThere = records.contains { $0.name == tool }
            records.removeAll { $0.name == tool }
        }
        return wasThere
    }

    /// The SHA-256 of a tool's identity in hexadecimal digits.
    package static func digest(_ identity: [UInt8]) -> String { DigestRecords.digest(identity) }
}
