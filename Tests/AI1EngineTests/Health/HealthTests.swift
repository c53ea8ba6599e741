import AI1Core
import AI1Engine
import AI1TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite("Health of targets")
struct HealthTests {
    private let start = Timestamp(millisecondsSinceEpoch: 1_767_225_600_000)
    private let key = HealthKey(provider: "a", model: "m", baseURL: "http://a", keyFingerprint: "f")

    @Test("three failures within a minute cool a target for thirty seconds, two do not")
    func threeFailures() {
        var health = TargetHealth()
        for seconds: Int64 in [0, 20] {
            health = health.after(.failed(.serverError), at: start.advanced(byMilliseconds: seconds * 1_000))
            #expect(health.state(at: start.advanced(byMilliseconds: seconds * 1_000)) == .healthy)
        }
        let third = start.advanced(byMilliseconds: 40_000)
        health = health.after(.failed(.serverError), at: third)
        guard case .cooling(let left, _) = health.state(at: third) else {
            Issue.record("not cooling: \(health)")
            return
        }
        #expect(left == 30_000)
        #expect(health.state(at: third.advanced(byMilliseconds: 30_000)) == .halfOpen)
    }

    @Test("failures that are further apart than a minute do not add up")
    func apart() {
        var health = TargetHealth()
        for minutes: Int64 in 0..<10 {
            let now = start.advanced(byMilliseconds: minutes * 61_000)
            health = health.after(.failed(.transient), at: now)
            #expect(health.state(at: now) == .healthy)
        }
    }

    @Test("after a cool-down one caller may try; its failure cools again, its success forgets everything")
    func halfOpen() {
        var health = TargetHealth().after(.cooling(until: start, reason: "429"), at: start)
        guard let claimed = health.claimingTrial(at: start) else {
            Issue.record("the first caller was refused")
            return
        }
        #expect(claimed.claimingTrial(at: start.advanced(byMilliseconds: 1_000)) == nil)
        #expect(claimed.claimingTrial(at: start.advanced(byMilliseconds: 61_000)) != nil)
        health = claimed.after(.failed(.serverError), at: start)
        guard case .cooling = health.state(at: start) else {
            Issue.record("a failed trial did not cool")
            return
        }
        #expect(claimed.after(.succeeded, at: start).isBlank)
    }

    @Test("the file keeps everything, and a damaged file is an empty one")
    func roundTrip() {
        var health = TargetHealth()
        health.failures = [start, start.advanced(byMilliseconds: 5)]
        health.coolUntil = start.advanced(byMilliseconds: 99)
        health.coolReason = "429"
        health.trialSince = start
        health.missingSince = start
        let snapshot = HealthSnapshot(targets: [key: health])
        let bytes = HealthFile.encode(snapshot)
        #expect(HealthFile.decode(bytes) == snapshot)
        for cut in 0..<bytes.count - 2 { #expect(HealthFile.decode(Array(bytes[..<cut])) == HealthSnapshot()) }
    }

    @Test("stores of two processes see each other, keep their file private, and lose nothing under contention")
    func shared() async throws {
        let folder = try TemporaryFolder()
        let until = start.advanced(byMilliseconds: 30_000)
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<32 {
                group.addTask {
                    let key = HealthKey(provider: "p\(number)", model: "m", baseURL: "b", keyFingerprint: "")
                    FileHealthStore(folder: folder.path).record(
                        .cooling(until: until, reason: "429"), for: key, at: until)
                }
            }
        }
        #expect(FileHealthStore(folder: folder.path).snapshot().targets.count == 32)
        var facts = stat()
        #expect(stat(folder.path("health.json"), &facts) == 0)
        #expect(facts.st_mode & 0o777 == 0o600)
    }

    @Test("only one of many callers gets the trial after a cool-down")
    func oneTrial() async throws {
        let folder = try TemporaryFolder()
        let store = FileHealthStore(folder: folder.path)
        store.record(.cooling(until: start, reason: "429"), for: key, at: start)
        let now = start.advanced(byMilliseconds: 10)
        let granted = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<16 {
                group.addTask { FileHealthStore(folder: folder.path).claimTrial(key, at: now) }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(granted == 1)
    }

    @Test("a store that cannot write stays silent and remembers nothing")
    func unwritable() {
        let store = FileHealthStore(folder: "/nonexistent/folder")
        store.record(.failed(.serverError), for: key, at: start)
        #expect(store.snapshot().targets.isEmpty)
        #expect(store.claimTrial(key, at: start))
    }
}
