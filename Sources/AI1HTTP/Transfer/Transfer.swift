internal import AI1Core
internal import CCurl

/// One hop in libcurl's hands. Lives on the engine's thread only, and is kept by the engine for as long as libcurl
/// knows it.
final class Transfer {
    let exchange: Exchange
    let destination: Destination
    let rule: AddressRule
    let library: CurlLibrary
    let easy: UnsafeMutableRawPointer
    let redactor: TraceRedactor
    let settings: TransportSettings
    private let beganAt = Monotonic.microseconds()
    private let deadlineAt: Int64
    private let errorText = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
    var headerList: UnsafeMutablePointer<curl_slist>?

    var head: HeadReader
    var stall: StallTimer
    /// Whether the sender has its answer; the body is then the reader's affair.
    private var isAnswered = false
    /// Why the transfer is given up, when that is ai1's own decision.
    private var fault: ProviderFault?
    var refusedAddress: IPAddress?
    private var bodyOctets = 0
    var uploadOffset = 0

    init(
        _ exchange: Exchange, to destination: Destination, rule: AddressRule, library: CurlLibrary,
        settings: TransportSettings
    ) throws(ProviderFault) {
        guard let easy = ai1_curl_easy_init(library.functions) else {
            throw ProviderFault(.refusedLocally, message: "libcurl has no memory for a transfer")
        }
        let limits = exchange.request.limits
        self.exchange = exchange
        self.destination = destination
        self.rule = rule
        self.library = library
        self.easy = easy
        self.settings = settings
        let isShown = settings.trace != nil
        redactor = TraceRedactor(
            headers: isShown ? exchange.request.headers : [], words: isShown ? exchange.request.hiddenWords : [])
        head = HeadReader(limit: limits.headerBytes)
        stall = StallTimer(limitMilliseconds: limits.stallTimeoutMilliseconds, now: beganAt)
        let deadline = limits.deadlineMilliseconds.map { min(max(0, $0), StallTimer.longestMilliseconds) * 1_000 }
        deadlineAt = deadline.map { exchange.clock.startMicroseconds + $0 } ?? .max
        errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    }

    deinit {
        errorText.deallocate()
    }

    /// Gives everything back to libcurl. Its last words may still come through the callbacks, so this is no part of
    /// `deinit`.
    func close() {
        ai1_curl_easy_cleanup(library.functions, easy)
        ai1_curl_list_free(library.functions, headerList)
    }

    var errorBuffer: UnsafeMutablePointer<CChar> { errorText }

    // MARK: - What comes in

    /// One line of a head, or of a trailer after the body.
    /// - Returns: false to give up
    func receivedHeader(_ line: UnsafeRawBufferPointer) -> Bool {
        stall.touch(Monotonic.microseconds())
        if isAnswered { return true }
        switch head.feed(line) {
        case .more: return true
        case .tooLarge:
            let limit = exchange.request.limits.headerBytes
            return giveUp(ProviderFault(.malformed, message: "the answer's head is larger than \(limit / 1024) KiB"))
        case .malformed: return giveUp(ProviderFault(.malformed, message: "the answer's head is not HTTP"))
        case .complete(let head):
            do {
                let outcome = try RedirectRules.outcome(of: head, to: exchange.request, from: destination)
                recordTimings(ended: false)
                isAnswered = true
                exchange.continuation.resume(returning: outcome)
                // The body of a redirect is of no use: the connection is closed.
                if case .redirect = outcome { return false }
                return true
            } catch {
                return giveUp(error)
            }
        }
    }

    /// A piece of the body.
    func receivedBody(_ bytes: UnsafeRawBufferPointer) -> ByteChannel.Offer {
        stall.touch(Monotonic.microseconds())
        if let limit = exchange.request.limits.bodyBytes, bodyOctets + bytes.count > limit {
            _ = giveUp(ProviderFault(.malformed, message: CurlFaults.tooLarge(limit)))
            return .closed
        }
        let offer = exchange.channel.offer(bytes)
        switch offer {
        case .accepted: bodyOctets += bytes.count
        case .pause: stall.pause()
        case .closed: break
        }
        return offer
    }

    private func giveUp(_ fault: ProviderFault) -> Bool {
        if self.fault == nil { self.fault = fault }
        return false
    }

    // MARK: - Time

    /// When `check` has to be called next.
    var due: Int64 { min(deadlineAt, stall.due) }

    /// Whether the deadline passed before the transfer could begin.
    var isLate: Bool { Monotonic.microseconds() >= deadlineAt }

