/// Notices that nothing has come for too long. Times are microseconds of one clock that is passed in.
///
/// Before the request goes out nothing counts: connecting has its own limit. A transfer that is paused by its reader is
/// not stalled. Octets that libcurl counts but hands to nobody (an upload, compressed data without output) are progress
/// too; they are noticed by looking several times within the limit, so that a stall after them is told late by one look
/// at most.
struct StallTimer {
    /// A time-out is capped at some thirty years, so that sums cannot overflow.
    static let longestMilliseconds: Int64 = 1 << 40
    private static let looksPerLimit: Int64 = 4

    private let limit: Int64
    private var lastActivity: Int64?
    private var wasTouched = false
    private var lastCount: Int64 = 0
    private var paused = false
    /// When `check` has to be called next.
    private(set) var due: Int64

    init(limitMilliseconds: Int64, now: Int64) {
        limit = min(max(1, limitMilliseconds), Self.longestMilliseconds) * 1_000
        due = now + limit / Self.looksPerLimit
    }

    /// Something came.
    mutating func touch(_ now: Int64) {
        lastActivity = now
        wasTouched = true
    }

    mutating func pause() {
        paused = true
        due = .max
    }

    mutating func resume(_ now: Int64) {
        paused = false
        touch(now)
        due = now + limit / Self.looksPerLimit
    }

    /// Looks again.
    /// - Parameters:
    ///   - sentAt: when the request began to go out; nil while connecting
    ///   - count: octets sent and received so far
    /// - Returns: true when the transfer is stalled; otherwise `due` is later than `now`
    mutating func check(_ now: Int64, sentAt: Int64?, count: Int64) -> Bool {
        if paused { return false }
        let isUnseen = count != lastCount && !wasTouched
        lastCount = count
        wasTouched = false
        if isUnseen { lastActivity = now }
        let nextLook = now + limit / Self.looksPerLimit
        guard let sentAt else {
            due = nextLook
            return false
        }
        let last = max(lastActivity ?? sentAt, sentAt)
        due = min(nextLook, last + limit)
        return now >= last + limit
    }
}
