#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Hours, days, weeks and months of the user's zone. All moments are seconds since 1970 in UTC.
package struct LocalCalendar: Sendable, Hashable {
    /// A fixed distance from UTC in seconds, for tests; nil for the zone of the process.
    package let offsetSeconds: Int64?
    /// The zone as a person knows it.
    package let zone: String

    /// The zone of the process: `TZ`, else the machine's.
    package init(environment: [String: String]) {
        offsetSeconds = nil
        zone = Self.name(environment)
    }

    package init(offsetSeconds: Int64, zone: String = "fixed") {
        self.offsetSeconds = offsetSeconds
        self.zone = zone
    }

    /// A calendar whose days begin at the same time of day as a known midnight.
    init(midnightAt seconds: Int64, zone: String) {
        let rest = (seconds % 86_400 + 86_400) % 86_400
        self.init(offsetSeconds: rest <= 43_200 ? -rest : 86_400 - rest, zone: zone)
    }

    /// A span of time; `stop` is the first second after it.
    package struct Span: Sendable, Hashable {
        package let start: Int64
        package let stop: Int64
    }

    /// The day as a number: 20261122.
    package func day(_ seconds: Int64) -> Int64 {
        let fields = fields(seconds)
        return (Int64(fields.tm_year) + 1_900) * 10_000 + (Int64(fields.tm_mon) + 1) * 100 + Int64(fields.tm_mday)
    }

    /// The time of day.
    package func time(_ seconds: Int64) -> (hour: Int64, minute: Int64, second: Int64) {
        let fields = fields(seconds)
        return (Int64(fields.tm_hour), Int64(fields.tm_min), Int64(fields.tm_sec))
    }

    /// The span that a moment belongs to.
    package func span(_ unit: Unit, at seconds: Int64) -> Span {
        var first = fields(seconds)
        first.tm_min = 0
        first.tm_sec = 0
        if unit == .hour {
            // Not by mktime, which cannot tell the two hours apart when summer time ends.
            let start = seconds - Int64(fields(seconds).tm_min) * 60 - Int64(fields(seconds).tm_sec)
            return Span(start: start, stop: start + 3_600)
        }
        first.tm_hour = 0
        var next = first
        switch unit {
        case .hour, .day: next.tm_mday += 1
        case .week:
            // Weeks begin on Monday (ISO 8601).
            first.tm_mday -= (first.tm_wday + 6) % 7
            next = first
            next.tm_mday += 7
        case .month:
            first.tm_mday = 1
            next = first
            next.tm_mon += 1
        }
        return Span(start: moment(first), stop: moment(next))
    }

    package enum Unit: String, Sendable, Hashable, CaseIterable {
        case hour, day, week, month
    }

    private func fields(_ seconds: Int64) -> tm {
        var fields = tm()
        if let offsetSeconds {
            var shifted = time_t(seconds + offsetSeconds)
            gmtime_r(&shifted, &fields)
        } else {
            var moment = time_t(seconds)
            localtime_r(&moment, &fields)
        }
        return fields
    }

    private func moment(_ fields: tm) -> Int64 {
        var fields = fields
        if let offsetSeconds { return Int64(timegm(&fields)) - offsetSeconds }
        // The library finds out whether it is summer then.
        fields.tm_isdst = -1
        return Int64(mktime(&fields))
    }

    private static func name(_ environment: [String: String]) -> String {
        if let zone = environment["TZ"], !zone.isEmpty { return zone.hasPrefix(":") ? String(zone.dropFirst()) : zone }
        var buffer = [UInt8](repeating: 0, count: 512)
        let count = buffer.withUnsafeMutableBytes {
            readlink("/etc/localtime", $0.baseAddress!.assumingMemoryBound(to: CChar.self), $0.count)
        }
        guard count > 0 else { return "UTC" }
        let path = String(decoding: buffer[..<count], as: UTF8.self)
        guard let mark = path.firstRange(of: "zoneinfo/") else { return "local" }
        return String(path[mark.upperBound...])
    }
}
