internal import AI1Core

extension ProviderDirectory.Entry {
    /// Whether what is sent to it stays on this machine: the sandbox, and servers on a loopback address.
    var isOnThisMachine: Bool {
        if row.dialect == .sandbox { return true }
        guard let start = baseURL.firstIndex(of: ":"), baseURL[start...].hasPrefix("://") else { return false }
        let rest = baseURL[baseURL.index(start, offsetBy: 3)...]
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let host =
            authority.hasPrefix("[") ? authority.prefix { $0 != "]" }.dropFirst() : authority.prefix { $0 != ":" }
        let name = host.lowercased()
        if name == "localhost" || name.hasSuffix(".localhost") || name == "::1" { return true }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
