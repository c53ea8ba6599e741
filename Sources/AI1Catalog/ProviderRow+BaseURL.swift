package import AI1Core

extension ProviderRow {
    /// The base in this catalogue's form of what a provider's own variable or a user gives.
    ///
    /// The providers' tools differ in what a base includes: Anthropic's and AI1NET's leave `/v1` to the path, Google's
    /// variable leaves out the version that the base needs, and Ollama's may be a bare host and port, of which
    /// `0.0.0.0` means this machine and 11434 is the usual port.
    /// - Returns: an absolute http or https URL without a slash at its end; nil when the text is none
    package func normalisedBase(_ text: String) -> String? {
        var base = text[...]
        while let last = base.last, last == "/" || last.isWhitespace { base.removeLast() }
        while let first = base.first, first.isWhitespace { base.removeFirst() }
        guard !base.isEmpty, base.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return nil }
        if dialect == .ollama, base.range(of: "://") == nil { return Self.ollamaHost(base) }
        guard let scheme = base.range(of: "://") else { return nil }
        let name = base[..<scheme.lowerBound].lowercased()
        let rest = base[scheme.upperBound...]
        guard name == "http" || name == "https", let host = rest.first, host != "/", host != ":" else { return nil }
        var result = name + "://" + rest
        switch dialect {
        case .anthropic, .ai1net:
            if result.hasSuffix("/v1") { result.removeLast(3) }
        case .google:
            let last = result.split(separator: "/").last ?? ""
            let isVersion = last.first == "v" && last.dropFirst().first?.isNumber == true && !last.contains(".")
            if !isVersion { result += "/v1beta" }
        case .openAIChat, .openAIResponses, .ollama, .sandbox: break
        }
        while result.hasSuffix("/") { result.removeLast() }
        return result
    }

    private static func ollamaHost(_ text: Substring) -> String? {
        var host = text
        var port = "11434"
        if let colon = text.lastIndex(of: ":"), !text[colon...].contains("]") {
            let digits = text[text.index(after: colon)...]
            guard let number = UInt16(digits), number > 0 else { return nil }
            port = String(number)
            host = text[..<colon]
        }
        if host.isEmpty || host == "0.0.0.0" { host = "127.0.0.1" }
        if host == "[::]" { host = "[::1]" }
        guard !host.contains("/"), !host.contains("@") else { return nil }
        return "http://\(host):\(port)"
    }
}

extension Substring {
    /// Where a text stands in this one.
    fileprivate func range(of part: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
            formIndex(after: &start)
        }
        return nil
    }
}
