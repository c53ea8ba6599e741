package import AI1Core

/// HTTP over libcurl: one multi handle on one thread that owns it. libcurl is loaded by that thread, so a process that
/// never sends does not need it, and one that calls `warmUp` first does not wait for it.
package final class CurlTransport: HTTPTransport {
    /// Redirects that a public fetch follows.
    package static let redirectLimit = 5

    private let settings: TransportSettings
    private let mailbox = Mailbox()

    package init(settings: TransportSettings) {
        self.settings = settings
    }

    deinit {
        mailbox.post(.stop)
    }

    /// Starts the engine's thread, which loads libcurl meanwhile. Does nothing the second time.
    package func warmUp() {
        guard mailbox.claimStart() else { return }
        let (mailbox, settings) = (mailbox, settings)
        let started = EngineThread.start { CurlEngine.serve(mailbox, settings: settings) }
        if !started { mailbox.fail(ProviderFault(.refusedLocally, message: "cannot start a thread for the network")) }
    }

    /// The version line of the installed libcurl and its parts; nil when it is not installed.
    package static func libraryVersion() -> String? {
        (try? CurlLibrary.open())?.version
    }

    package func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        warmUp()
        let clock = ExchangeClock()
        var url = request.url
        var hop = request
        for _ in 0...Self.redirectLimit {
            let channel = self.channel(for: mailbox.nextID())
            switch try await exchange(hop, url: url, channel: channel, clock: clock) {
            case .head(let head):
                let body = CurlBody(channel: channel.bytes, clock: clock, transport: self)
                return HTTPResponse(head: head, body: body)
            case .redirect(let target, let keepsMethod):
                url = target
                if !keepsMethod { (hop.method, hop.body) = (.get, []) }
            }
        }
        throw ProviderFault(.redirected, message: "more than \(Self.redirectLimit) redirects")
    }

    private struct Channel {
        let id: UInt64
        let bytes: ByteChannel
    }

    private func channel(for id: UInt64) -> Channel {
        let mailbox = mailbox
        let bytes = ByteChannel(
            onResume: { mailbox.post(.resume(id)) },
            onCancel: { mailbox.post(.cancel(id)) })
        return Channel(id: id, bytes: bytes)
    }

    private func exchange(
        _ request: HTTPRequest, url: String, channel: Channel, clock: ExchangeClock
    ) async throws -> Exchange.Outcome {
        let (id, mailbox) = (channel.id, mailbox)
        return try await withTaskCancellationHandler {
            try Task.checkCancellation()
            return try await withCheckedThrowingContinuation { continuation in
                let exchange = Exchange(
                    id: id, request: request, url: url, channel: channel.bytes, clock: clock,
                    continuation: continuation)
                mailbox.post(.start(exchange))
                // A cancellation that came before the start found nothing to cancel.
                if Task.isCancelled { mailbox.post(.cancel(id)) }
            }
        } onCancel: {
            mailbox.post(.cancel(id))
        }
    }
}
