extension Mnemonic {
    /// Bits that one word stands for.
    private static let bitsPerWord = 11

    /// The words of a mnemonic's bits, randomness and checksum behind it.
    static func text(bits: UnsafeRawBufferPointer, words: Int) throws -> SecretBytes {
        let list = WordList.english
        return try SecretBytes(capacity: words * (WordList.longestWord + 1)) { output in
            var count = 0
            for index in 0..<words {
                if index > 0 {
                    output[count] = 0x20
                    count += 1
                }
                var place = 0
                for bit in index * bitsPerWord..<(index + 1) * bitsPerWord {
                    place = place << 1 | Int(bits[bit / 8] >> UInt8(7 - bit % 8) & 1)
                }
                let word = list[place]
                UnsafeMutableRawBufferPointer(rebasing: output[count...]).copyMemory(from: word)
                count += word.count
            }
            return count
        }
    }

    /// Where words are: octets between white space of ASCII, which NFKD makes of other spaces too.
    static func wordRanges(in text: UnsafeRawBufferPointer) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start: Int?
        for index in 0...text.count {
            let isSpace = index == text.count || text[index] == 0x20 || (0x09...0x0D).contains(text[index])
            if !isSpace, start == nil { start = index }
            if isSpace, let first = start {
                ranges.append(first..<index)
                start = nil
            }
        }
        return ranges
    }

    /// The bits that words stand for, filled up with zeros to whole octets.
    static func bits(of words: [Range<Int>], in text: UnsafeRawBufferPointer) throws -> SecretBytes {
        let list = WordList.english
        let lower = try SecretBytes(capacity: text.count) { output in
            for index in text.indices {
                let octet = text[index]
                output[index] = (0x41...0x5A).contains(octet) ? octet | 0x20 : octet
            }
            return text.count
        }
        return try SecretBytes(capacity: (words.count * bitsPerWord + 7) / 8) { output in
            output.initializeMemory(as: UInt8.self, repeating: 0)
            for (index, range) in words.enumerated() {
                let place = lower.withBytes { list.place(of: UnsafeRawBufferPointer(rebasing: $0[range])) }
                guard let place else {
                    throw WalletError(
                        .invalidKey, "word \(index + 1) of the mnemonic is not in the English list of BIP-39",
                        hint: "check its spelling; every word of the list is told by its first four letters")
                }
                for bit in 0..<bitsPerWord where place >> (bitsPerWord - 1 - bit) & 1 == 1 {
                    let at = index * bitsPerWord + bit
                    output[at / 8] |= 0x80 >> UInt8(at % 8)
                }
            }
            return output.count
        }
    }
}
