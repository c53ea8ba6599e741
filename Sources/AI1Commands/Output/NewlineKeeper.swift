/// Makes an answer end with exactly one newline: newlines are held back until more text follows.
struct NewlineKeeper {
    private var held = 0
    private var wroteAnything = false

    /// The octets to write now for a piece of text.
    mutating func pass(_ text: [UInt8]) -> [UInt8] {
        guard text.last == 0x0A || held > 0 else {
            wroteAnything = wroteAnything || !text.isEmpty
            return text
        }
        var end = text.endIndex
        while end > text.startIndex, text[end - 1] == 0x0A { end -= 1 }
        guard end > text.startIndex else {
            held += text.count
            return []
        }
        let output = [UInt8](repeating: 0x0A, count: held) + text[..<end]
        held = text.endIndex - end
        wroteAnything = true
        return output
    }

    /// The octets that end the answer: one newline after any text, nothing after none.
    mutating func finish() -> [UInt8] {
        held = 0
        return wroteAnything ? [0x0A] : []
    }
}
