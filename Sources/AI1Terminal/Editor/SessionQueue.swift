internal import Synchronization

/// Jobs for the terminal's thread, in their order.
final class SessionQueue: Sendable {
    /// Jobs that wait at most; rows wait in the last of them. A further one is refused.
    static let maximumJobs = 1_024
    /// With so many rows waiting, whoever brings more waits too.
    static let maximumRows = 4_096

    private struct State {
        var jobs: [SessionJob] = []
        var rows = 0
        var isClosed = false
        var waiting: [UInt64: CheckedContinuation<Void, Never>] = [:]
        var lastNumber: UInt64 = 0
    }

    private let state = Mutex(State())
    private let pipe: WakePipe

    init(pipe: WakePipe) { self.pipe = pipe }

    var isClosed: Bool { state.withLock { $0.isClosed } }

    /// A number that no other caller gets.
    func number() -> UInt64 {
        state.withLock { state in
            state.lastNumber += 1
            return state.lastNumber
        }
    }

    /// A job that is refused is abandoned.
    func post(_ job: SessionJob) {
        let isTaken = state.withLock { state in
            guard !state.isClosed, state.jobs.count < Self.maximumJobs else { return false }
            Self.add(job, to: &state)
            return true
        }
        if isTaken { pipe.wake() } else { job.abandon() }
    }

    /// Hands rows over, and waits while too many wait already.
    func postRows(_ update: RowUpdate) async {
        post(.show(update))
        await waitForRoom()
    }

    /// The same for rows above the live ones.
    func postRows(_ rows: [String]) async {
        post(.print(rows))
        await waitForRoom()
    }

    private func waitForRoom() async {
        let number = number()
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let mustWait = state.withLock { state in
                    guard state.rows > Self.maximumRows, !state.isClosed, !Task.isCancelled else { return false }
                    state.waiting[number] = continuation
                    return true
                }
                if !mustWait { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiting.removeValue(forKey: number) }?.resume()
        }
    }

    /// Takes the jobs.
    /// - Parameter isSuspended: whether only the one that ends a suspension is wanted; the others keep waiting
    func take(isSuspended: Bool) -> [SessionJob] {
        let (jobs, waiting) = state.withLock { state in
            var jobs = state.jobs
            state.jobs = []
            if isSuspended {
                let resume = jobs.firstIndex { if case .resume = $0 { true } else { false } }
                guard let resume else {
                    state.jobs = jobs
                    return ([SessionJob](), [CheckedContinuation<Void, Never>]())
                }
                jobs.insert(jobs.remove(at: resume), at: 0)
            }
            let waiting = Array(state.waiting.values)
            state.waiting = [:]
            state.rows = 0
            return (jobs, waiting)
        }
        for continuation in waiting { continuation.resume() }
        return jobs
    }

    /// Puts jobs before all others.
    func putBack(_ jobs: [SessionJob]) {
        guard !jobs.isEmpty else { return }
        state.withLock { $0.jobs.insert(contentsOf: jobs, at: 0) }
        pipe.wake()
    }

    /// Refuses further jobs.
    func close() {
        state.withLock { $0.isClosed = true }
        pipe.wake()
    }

    /// Releases everyone who waits, when nothing will be taken any more.
    func abandon() {
        for job in take(isSuspended: false) { job.abandon() }
    }

    /// Rows join those that wait; of prompts only the last counts.
    private static func add(_ job: SessionJob, to state: inout State) {
        switch (job, state.jobs.last) {
        case (.show(let update), .show(var earlier)):
            earlier.settled += update.settled
            earlier.live = update.live
            state.jobs[state.jobs.count - 1] = .show(earlier)
        case (.print(let rows), .show(var earlier)):
            earlier.settled += rows
            state.jobs[state.jobs.count - 1] = .show(earlier)
        case (.print(let rows), .print(let earlier)): state.jobs[state.jobs.count - 1] = .print(earlier + rows)
        case (.prompt, .prompt): state.jobs[state.jobs.count - 1] = job
        default: state.jobs.append(job)
        }
        switch job {
        case .show(let update): state.rows += update.settled.count
        case .print(let rows): state.rows += rows.count
        default: break
        }
    }
}
