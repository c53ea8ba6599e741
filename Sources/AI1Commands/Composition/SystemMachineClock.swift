internal import AI1Core
internal import AI1Ledger

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The machine's wall clock beside the clock of its boot, which nobody can set.
struct SystemMachineClock: MachineClock {
    /// Read once: a process does not outlive its boot.
    let bootID = Self.readBootID()

    var now: Timestamp { SystemClock().now }

    var uptimeMilliseconds: Int64 {
        var time = timespec()
        #if canImport(Darwin)
            // Goes on while the machine sleeps, unlike CLOCK_UPTIME_RAW.
            clock_gettime(CLOCK_MONOTONIC_RAW, &time)
        #else
            clock_gettime(CLOCK_BOOTTIME, &time)
        #endif
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }

    /// The kernel's name of this boot; empty where it has none to give.
    private static func readBootID() -> String {
        var bytes = [UInt8](repeating: 0, count: 64)
        #if canImport(Darwin)
            var size = bytes.count
            guard sysctlbyname("kern.bootsessionuuid", &bytes, &size, nil, 0) == 0 else { return "" }
            let count = size
        #else
            let descriptor = open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { return "" }
            defer { close(descriptor) }
            let count = read(descriptor, &bytes, bytes.count)
        #endif
        guard count > 0 else { return "" }
        let text = bytes.prefix(count).prefix { $0 > 0x20 && $0 < 0x7F }
        return String(decoding: text, as: UTF8.self)
    }
}
