import AI1Core
import AI1Terminal
import Synchronization
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A clock on which a sleep ends when the test says so.
private final class HeldClock: WallClock, Sendable {
    private struct State {
        var sleeper: CheckedContinuation<Void, any Error>?
        var asked: [Int64] = []
        var waiter: CheckedContinuation<Void, Never>?
        var cancelled = false
    }

    private let state = Mutex(State())

    var now: Timestamp { Timestamp(millisecondsSinceEpoch: 0) }
    var monotonicNanoseconds: Int64 { 0 }
    var asked: [Int64] { state.withLock { $0.asked } }

    func sleep(milliseconds: Int64) async throws {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let (waiter, cancelled) = state.withLock { state in
                    state.asked.append(milliseconds)
                    if !state.cancelled { state.sleeper = continuation }
                    defer { state.waiter = nil }
                    return (state.waiter, state.cancelled)
                }
                waiter?.resume()
                if cancelled { continuation.resume(throwing: CancellationError()) }
            }
        } onCancel: {
            let sleeper = state.withLock { state in
                state.cancelled = true
                defer { state.sleeper = nil }
                return state.sleeper
            }
            sleeper?.resume(throwing: CancellationError())
        }
    }

    /// Waits until somebody sleeps.
    func untilAsleep() async {
        await withCheckedContinuation { continuation in
            let ready = state.withLock { state in
                if state.sleeper != nil { return true }
                state.waiter = continuation
                return false
            }
            if ready { continuation.resume() }
        }
    }

    /// Ends the present sleep and waits for the next one.
    func advance() async {
        let sleeper = state.withLock { state in
            defer { state.sleeper = nil }
            return state.sleeper
        }
        sleeper?.resume()
        await untilAsleep()
    }
}

@Suite(.timeLimit(.minutes(1))) struct SpinnerTests {
    private static let stream = StreamFacts(isTerminal: true, columns: 40, hasColor: false, canRedraw: true)

    @Test("nothing is drawn before the first wait is over, then dots grow, and stopping erases the line")
    func draws() async throws {
        let terminal = try PseudoTerminal()
        let clock = HeldClock()
        let spinner = Spinner(stream: Self.stream, descriptor: terminal.device, clock: clock)
        spinner.start("waiting for openai/gpt\u{1B}[2J")
        await clock.untilAsleep()
        for _ in 0..<4 { await clock.advance() }
        spinner.stop()
        spinner.stop()
        write(terminal.device, "end", 3)
        #expect(clock.asked == [300, 400, 400, 400, 400])
        let erase = "\r\u{1B}[K"
        let word = "waiting for openai/gpt"
        #expect(
            await terminal.read(until: "end")
                == "\(erase)\(word) .\(erase)\(word) ..\(erase)\(word) ...\(erase)\(word) \(erase)end")
    }

    @Test("a spinner that is stopped before it was drawn writes nothing")
    func quick() async throws {
        let terminal = try PseudoTerminal()
        let clock = HeldClock()
        let spinner = Spinner(stream: Self.stream, descriptor: terminal.device, clock: clock)
        spinner.start("waiting")
        await clock.untilAsleep()
        spinner.stop()
        write(terminal.device, "end", 3)
        #expect(await terminal.read(until: "end") == "end")
    }

    @Test("another word replaces the first at once, a pause clears the line, and a long word leaves a column free")
    func changes() async throws {
        let terminal = try PseudoTerminal()
        let clock = HeldClock()
        let stream = StreamFacts(isTerminal: true, columns: 12, hasColor: true, canRedraw: true)
        let spinner = Spinner(stream: stream, descriptor: terminal.device, clock: clock)
        spinner.start("first")
        await clock.untilAsleep()
        await clock.advance()
        spinner.start("second one")
        spinner.pause { _ = write(terminal.device, "notice\n", 7) }
        spinner.stop()
        write(terminal.device, "end", 3)
        let erase = "\r\u{1B}[K"
        #expect(
            await terminal.read(until: "end")
                == "\(erase)\u{1B}[2mfirst .\u{1B}[0m\(erase)\u{1B}[2msecond… .\u{1B}[0m\(erase)notice\r\nend")
    }

    @Test("in a pipe and on a dumb terminal nothing is ever drawn nor waited for")
    func silent() async throws {
        let terminal = try PseudoTerminal()
        for stream in [StreamFacts(isTerminal: false), StreamFacts(isTerminal: true, columns: 80, canRedraw: false)] {
            let clock = HeldClock()
            let spinner = Spinner(stream: stream, descriptor: terminal.device, clock: clock)
            spinner.start("waiting")
            spinner.stop()
            #expect(clock.asked == [])
        }
        write(terminal.device, "end", 3)
        #expect(await terminal.read(until: "end") == "end")
    }

    @Test("starts and stops from many tasks at once leave the line erased")
    func concurrent() async throws {
        let terminal = try PseudoTerminal()
        let spinner = Spinner(stream: Self.stream, descriptor: terminal.device, clock: ImmediateClock())
        async let output = terminal.read(until: "end")
        await withTaskGroup(of: Void.self) { group in
            for index in 0..<8 {
                group.addTask {
                    for _ in 0..<20 {
                        spinner.start("word \(index)")
                        await Task.yield()
                        spinner.stop()
                    }
                }
            }
        }
        spinner.stop()
        write(terminal.device, "end", 3)
        let text = await output
        #expect(text == "end" || text.hasSuffix("\r\u{1B}[Kend"))
    }
}

/// A clock on which every sleep ends at once.
private struct ImmediateClock: WallClock {
    var now: Timestamp { Timestamp(millisecondsSinceEpoch: 0) }
    var monotonicNanoseconds: Int64 { 0 }
    func sleep(milliseconds: Int64) async throws {
        await Task.yield()
        try Task.checkCancellation()
    }
}
