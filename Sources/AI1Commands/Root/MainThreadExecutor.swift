internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Runs the program's tasks on the main thread, one at a time. The usual pool of threads would be started while libcurl is
/// being loaded, and starting a thread waits for the loader: that costs a fifth of a short request.
final class MainThreadExecutor: TaskExecutor {
    private let jobs = Mutex<[UnownedJob]>([])
    private let wakeRead: Int32
    private let wakeWrite: Int32

    /// Nil when the system has no descriptors left.
    init?() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        wakeRead = ends[0]
        wakeWrite = ends[1]
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let isFirst = jobs.withLock { jobs in
            jobs.append(job)
            return jobs.count == 1
        }
        guard isFirst else { return }
        var byte: UInt8 = 1
        // A full pipe wakes just as well.
        _ = write(wakeWrite, &byte, 1)
    }

    /// Serves jobs for ever.
    func run() -> Never {
        var bytes = [UInt8](repeating: 0, count: 64)
        while true {
            let ready = jobs.withLock { jobs in
                defer { jobs.removeAll(keepingCapacity: true) }
                return jobs
            }
            for job in ready { job.runSynchronously(on: asUnownedTaskExecutor()) }
            guard ready.isEmpty else { continue }
            var wait = pollfd(fd: wakeRead, events: Int16(POLLIN), revents: 0)
            poll(&wait, 1, -1)
            _ = read(wakeRead, &bytes, bytes.count)
        }
    }
}
