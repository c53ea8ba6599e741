internal import AI1Core
package import AI1Providers
internal import Synchronization

/// The sandbox as a real HTTP server on loopback: one thread a connection, in the dialects of OpenAI, Anthropic,
/// Google, Ollama and AI1NET.
package final class SandboxServer: Sendable {
    /// Connections beyond the limit that are told so; those beyond this are closed without a word.
    private static let surplusConnections = 32

    struct State {
        var listener: Socket?
        var acceptor: PosixThread?
        var threads: [Int: PosixThread] = [:]
        /// Connections whose threads have not ended.
        var sockets: [Int: Socket] = [:]
        var finished: [Int] = []
        var nextConnection = 0
        var stopping = false
        var statistics = SandboxStatistics()
        var recorded: [RecordedRequest] = []
        var plan: FaultPlan
        var hits: [String: Int] = [:]
        var rendered: [DialectName: [UInt8]] = [:]
    }

    package let configuration: SandboxServerConfiguration
    let state: Mutex<State>

    package init(configuration: SandboxServerConfiguration) {
        self.configuration = configuration
        state = Mutex(State(plan: configuration.plan))
    }

    /// Listens and serves until `stop()`.
    /// - Returns: the port
    /// - Throws: `SandboxError`
    package func start() throws -> UInt16 {
        guard configuration.host == "127.0.0.1" || configuration.host == "localhost" else {
            throw SandboxError(
                .notLoopback, message: "the sandbox serves loopback only, not \(configuration.host)",
                hint: "leave the host out, or use 127.0.0.1")
        }
        let listener = try Socket.listen(port: configuration.port)
        let port = listener.port
        let taken = state.withLock { state in
            guard state.listener == nil else { return false }
            state.listener = listener
            state.stopping = false
            return true
        }
        guard taken else {
            listener.close()
            throw SandboxError(.cannotListen, message: "the sandbox is already running")
        }
        guard let acceptor = PosixThread({ self.acceptAll(listener) }) else {
            state.withLock { $0.listener = nil }
            listener.close()
            throw SandboxError(.cannotListen, message: "no thread can be made")
        }
        state.withLock { $0.acceptor = acceptor }
        return port
    }

    /// Ends every exchange and every thread. Does nothing when it is not running.
    package func stop() {
        let (listener, acceptor) = state.withLock { state -> (Socket?, PosixThread?) in
            state.stopping = true
            for socket in state.sockets.values { socket.shutdownBoth() }
            defer { state.acceptor = nil }
            return (state.listener, state.acceptor)
        }
        guard let listener, let acceptor else { return }
        // Wakes the acceptor: it sees that the server is stopping.
        listener.shutdownBoth()
        acceptor.join()
        listener.close()
        let threads = state.withLock { state in
            defer { state.threads = [:] }
            return state.threads
        }
        for thread in threads.values { thread.join() }
        state.withLock { state in
            state.finished = []
            state.listener = nil
        }
    }

    /// What happened so far.
    package var statistics: SandboxStatistics { state.withLock { $0.statistics } }

    /// The newest requests, oldest first; at most as many as the configuration keeps.
    package var recordedRequests: [RecordedRequest] { state.withLock { $0.recorded } }

    /// Puts another plan in the place of the configuration's, for the requests that come.
    package func replacePlan(_ plan: FaultPlan) {
        state.withLock { state in
            state.plan = plan
            state.hits = [:]
        }
    }

    private func acceptAll(_ listener: Socket) {
        while !state.withLock({ $0.stopping }) {
            // Nothing to accept: the server stops, the client has left again, or descriptors ran out.
            guard listener.waitReadable(milliseconds: 200) else { continue }
            guard let socket = listener.accept() else {
                if !state.withLock({ $0.stopping }) { Socket.pause(milliseconds: 5) }
                continue
            }
            reap()
            admit(socket)
        }
    }

    private func admit(_ socket: Socket) {
        let (number, surplus) = state.withLock { state -> (Int?, Bool) in
            let open = state.sockets.count
            let limit = configuration.maximumConnections
            if state.stopping || open >= limit + Self.surplusConnections { return (nil, true) }
            let number = state.nextConnection
            state.nextConnection += 1
            state.sockets[number] = socket
            state.statistics.connections = state.sockets.count
            state.statistics.acceptedConnections += 1
            if open >= limit { state.statistics.refusedConnections += 1 }
            return (number, open >= limit)
        }
        guard let number else { return socket.close() }
        let thread = PosixThread {
            Connection(socket: socket, server: self, isSurplus: surplus).run()
            self.ended(number, socket)
        }
        guard let thread else { return ended(number, socket) }
        state.withLock { $0.threads[number] = thread }
    }

    private func ended(_ number: Int, _ socket: Socket) {
        state.withLock { state in
            // Closed under the lock, so that `stop` never shuts a descriptor that has become another's.
            socket.close()
            state.sockets[number] = nil
            state.statistics.connections = state.sockets.count
            state.finished.append(number)
        }
    }

    /// Joins the threads that have ended.
    private func reap() {
        let threads = state.withLock { state in
            let ready = state.finished.filter { state.threads[$0] != nil }
            defer { for number in ready { state.threads[number] = nil } }
            state.finished.removeAll { ready.contains($0) }
            return ready.compactMap { state.threads[$0] }
        }
        for thread in threads { thread.join() }
    }
}
