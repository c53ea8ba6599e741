internal import AI1Core
internal import AI1Terminal
internal import Synchronization

/// A terminal that an answer is painted on, while other lines may come between.
final class PaintedScreen: Sendable {
    private struct State {
        var painter: LivePainter
        var live: [String] = []
    }

    private let output: OutputStream
    private let state: Mutex<State>

    init(output: OutputStream, size: (columns: Int, rows: Int)) {
        self.output = output
        state = Mutex(State(painter: LivePainter(columns: size.columns, rows: size.rows)))
    }

    /// - Throws: as `OutputStream.write`
    func show(_ update: RowUpdate) throws {
        try state.withLock { state in
            state.live = update.live
            let bytes = state.painter.paint(update)
            if !bytes.isEmpty { try output.write(bytes) }
        }
    }

    /// Lets somebody else write a line where the live rows are; they come again below it.
    func interrupt(_ write: () -> Void) {
        state.withLock { state in
            try? output.write(state.painter.erase())
            write()
            try? output.write(state.painter.paint(RowUpdate(live: state.live)))
        }
    }
}

/// Where notices go: to standard error, and around an answer that is being painted on the same terminal.
final class NoticeRoute: Sendable {
    private let errors: OutputStream
    private let screen = Mutex<PaintedScreen?>(nil)

    init(errors: OutputStream) { self.errors = errors }

    func set(_ screen: PaintedScreen?) { self.screen.withLock { $0 = screen } }

    func line(_ text: String) {
        guard errors.isTerminal, let screen = screen.withLock({ $0 }) else {
            try? errors.line(text)
            return
        }
        screen.interrupt { try? errors.line(text) }
    }
}
