import AI1Conversations
import AI1Core
import AI1TestSupport

/// A queue in a folder of its own.
struct QueueBench {
    let folder: TemporaryFolder
    let clock = TestClock(sleeping: .advances)
    let store: QueueStore
    private let random = SeededRandom(seed: 3)

    init(limits: QueueLimits = QueueLimits()) throws {
        folder = try TemporaryFolder(inMemory: true)
        store = QueueStore(folder: folder.path("queue"), clock: clock, limits: limits)
    }

    /// The same folder as another process would have it.
    var other: QueueStore { QueueStore(folder: folder.path("queue"), clock: clock) }

    func request(_ text: String = "later") -> ChatRequest {
        clock.advance(milliseconds: 1)
        return ChatRequest(
            id: RequestID(time: clock.now, random: (random.next(), random.next())), messages: [.user(text)])
    }

    func add(_ text: String = "later") throws -> QueueEntry { try store.add(request(text), wishes: QueueWishes()) }

    var outcome: QueueEntry.Outcome {
        QueueEntry.Outcome(
            requestID: RequestID(high: 5, low: 6), target: Sample.target, charge: NanoUSD(7), answer: "yes",
            state: .complete, time: Timestamp(millisecondsSinceEpoch: 9))
    }
}
