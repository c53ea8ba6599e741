import AI1Core
import AI1TestSupport
import AI1Wallet
import Synchronization
import Testing

@testable import AI1Chain

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite("One sender of an account at a time")
struct NonceLockTests {
    private let sender = SendingBench.friend

    @Test("Who waits too long is told who holds it, and that it may try again")
    func bounded() async throws {
        let folder = try TemporaryFolder()
        let clock = TestClock(sleeping: .advances)
        let lock = NonceLock(folder: folder.path("state"), clock: clock, waitMilliseconds: 1_000)
        let told = Mutex<[String?]>([])
        let error = try await lock.hold(chain: 1, sender: sender) {
            try await expectChainError(.tryLater) {
                try await lock.hold(chain: 1, sender: sender, waiting: { name in told.withLock { $0.append(name) } }) {}
            }
        }
        #expect(error.message.contains("process \(getpid())"))
        #expect(error.kind == .tryLater)
        #expect(told.withLock { $0 } == ["\(getpid())"])
        #expect(clock.monotonicNanoseconds / 1_000_000 >= 1_000)
        #expect(folder.mode("state") == 0o700)
    }

    @Test("Other accounts and other chains do not wait")
    func apart() async throws {
        let folder = try TemporaryFolder()
        let lock = NonceLock(folder: folder.path("state"), clock: TestClock(), waitMilliseconds: 0)
        let number = try await lock.hold(chain: 1, sender: sender) {
            try await lock.hold(chain: 2, sender: sender) {
                try await lock.hold(chain: 1, sender: .zero) { 7 }
            }
        }
        #expect(number == 7)
    }

    @Test("It is free again after an error")
    func freed() async throws {
        let folder = try TemporaryFolder()
        let lock = NonceLock(folder: folder.path("state"), clock: TestClock(), waitMilliseconds: 0)
        await #expect(throws: Killed.self) { try await lock.hold(chain: 1, sender: sender) { throw Killed() } }
        #expect(try await lock.hold(chain: 1, sender: sender) { 1 } == 1)
    }

    @Test("A folder that cannot be made is an error")
    func noFolder() async throws {
        let lock = NonceLock(folder: "/proc/none/state", clock: TestClock())
        try await expectChainError(.lock) { try await lock.hold(chain: 1, sender: sender) {} }
    }
}
