/// Marks by which chat formats tell who speaks, where only data should be.
enum RoleMark {
    private static let marks = [
        "<|im_start|>", "<|im_end|>", "<|system|>", "<|user|>", "<|assistant|>", "<|endoftext|>", "<|eot_id|>",
        "<|start_header_id|>", "<<sys>>", "<</sys>>", "[inst]", "[/inst]", "<system>", "</system>", "<system_prompt>",
        "<assistant>", "[system]", "### system:", "### instruction:", "### instructions:",
    ].map { Array($0.utf8) }

    static func isAt(_ index: Int, in text: UnsafeBufferPointer<UInt8>, end: Int) -> Bool {
        marks.contains { mark in
            guard mark[0] == text[index], index + mark.count <= end else { return false }
            return mark.indices.allSatisfy { Octets.lowered(text[index + $0]) == mark[$0] }
        }
    }
}

/// Images in Markdown or HTML whose address has a place left open for data: shown by a program that loads images, they
/// carry what the model fills in to whoever owns the address.
enum ImageLink {
    /// What is looked at of a description and of an address, in octets.
    private static let longestText = 256
    private static let longestAddress = 2_048

    /// Looks at a `!` or `<`.
    /// - Returns: whether an image with an open place begins there, and up to where was looked
    static func look(
        at index: Int, in text: UnsafeBufferPointer<UInt8>, end: Int
    ) -> (carriesData: Bool, end: Int) {
        let opening: [UInt8]
        if has("![", index, text, end) {
            opening = Array("](".utf8)
        } else if has("<img", index, text, end) {
            opening = Array("src=".utf8)
        } else {
            return (false, index)
        }
        var place = index + 2
        let bound = min(end, place + longestText)
        while place + opening.count <= bound, !opening.indices.allSatisfy({ lowered(text, place + $0) == opening[$0] })
        {
            if text[place] == 0x0A { return (false, place) }
            place += 1
        }
        guard place + opening.count <= bound else { return (false, place) }
        place += opening.count
        if place < end, Octets.isQuote(text[place]) || text[place] == UInt8(ascii: "<") { place += 1 }
        let start = place
        let limit = min(end, start + longestAddress)
        while place < limit, text[place] > 0x20, text[place] != UInt8(ascii: ")"), !Octets.isQuote(text[place]) {
            place += 1
        }
        return (isOpen(text, start..<place), place)
    }

    /// Whether an address goes to some server and has a parameter without a value, or with a variable for one.
    private static func isOpen(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard has("http", range.lowerBound, text, range.upperBound),
            let query = range.first(where: { text[$0] == UInt8(ascii: "?") })
        else { return false }
        if (query..<range.upperBound).contains(where: { "{[<$".utf8.contains(text[$0]) }) { return true }
        let last = text[range.upperBound - 1]
        return last == UInt8(ascii: "=")
            || (query..<(range.upperBound - 1)).contains {
                text[$0] == UInt8(ascii: "=") && text[$0 + 1] == UInt8(ascii: "&")
            }
    }

    private static func has(
        _ word: StaticString, _ index: Int, _ text: UnsafeBufferPointer<UInt8>, _ end: Int
    ) -> Bool {
        guard index + word.utf8CodeUnitCount <= end else { return false }
        return (0..<word.utf8CodeUnitCount).allSatisfy { lowered(text, index + $0) == word.utf8Start[$0] }
    }

    private static func lowered(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt8 {
        Octets.lowered(text[index])
    }
}
