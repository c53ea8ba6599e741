internal import AI1Core
internal import AI1Engine

extension AttachmentReader {
    /// Fetches what a URL names: no credentials, no private addresses, redirects up to a limit.
    /// - Throws: `CommandError` of code `inputMissing` or `badInput`; `CancellationError`
    func fetch(_ url: String) async throws -> AttachmentHaul {
        var request = HTTPRequest(method: .get, url: url, headers: [HTTPHeader("Accept", "*/*")], policy: .publicFetch)
        request.limits.bodyBytes = limits.readBytes
        request.limits.deadlineMilliseconds = deadlineMilliseconds
        do {
            let response = try await transport.send(request)
            guard response.head.status == 200 else {
                response.body.cancel()
                throw CommandError(
                    .inputMissing, message: "cannot fetch \(url): status \(response.head.status)",
                    hint: "check the URL, or download the file and attach that")
            }
            let bytes = try await response.body.collect(limit: limits.readBytes)
            return try haul(url, bytes, response)
        } catch let fault as ProviderFault {
            throw CommandError(
                fault.kind == .refusedLocally ? .badInput : .inputMissing,
                message: "cannot fetch \(url): \(fault.message)",
                hint: "download the file and attach that", underlying: fault.underlying)
        }
    }

    private func haul(_ url: String, _ bytes: [UInt8], _ response: HTTPResponse) throws(CommandError) -> AttachmentHaul
    {
        guard !bytes.isEmpty else {
            throw CommandError(.badInput, message: "\(url) is empty", hint: "check the URL")
        }
        let type = response.head["content-type"].map { TerminalCleaner.cleanLine($0, limit: 80) }
        let time = DurationLabel.text(milliseconds: Double(response.body.timings.total) / 1_000)
        var haul = AttachmentHaul()
        let page = try WebPage(url: url, bytes: bytes, contentType: type).text()
        haul.attachments = [Attachment(name: url, bytes: page.bytes)]
        let name = type.map { " " + ($0.split(separator: ";").first.map(String.init) ?? "") } ?? ""
        let how = page.note.map { " (\($0))" } ?? ""
        haul.notes = ["fetched \(url) \(AttachmentLimits.shown(bytes.count))\(name)\(how), \(time)"]
        return haul
    }
}
