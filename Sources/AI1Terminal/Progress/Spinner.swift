package import AI1Core
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A calm sign of life on standard error while nothing has come yet: a word and up to three dots on one line, which is
/// erased without a trace. The cursor is never hidden. Safe to use from any thread.
package final class Spinner: Sendable {
    /// Nothing is drawn before this: most answers begin sooner, and a flicker tells nobody anything.
    package static let delayMilliseconds: Int64 = 300
    /// Time between two frames.
    package static let frameMilliseconds: Int64 = 400

    private struct State {
        var word = ""
        var frame = 0
        var isDrawn = false
        /// Grows with every start and stop: a drawing task of an earlier run draws nothing.
        var run = 0
        var task: Task<Void, Never>?
    }

    private static let eraseLine = "\r\u{1B}[K"

    private let state = Mutex(State())
    private let descriptor: Int32
    private let columns: Int
    private let enabled: Bool
    private let style: Style
    private let clock: any WallClock

    /// - Parameters:
    ///   - stream: what is known of the stream; nothing is drawn unless it is a terminal that can redraw
    ///   - descriptor: where it is drawn
    ///   - clock: waits between frames
    package init(stream: StreamFacts, descriptor: Int32 = 2, clock: any WallClock) {
        self.descriptor = descriptor
        self.clock = clock
        enabled = stream.isTerminal && stream.canRedraw
        style = Style(hasColor: stream.hasColor)
        columns = stream.columns ?? 80
    }

    /// Starts, or goes on with another word if it runs already.
    /// - Parameter word: what is waited for, such as `waiting for openai/gpt-5.4-mini`; cleaned here
    package func start(_ word: String) {
        guard enabled else { return }
        let word = TerminalCleaner.cleanLine(word)
        state.withLock { state in
            state.word = word
            guard state.task == nil else {
                if state.isDrawn { draw(&state) }
                return
            }
            state.run += 1
            let run = state.run
            state.task = Task { await self.animate(run) }
        }
    }

    /// Stops and leaves the line empty, with the cursor at its beginning. Stopping twice does no harm.
    package func stop() {
        guard enabled else { return }
        state.withLock { state in
            state.task?.cancel()
            state.task = nil
            state.run += 1
            erase(&state)
        }
    }

    /// Erases the line while `body` writes something else; the next frame draws it again. `body` must not
    /// call the spinner.
    package func pause<Result>(_ body: () throws -> Result) rethrows -> Result {
        guard enabled else { return try body() }
        return try state.withLock { state in
            erase(&state)
            return try body()
        }
    }

    private func animate(_ run: Int) async {
        do {
            try await clock.sleep(milliseconds: Self.delayMilliseconds)
            while drawNext(run) { try await clock.sleep(milliseconds: Self.frameMilliseconds) }
        } catch {
            // Cancelled: `stop` has erased the line.
        }
    }

    private func drawNext(_ run: Int) -> Bool {
        state.withLock { state in
            guard state.run == run else { return false }
            state.frame += 1
            draw(&state)
            return true
        }
    }

    private func draw(_ state: inout State) {
        // One column stays free: a full line would wrap, and a wrapped line cannot be erased.
        let dots = String(repeating: ".", count: state.frame % 4)
        let line = DisplayWidth.truncate(state.word, to: max(0, columns - 5)) + " " + dots
        write(Self.eraseLine + style.dim(line))
        state.isDrawn = true
    }

    private func erase(_ state: inout State) {
        guard state.isDrawn else { return }
        state.isDrawn = false
        write(Self.eraseLine)
    }

    private func write(_ text: String) { TerminalOutput.write(text, to: descriptor) }
}
