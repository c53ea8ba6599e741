extension ShellScanner {
    /// `>`, `>>`, `>|`, `>&`, `<`, `<>`, `<<`, `<<<` and process substitution.
    mutating func redirect(_ byte: UInt8) {
        if isNext("(") {
            word = word ?? ShellWord()
            let start = index
            index = closing(from: start + 2)
            nested(bytes[(start + 2)..<index])
            text.append(contentsOf: bytes[start..<index])
            index = min(index + 1, bytes.count)
            return
        }
        // A number before it is a descriptor.
        if let word, !word.isQuoted, text.allSatisfy({ (0x30...0x39).contains($0) }) {
            self.word = nil
            text = []
        }
        endWord()
        index += 1
        if byte == UInt8(ascii: ">") {
            target = .write
            if let next = self.byte, ">|&".utf8.contains(next) { index += 1 }
            return
        }
        target = .read
        if self.byte == UInt8(ascii: ">") {
            target = .write
            index += 1
        } else if self.byte == UInt8(ascii: "<") {
            index += 1
            if self.byte == UInt8(ascii: "<") {
                index += 1
            } else {
                target = .hereDocument
                if self.byte == UInt8(ascii: "-") { index += 1 }
            }
        } else if self.byte == UInt8(ascii: "&") {
            index += 1
        }
    }

    /// Takes the lines of the here-documents that the line before them began.
    mutating func skipHereDocuments() {
        for delimiter in delimiters {
            var body: [String] = []
            while index < bytes.count {
                let end = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
                let line = String(decoding: bytes[index..<end], as: UTF8.self)
                index = min(end + 1, bytes.count)
                if line.drop(while: { $0 == "\t" }) == delimiter { break }
                body.append(line)
            }
            if let reader { steps[reader].hereDocument = body.joined(separator: "\n") }
        }
        delimiters = []
        reader = nil
    }
}
