internal import AI1Core

/// A word or phrase and what it says about a request. Texts are in lower case.
struct VocabularyEntry {
    enum Meaning: Sendable {
        case task(TaskKind)
        case hard, easy, short, long, commitMessage
    }

    let text: StaticString
    let meaning: Meaning
    let weight: Double
    /// Whether the word may go on (`summar` in `summarize`).
    let isStem: Bool

    /// Whether a word of the request is this one.
    func matches(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        let count = text.utf8CodeUnitCount
        guard word.count >= count, isStem || word.count == count else { return false }
        let start = text.utf8Start
        for index in 0..<count where word[index] != start[index] { return false }
        return true
    }

    /// Whether this phrase stands in a text.
    func stands(in text: UnsafeBufferPointer<UInt8>) -> Bool {
        OctetSearch.contains(
            text, UnsafeBufferPointer(start: self.text.utf8Start, count: self.text.utf8CodeUnitCount))
    }
}
