/// Notices that nothing has come for too long. Times are microseconds of one clock that is passed in.
///
/// Before the request goes out nothing counts: connecting has its own limit. A transfer that is paused by its reader is not
/// stalled. Octets that libcurl counts but hands to nobody (an upload, compressed data without output) are progress too.
struct StallTimer {
    /// A time-out is capped at some thirty years, so that sums cannot overflow.
    static let longestMilliseconds: Int64 = 1 << 40

    private let limit: Int64
    private var lastActivity: Int64?
    private var lastCount: Int64 = 0
    private var paused = false
    /// When `check` has to be called next.
    private(set) var due: Int64

    init(limitMilliseconds: Int64, now: Int64) {
        limit = min(max(1, limitMilliseconds), Self.longestMilliseconds) * 1_000
        due = now &+ limit
    }

    /// Something came.
    mutating func touch(_ now: Int64) { lastActivity = now }

    mutating func pause() {
        paused = true
        due = .max
    }

    mutating func resume(_ now: Int64) {
        paused = false
        lastActivity = now
        due = now &+ limit
    }

    /// Looks again.
    /// - Parameters:
    ///   - sentAt: when the request began to go out; nil while connecting
    ///   - count: octets sent and received so far
    /// - Returns: true when the transfer is stalled; otherwise `due` is later than `now`
    mutating func check(_ now: Int64, sentAt: Int64?, count: Int64) -> Bool {
        if paused { return false }
        guard let sentAt else {
            due = now &+ limit
            return false
        }
        let last = max(lastActivity ?? sentAt, sentAt)
        if last &+ limit > now {
            due = last &+ limit
        } else if count != lastCount {
            due = now &+ limit
        } else {
            return true
        }
        lastCount = count
        return false
    }
}
