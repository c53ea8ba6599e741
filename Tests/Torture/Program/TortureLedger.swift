import AI1Core
import AI1Ledger

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The ledger in a folder of the driver's.
enum TortureLedger {
    static let targets = [
        TargetName(provider: "north", model: "large"), TargetName(provider: "south", model: "small"),
        TargetName(provider: "west", model: "org/other"),
    ]

    static let calendar = LocalCalendar(offsetSeconds: 0)

    static func files(_ root: String) -> LedgerFiles {
        LedgerFiles(data: root + "/data", config: root + "/config", state: root + "/state")
    }

    static func open(_ root: String, forAudit: Bool = false) throws -> SQLiteLedger {
        let files = files(root)
        for folder in [root, files.data, files.config, files.state] { Disk.makeFolder(folder) }
        return try SQLiteLedger.open(
            files, clock: TortureClock(), calendar: calendar, forAudit: forAudit)
    }
}

/// The machine's clocks.
struct TortureClock: MachineClock {
    var now: Timestamp { Timestamp(millisecondsSinceEpoch: Self.nanoseconds(CLOCK_REALTIME) / 1_000_000) }

    let bootID = String(Disk.text("/proc/sys/kernel/random/boot_id").prefix { $0 != "\n" })

    var uptimeMilliseconds: Int64 {
        #if os(Linux)
            Self.nanoseconds(CLOCK_BOOTTIME) / 1_000_000
        #else
            Self.nanoseconds(CLOCK_MONOTONIC) / 1_000_000
        #endif
    }

    static func nanoseconds(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
