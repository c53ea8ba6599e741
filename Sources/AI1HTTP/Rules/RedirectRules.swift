internal import AI1Core

/// What becomes of a redirect.
enum RedirectRules {
    /// What the sender is told about an answer's head.
    /// - Throws: `ProviderFault`: `redirected` for a provider, `refusedLocally` for a hop that is not allowed
    static func outcome(
        of head: HTTPHead, to request: HTTPRequest, from here: Destination
    ) throws(ProviderFault) -> Exchange.Outcome {
        guard (300..<400).contains(head.status) else { return .head(head) }
        switch request.policy {
        case .provider:
            throw ProviderFault(.redirected, status: head.status, message: message(for: head, from: here))
        case .publicFetch:
            guard [301, 302, 303, 307, 308].contains(head.status), let location = head["location"] else {
                return .head(head)
            }
            let next = try here.following(location)
            guard next.isSecure || !here.isSecure else {
                throw ProviderFault(
                    .refusedLocally, status: head.status,
                    message: "\(here.shownHost) redirects from https to plain http")
            }
            return .redirect(url: next.url, keepsMethod: head.status == 307 || head.status == 308)
        }
    }

    private static func message(for head: HTTPHead, from here: Destination) -> String {
        guard let location = head["location"], let next = try? here.following(location) else {
            return "answered with a redirect (status \(head.status)), which is never followed"
        }
        return "answered with a redirect to \(next.shownHost), which is never followed"
    }
}
