#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

/// A thread of its own for blocking work.
enum EngineThread {
    private final class Work: Sendable {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    /// Runs `work` on a new detached thread that takes no signals: they belong to the main thread, and a closed socket
    /// must not end the process.
    /// - Returns: false when the system has no thread left
    static func start(_ work: @escaping @Sendable () -> Void) -> Bool {
        let argument = Unmanaged.passRetained(Work(work)).toOpaque()
        #if canImport(Darwin)
            var thread: pthread_t?
            let code = pthread_create(&thread, nil, { EngineThread.enter($0) }, argument)
            if code == 0, let thread { pthread_detach(thread) }
        #else
            var thread = pthread_t()
            let code = pthread_create(&thread, nil, { EngineThread.enter($0) }, argument)
            if code == 0 { pthread_detach(thread) }
        #endif
        if code != 0 { Unmanaged<Work>.fromOpaque(argument).release() }
        return code == 0
    }

    private static func enter(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        guard let argument else { return nil }
        var signals = sigset_t()
        sigfillset(&signals)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run()
        return nil
    }
}
