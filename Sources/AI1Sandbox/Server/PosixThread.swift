#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A thread of the system's own, for work that blocks. It must be joined or detached.
package struct PosixThread: Sendable {
    #if canImport(Darwin)
        private nonisolated(unsafe) let handle: pthread_t
    #else
        private let handle: pthread_t
    #endif

    private final class Body: Sendable {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    /// Starts a thread; nil when the system refuses it.
    package init?(_ run: @escaping @Sendable () -> Void) {
        let body = Unmanaged.passRetained(Body(run))
        #if canImport(Darwin)
            var handle: pthread_t?
            let code = pthread_create(&handle, nil, { Self.enter($0) }, body.toOpaque())
            guard code == 0, let handle else {
                body.release()
                return nil
            }
        #else
            var handle = pthread_t()
            let code = pthread_create(&handle, nil, { Self.enter($0) }, body.toOpaque())
            guard code == 0 else {
                body.release()
                return nil
            }
        #endif
        self.handle = handle
    }

    private static func enter(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        guard let context else { return nil }
        Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
        return nil
    }

    /// Waits until the thread has ended.
    package func join() { pthread_join(handle, nil) }

    /// Gives up waiting: the thread cleans up after itself. It must not be joined then.
    package func detach() { pthread_detach(handle) }
}
