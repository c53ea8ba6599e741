extension ShellScanner {
    /// `$NAME`, `${…}`, `$(…)`, `` `…` ``: copied as it stands; commands in it are scanned.
    mutating func expansion(_ byte: UInt8) {
        let start = index
        if byte == UInt8(ascii: "`") {
            index += 1
            while let byte = self.byte, byte != UInt8(ascii: "`") { index += byte == UInt8(ascii: "\\") ? 2 : 1 }
            index = min(index, bytes.count)
            nested(bytes[(start + 1)..<index])
            index += 1
        } else if isNext("(") {
            index = closing(from: start + 2)
            nested(bytes[(start + 2)..<index])
            index += 1
        } else if isNext("{") {
            while let byte = self.byte, byte != UInt8(ascii: "}") { index += 1 }
            index += 1
        } else {
            index += 1
            // Positional and special parameters have one character.
            if let byte = self.byte, !Self.isName(byte), "?!@*#$-".utf8.contains(byte) { index += 1 }
            while let byte = self.byte, Self.isName(byte) { index += 1 }
        }
        index = min(index, bytes.count)
        let written = String(decoding: bytes[start..<index], as: UTF8.self)
        text.append(contentsOf: written.utf8)
        if written != "$", written != "$HOME", written != "${HOME}" { word?.isDynamic = true }
    }

    mutating func nested(_ inner: ArraySlice<UInt8>) {
        word?.hasOutput = true
        word?.isDynamic = true
        steps += Self.steps(of: String(decoding: inner, as: UTF8.self), depth: depth + 1)
    }

    /// The place of the parenthesis that closes one that was opened before `start`; the end when there is none.
    func closing(from start: Int) -> Int {
        var open = 1
        var place = start
        var quote: UInt8?
        while place < bytes.count {
            let byte = bytes[place]
            if let mark = quote {
                if byte == mark { quote = nil } else if byte == UInt8(ascii: "\\"), mark == UInt8(ascii: "\"") { place += 1 }
            } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                quote = byte
            } else if byte == UInt8(ascii: "\\") {
                place += 1
            } else if byte == UInt8(ascii: "(") {
                open += 1
            } else if byte == UInt8(ascii: ")") {
                open -= 1
                if open == 0 { return place }
            }
            place += 1
        }
        return bytes.count
    }

    private static func isName(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
            || (0x61...0x7A).contains(byte)
    }
}
