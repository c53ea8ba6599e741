internal import AI1Core

/// What was found in one user turn.
struct TextSignals {
    /// From this weight on a task counts as asked for.
    static let threshold = 1.5

    /// The task asked for; nil when nothing says so.
    private(set) var task: TaskKind?
    /// Weight of words that promise a hard request, and of those that promise an easy one.
    private(set) var hard = 0.0
    private(set) var easy = 0.0
    /// Sentences and list items that ask for something.
    private(set) var demands = 0
    /// The user wants it short, or long.
    private(set) var wantsShort = false
    private(set) var wantsLong = false
    /// A number of words that was asked for.
    private(set) var wordCount: Int?
    private(set) var isCommitMessage = false
    /// Whether text to work on comes with the instruction.
    private(set) var hasMaterial = false
    private(set) var instructionBytes = 0
    private(set) var totalBytes = 0

    init() {}

    init(_ sample: TextSample) {
        instructionBytes = sample.instruction.count
        totalBytes = sample.totalBytes
        var weights = [Double](repeating: 0, count: TaskKind.allCases.count)
        sample.instruction.withUnsafeBufferPointer { bytes in
            scanWords(bytes, into: &weights)
            scanPhrases(bytes, into: &weights)
        }
        let marks = TextMarks(sample.body)
        hasMaterial = marks.isDiff || marks.hasFence || totalBytes > 1_200
        demands = marks.listItems
        weights[Self.index(.code)] +=
            (marks.hasFence ? 2 : 0) + (marks.isDiff ? 2 : 0) + (marks.programLines >= 2 ? 1.5 : 0)
        weights[Self.index(.math)] += marks.hasFormula ? 1.5 : 0
        var best = Self.threshold
        // In the order of the cases, so that equal weights give one answer.
        for candidate in TaskKind.allCases where weights[Self.index(candidate)] > best - 1e-9 {
            if task == nil || weights[Self.index(candidate)] > best {
                best = weights[Self.index(candidate)]
                task = candidate
            }
        }
    }

    /// Takes the task of an earlier turn when this one has none.
    mutating func adoptTask(of earlier: TextSignals) {
        if task == nil { task = earlier.task }
    }

    private mutating func scanWords(_ bytes: UnsafeBufferPointer<UInt8>, into weights: inout [Double]) {
        var start = 0
        var ordinal = 0
        var number: Int?
        while start < bytes.count {
            guard Self.isWord(bytes[start]) else {
                start += 1
                continue
            }
            var end = start
            while end < bytes.count, Self.isWord(bytes[end]) { end += 1 }
            let word = UnsafeBufferPointer(rebasing: bytes[start..<end])
            ordinal += 1
            for entry in TaskVocabulary.words where entry.matches(word) {
                note(entry, factor: ordinal <= 4 ? 1.5 : 1, into: &weights)
            }
            if let number, TaskVocabulary.isWordForWords(word) { wordCount = number }
            number = Self.number(word)
            start = end
        }
    }

    private mutating func scanPhrases(_ bytes: UnsafeBufferPointer<UInt8>, into weights: inout [Double]) {
        for entry in TaskVocabulary.phrases where entry.stands(in: bytes) { note(entry, factor: 1, into: &weights) }
    }

    private mutating func note(_ entry: VocabularyEntry, factor: Double, into weights: inout [Double]) {
        switch entry.meaning {
        case .task(let task): weights[Self.index(task)] += entry.weight * factor
        case .hard: hard += entry.weight
        case .easy: easy += entry.weight
        case .short: wantsShort = true
        case .long: wantsLong = true
        case .commitMessage:
            isCommitMessage = true
            easy += 1.5
            weights[Self.index(.code)] += entry.weight
        }
    }

    private static func index(_ task: TaskKind) -> Int {
        switch task {
        case .chat: 0
        case .code: 1
        case .math: 2
        case .summary: 3
        case .extraction: 4
        case .translation: 5
        case .creative: 6
        case .vision: 7
        case .image: 8
        case .audio: 9
        case .embedding: 10
        }
    }

    static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: true
        case UInt8(ascii: "+"), UInt8(ascii: "#"): true
        default: false
        }
    }

    private static func number(_ word: UnsafeBufferPointer<UInt8>) -> Int? {
        guard word.count <= 6 else { return nil }
        return Int(String(decoding: word, as: UTF8.self))
    }
}