    /// Looks whether the time is up.
    /// - Returns: false when the transfer is to be ended
    func check(_ now: Int64) -> Bool {
        let limits = exchange.request.limits
        if now >= deadlineAt { return giveUp(tooLate) }
        guard now >= stall.due else { return true }
        let count = offset(CURLINFO_SIZE_UPLOAD_T) + offset(CURLINFO_SIZE_DOWNLOAD_T)
        guard stall.check(now, sentAt: sentAt, count: count) else { return true }
        let limit = CurlFaults.duration(limits.stallTimeoutMilliseconds)
        return giveUp(
            isAnswered
                ? ProviderFault(.stalled, message: "nothing came for \(limit)")
                : ProviderFault(.transient, message: "no answer within \(limit)"))
    }

    /// The fault of a passed deadline.
    var tooLate: ProviderFault {
        let limit = CurlFaults.duration(exchange.request.limits.deadlineMilliseconds ?? 0)
        return ProviderFault(.deadline, message: "no complete answer within \(limit)")
    }

    private var sentAt: Int64? {
        let connected = offset(CURLINFO_PRETRANSFER_TIME_T)
        return connected > 0 ? beganAt + connected : nil
    }

    // MARK: - The end

    /// Tells sender or reader how it ended.
    /// - Parameter code: libcurl's result; nil when ai1 ended it
    func finish(_ code: CURLcode?) {
        recordTimings(ended: true)
        let failure = fault ?? code.flatMap(failure(for:))
        if isAnswered {
            exchange.channel.finish(failure.map { .failed($0) } ?? .complete)
        } else {
            exchange.continuation.resume(
                throwing: failure ?? ProviderFault(.transient, message: "the connection was closed without an answer"))
        }
    }

    /// Tells sender or reader that the engine cannot go on.
    func finish(_ fault: ProviderFault) {
        _ = giveUp(fault)
        finish(nil)
    }

    /// Tells sender or reader that it was given up by one of them.
    func finishCancelled() {
        recordTimings(ended: true)
        exchange.channel.finish(.cancelled)
        if !isAnswered { exchange.continuation.resume(throwing: CancellationError()) }
    }

    private func failure(for code: CURLcode) -> ProviderFault? {
        guard code != CURLE_OK else { return nil }
        if let refusedAddress, !isAnswered, sentAt == nil { return refusal(of: refusedAddress) }
        let faults = CurlFaults(
            context: CurlFaults.Context(
                destination: destination.shownHostAndPort, host: destination.shownHost, isConnected: sentAt != nil,
                hasHead: isAnswered,
                connectTimeoutMilliseconds: exchange.request.limits.connectTimeoutMilliseconds,
                bodyLimit: exchange.request.limits.bodyBytes))
        let text = String(cString: errorText)
        return faults.fault(code, text: text.isEmpty ? library.text(of: code) : text)
    }

    private func refusal(of address: IPAddress) -> ProviderFault {
        let isNot = rule == .loopback ? "is not this machine" : "is not a public address"
        let host = destination.shownHost
        let shown = "\(address)"
        let message =
            host == shown || host == "[\(shown)]" ? "\(shown) \(isNot)" : "\(host) leads to \(shown), which \(isNot)"
        return ProviderFault(.refusedLocally, message: message)
    }

    private func recordTimings(ended: Bool) {
        var timings = HTTPTimings()
        let start = beganAt - exchange.clock.startMicroseconds
        let phase = { [self] (info: CURLINFO) in
            let value = Int64(offset(info))
            return value > 0 ? start + value : 0
        }
        var connections = 0
        ai1_curl_get_long(library.functions, easy, CURLINFO_NUM_CONNECTS, &connections)
        timings.reusedConnection = connections == 0 && sentAt != nil
        if !timings.reusedConnection {
            timings.nameLookup = phase(CURLINFO_NAMELOOKUP_TIME_T)
            timings.connect = phase(CURLINFO_CONNECT_TIME_T)
            timings.tls = phase(CURLINFO_APPCONNECT_TIME_T)
        }
        timings.firstByte = phase(CURLINFO_STARTTRANSFER_TIME_T)
        timings.total = Monotonic.microseconds() - exchange.clock.startMicroseconds
        exchange.clock.record(timings, ended: ended)
    }

    private func offset(_ info: CURLINFO) -> Int64 {
        var value: curl_off_t = 0
        ai1_curl_get_offset(library.functions, easy, info, &value)
        return Int64(value)
    }
}
