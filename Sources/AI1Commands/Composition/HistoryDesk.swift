internal import AI1Core
internal import AI1History
internal import Synchronization

/// The history of this process: opened when something first needs it, and then shared.
final class HistoryDesk: Sendable {
    let path: String
    private let opened = Mutex<HistoryFile?>(nil)

    init(path: String) { self.path = path }

    /// The open history; it is made when it is not there.
    /// - Parameter prepare: called before it is opened, to make its folder
    /// - Throws: `HistoryError`, and what `prepare` throws
    func open(_ prepare: () throws -> Void) throws -> HistoryFile {
        try opened.withLock { opened in
            if let opened { return opened }
            try prepare()
            let file = try HistoryFile.open(path)
            // The program ends with the answer: the kernel closes what is open sooner than we could.
            _ = Unmanaged.passRetained(file)
            opened = file
            return file
        }
    }
}
