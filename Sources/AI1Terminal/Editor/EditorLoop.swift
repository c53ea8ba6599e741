#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The terminal's thread: waits for keys and jobs and does them one after the other.
struct EditorLoop {
    /// How long a terminal that does not mark pastes must be quiet for a burst to be over.
    private static let quietMilliseconds: Int32 = 10

    private let editor: LineEditor
    private let queue: SessionQueue
    private let pipe: WakePipe
    private let options: SessionOptions
    private let marksPastes: Bool

    init(_ editor: LineEditor, options: SessionOptions, queue: SessionQueue, pipe: WakePipe) {
        self.editor = editor
        self.options = options
        self.queue = queue
        self.pipe = pipe
        marksPastes = options.marksPastes && editor.marksPastes
    }

    /// Runs until the queue is closed.
    func run() {
        editor.start()
        while !queue.isClosed {
            let (hasInput, isQuiet) = wait()
            if hasInput { handle(read()) } else if isQuiet { handle(editor.splitter.timeOut()) }
            pipe.drain()
            // Before anything is drawn, also when the signal for it is still on its way.
            if !editor.isSuspended { editor.takeSize() }
            doJobs()
            if !editor.isSuspended { editor.flush() }
        }
        editor.end()
    }

    private func wait() -> (hasInput: Bool, isQuiet: Bool) {
        let watches = !editor.isSuspended && !editor.hasEnded
        var wanted = [
            pollfd(fd: pipe.reading, events: Int16(POLLIN), revents: 0),
            pollfd(fd: watches ? options.input : -1, events: Int16(POLLIN), revents: 0),
        ]
        let patience = watches ? editor.splitter.patienceMilliseconds ?? -1 : -1
        let count = poll(&wanted, 2, patience)
        return (count > 0 && wanted[1].revents != 0, count == 0)
    }

    // MARK: - Keys

    private func read() -> [InputSplitter.Piece] {
        var bytes = KeyQueue.read(options.input)
        guard !bytes.isEmpty else {
            editor.hasEnded = true
            _ = editor.events.yield(.endOfInput)
            return []
        }
        guard !marksPastes, InputSplitter.isBurst(bytes) else { return editor.splitter.feed(bytes) }
        while bytes.count <= PasteText.maximumBytes,
            KeyQueue.isReadable(options.input, milliseconds: Self.quietMilliseconds)
        {
            let more = KeyQueue.read(options.input)
            if more.isEmpty { break }
            bytes += more
        }
        if bytes.count > PasteText.maximumBytes { return [.tooLarge] }
        // The last Enter would have sent the line.
        if let last = bytes.last, last == 0x0D || last == 0x0A { bytes.removeLast() }
        return [.paste(bytes)]
    }

    private func handle(_ pieces: [InputSplitter.Piece]) {
        editor.takeSize()
        for piece in pieces {
            switch piece {
            case .keys(let bytes): editor.keys.append(bytes)
            case .paste(let bytes): editor.paste(bytes)
            case .tooLarge: editor.refusePaste()
            }
            editor.workOnKeys()
        }
        // The person sees the key before anything else is done.
        editor.flush()
    }

    // MARK: - Jobs

    private func doJobs() {
        var jobs = queue.take(isSuspended: editor.isSuspended)[...]
        while let job = jobs.popFirst() {
            perform(job)
            if editor.isSuspended { return queue.putBack(Array(jobs)) }
        }
    }

    private func perform(_ job: SessionJob) {
        switch job {
        case .show(let update): editor.show(update)
        case .print(let rows): editor.add(rows)
        case .send(let sequence): editor.write(Array(sequence.utf8))
        case .prompt(let text): editor.setPrompt(text)
        case .text(let text): editor.setText(text)
        case .ask(let question): editor.ask(question)
        case .withdraw(let id): editor.withdraw(id)
        case .suspend(let done):
            editor.giveBack()
            editor.isSuspended = true
            done.resume()
        case .resume:
            guard editor.isSuspended else { return }
            editor.isSuspended = false
            editor.takeBack()
        case .interrupt: editor.interrupt()
        case .stop: editor.stop()
        case .windowChanged: editor.takeSize()
        case .remember(let entry): editor.remember(entry)
        case .acceptedLines(let choice): editor.acceptedLines = choice
        }
    }
}
