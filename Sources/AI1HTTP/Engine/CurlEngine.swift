internal import AI1Core
internal import CCurl

/// The multi handle and its transfers. Made, used and dropped on one thread.
final class CurlEngine {
    /// How long an idle engine sleeps without looking; the mailbox wakes it.
    private static let idleMilliseconds: Int32 = 3_600_000
    /// Connections that are kept for later requests.
    private static let keptConnections = 64

    private let library: CurlLibrary
    private let multi: UnsafeMutableRawPointer
    private let mailbox: Mailbox
    private let settings: TransportSettings
    private var transfers: [UInt64: Transfer] = [:]
    /// When the first of the transfers' own timers may be due.
    private var nextCheck = Int64.max

    /// Loads libcurl and serves the mailbox until it says stop. Blocks the calling thread.
    static func serve(_ mailbox: Mailbox, settings: TransportSettings) {
        do {
            let engine = try CurlEngine(mailbox, settings: settings)
            try engine.run()
        } catch let fault as ProviderFault {
            mailbox.fail(fault)
        } catch {
            mailbox.fail(ProviderFault(.refusedLocally, message: "the network engine failed", underlying: "\(error)"))
        }
    }

    private init(_ mailbox: Mailbox, settings: TransportSettings) throws {
        library = try CurlLibrary.open()
        let code = ai1_curl_global_init(library.functions)
        guard code == CURLE_OK, let multi = ai1_curl_multi_init(library.functions) else {
            throw ProviderFault(
                .refusedLocally, message: "libcurl cannot be initialised", underlying: library.text(of: code))
        }
        self.multi = multi
        self.mailbox = mailbox
        self.settings = settings
        _ = ai1_curl_multi_set_long(library.functions, multi, CURLMOPT_MAXCONNECTS, Self.keptConnections)
        let wake = Wake(library: library, multi: multi)
        mailbox.setWake { wake() }
    }

    /// SAFETY: `curl_multi_wakeup` is the one function that any thread may call on a multi handle; the mailbox's lock
    /// keeps it from being called after the engine's end.
    private struct Wake: @unchecked Sendable {
        let library: CurlLibrary
        let multi: UnsafeMutableRawPointer

        func callAsFunction() { _ = ai1_curl_multi_wakeup(library.functions, multi) }
    }

    deinit {
        mailbox.setWake(nil)
        ai1_curl_multi_cleanup(library.functions, multi)
    }

    private func run() throws {
        while true {
            for command in mailbox.take() {
                guard serve(command) else { return stopAll(nil) }
            }
            let performed = ai1_curl_multi_perform(library.functions, multi)
            finishDone()
            checkTimers()
            let polled = ai1_curl_multi_poll(library.functions, multi, waitMilliseconds())
            for code in [performed, polled] where code.rawValue > 0 {
                let fault = ProviderFault(
                    .transient, message: "libcurl failed", underlying: "curl multi error \(code.rawValue)")
                stopAll(fault)
                throw fault
            }
        }
    }

    /// - Returns: false to stop
    private func serve(_ command: Mailbox.Command) -> Bool {
        switch command {
        case .start(let exchange): start(exchange)
        case .resume(let id): resume(id)
        case .cancel(let id):
            if let transfer = transfers[id] {
                transfer.finishCancelled()
                drop(transfer)
            }
        case .stop: return false
        }
        return true
    }

    private func start(_ exchange: Exchange) {
        do throws(ProviderFault) {
            let destination = try Destination(exchange.url, library: library)
            let rule = try RequestRules.check(exchange.request, to: destination)
            let transfer = try Transfer(
                exchange, to: destination, rule: rule, library: library, settings: settings)
            do throws(ProviderFault) {
                guard !transfer.isLate else { throw transfer.tooLate }
                try transfer.configure()
                let code = ai1_curl_multi_add(library.functions, multi, transfer.easy)
                guard code == CURLM_OK else {
                    throw ProviderFault(
                        .refusedLocally, message: "libcurl takes no more transfers",
                        underlying: "curl multi error \(code.rawValue)")
                }
            } catch {
                transfer.close()
                throw error
            }
            transfers[exchange.id] = transfer
            nextCheck = min(nextCheck, transfer.due)
        } catch {
            exchange.continuation.resume(throwing: error)
        }
    }

    private func resume(_ id: UInt64) {
        guard let transfer = transfers[id] else { return }
        transfer.stall.resume(Monotonic.microseconds())
        nextCheck = min(nextCheck, transfer.due)
        let code = ai1_curl_easy_resume(library.functions, transfer.easy)
        if code != CURLE_OK { end(transfer, code) }
    }

    private func finishDone() {
        while let message = ai1_curl_multi_message(library.functions, multi) {
            guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle else { continue }
            let code = message.pointee.data.result
            var pointer: UnsafeMutableRawPointer?
            ai1_curl_get_private(library.functions, easy, &pointer)
            guard let pointer else { continue }
            end(Unmanaged<Transfer>.fromOpaque(pointer).takeUnretainedValue(), code)
        }
    }

    private func checkTimers() {
        let now = Monotonic.microseconds()
        guard now >= nextCheck else { return }
        for transfer in transfers.values where !transfer.check(now) { end(transfer, nil) }
        nextCheck = transfers.values.map(\.due).min() ?? .max
    }

    private func waitMilliseconds() -> Int32 {
        guard nextCheck < .max else { return Self.idleMilliseconds }
        let left = max(0, nextCheck - Monotonic.microseconds())
        return min(Int32(clamping: (left + 999) / 1_000), Self.idleMilliseconds)
    }

    private func end(_ transfer: Transfer, _ code: CURLcode?) {
        transfer.finish(code)
        drop(transfer)
    }

    /// Takes a transfer out of libcurl; one that is not done loses its connection.
    private func drop(_ transfer: Transfer) {
        _ = ai1_curl_multi_remove(library.functions, multi, transfer.easy)
        transfer.close()
        transfers[transfer.exchange.id] = nil
    }

    /// Ends every transfer: with a fault, or as given up.
    private func stopAll(_ fault: ProviderFault?) {
        for transfer in transfers.values {
            if let fault { transfer.finish(fault) } else { transfer.finishCancelled() }
            drop(transfer)
        }
    }
}
