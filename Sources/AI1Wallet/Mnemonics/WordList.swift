/// Words and their places, looked up by octets: a user's word never becomes a `String`.
struct WordList: Sendable {
    /// The English list of BIP-39.
    static let english = WordList(EnglishWords.text)

    /// The longest word of the English list.
    static let longestWord = 8

    private let text: StaticString
    /// Where each word starts in the text, and its length.
    private let places: [(start: UInt16, count: UInt8)]

    var count: Int { places.count }

    private init(_ text: StaticString) {
        self.text = text
        var places: [(start: UInt16, count: UInt8)] = []
        places.reserveCapacity(2_048)
        var start: Int?
        for index in 0...text.utf8CodeUnitCount {
            let isLetter = index < text.utf8CodeUnitCount && text.utf8Start[index] > 0x20
            if isLetter, start == nil { start = index }
            if !isLetter, let first = start {
                places.append((UInt16(first), UInt8(index - first)))
                start = nil
            }
        }
        self.places = places
    }

    /// The octets of the word at a place.
    subscript(index: Int) -> UnsafeRawBufferPointer {
        let place = places[index]
        return UnsafeRawBufferPointer(start: text.utf8Start + Int(place.start), count: Int(place.count))
    }

    /// The place of a word, found by halving; nil when it is not in the list.
    func place(of word: UnsafeRawBufferPointer) -> Int? {
        guard word.count <= Self.longestWord else { return nil }
        var range = 0..<count
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            let candidate = self[middle]
            if candidate.elementsEqual(word) { return middle }
            if candidate.lexicographicallyPrecedes(word) {
                range = middle + 1..<range.upperBound
            } else {
                range = range.lowerBound..<middle
            }
        }
        return nil
    }
}
