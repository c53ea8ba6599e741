/// Finds marks of injected instructions in text that somebody else may have written: one pass, linear time.
package struct InjectionScanner: Sendable {
    package init() {}

    /// All marks in a part of a text, in the order in which they are complete.
    /// - Parameter range: the part; places and lines are those of the whole text
    package func marks(in text: UnsafeBufferPointer<UInt8>, range: Range<Int>) -> [Finding] {
        var pass = InjectionPass(text: text, range: range)
        pass.run()
        var lines = LineCounter()
        return pass.marks.sorted { $0.place < $1.place }.map { mark in
            Finding(
                kind: mark.kind, range: mark.place..<mark.place + 1, line: lines.line(at: mark.place, in: text))
        }
    }
}

/// One pass over a text.
struct InjectionPass {
    /// Marks of one kind that are kept: more say nothing new.
    private static let marksPerKind = 32
    /// So many splits of words by zero-width characters are no accident.
    private static let splits = 3

    let text: UnsafeBufferPointer<UInt8>
    let range: Range<Int>
    private(set) var marks: [(kind: FindingKind, place: Int)] = []
    private var counts: [FindingKind: Int] = [:]

    private var orders = OrderWatch()
    private var hash = InjectionWord.start
    private var wordStart: Int?
    private var characters = HiddenCharacters()
    private var splitCount = 0
    /// Before this place no image is looked for.
    private var imagesFrom = 0

    init(text: UnsafeBufferPointer<UInt8>, range: Range<Int>) {
        self.text = text
        self.range = range
    }

    mutating func run() {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = text[index]
            if Octets.isLetter(byte) {
                letter(Octets.lowered(byte), index)
                characters.endRun()
                index += 1
            } else if byte < 0x80 {
                endWord()
                characters.endRun()
                ascii(byte, index)
                index += 1
            } else {
                index = wide(index)
            }
        }
        endWord()
        if let place = characters.isolate, !characters.hasRightToLeft { note(.bidiControls, place) }
    }

    private mutating func letter(_ byte: UInt8, _ index: Int) {
        if wordStart == nil {
            wordStart = index
            hash = InjectionWord.start
        }
        hash = InjectionWord.step(hash, byte)
    }

    private mutating func endWord() {
        guard let start = wordStart else { return }
        wordStart = nil
        if let (kind, place) = orders.take(InjectionWord.table[hash], at: start) { note(kind, place) }
    }

    private mutating func ascii(_ byte: UInt8, _ index: Int) {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
            orders.endSentence()
            if byte == UInt8(ascii: "!"), index >= imagesFrom { image(index) }
        case UInt8(ascii: "<"), UInt8(ascii: "["), UInt8(ascii: "#"):
            if RoleMark.isAt(index, in: text, end: range.upperBound) { note(.fakeRole, index) }
            if byte == UInt8(ascii: "<"), index >= imagesFrom { image(index) }
        default: break
        }
    }

    private mutating func image(_ index: Int) {
        let look = ImageLink.look(at: index, in: text, end: range.upperBound)
        imagesFrom = look.end
        if look.carriesData { note(.exfiltrationLink, index) }
    }

    /// A character beyond ASCII.
    /// - Returns: the place after it
    private mutating func wide(_ index: Int) -> Int {
        let scalar = HiddenCharacters.scalar(text, index, end: range.upperBound)
        switch characters.take(scalar.value, at: index) {
        case .nothing:
            // A part of a word in another script, as it stands.
            for place in index..<(index + scalar.length) { letter(text[place], place) }
        case .invisible:
            // It does not end a word: that is what it is used for.
            let isSplit =
                wordStart != nil && index + scalar.length < range.upperBound
                && Octets.isLetter(text[index + scalar.length])
            splitCount += isSplit && scalar.value != 0x200D && scalar.value != 0x200C ? 1 : 0
            if splitCount == Self.splits { note(.hiddenText, index) }
        case .mark(let kind, let place): note(kind, place)
        }
        return index + scalar.length
    }

    private mutating func note(_ kind: FindingKind, _ place: Int) {
        counts[kind, default: 0] += 1
        if counts[kind, default: 0] <= Self.marksPerKind { marks.append((kind, place)) }
    }
}
