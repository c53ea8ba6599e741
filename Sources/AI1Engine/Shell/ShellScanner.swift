/// Splits a command into simple commands, quotation marks honoured: enough of the shell's grammar (POSIX.1-2024, Shell
/// Command Language, section 2) to find what the table of warnings looks for. Commands inside of substitutions come as steps
/// of their own.
struct ShellScanner {
    /// Substitutions inside of substitutions are looked into so deep.
    private static let maximumDepth = 6

    enum Target { case argument, write, read, hereDocument }

    let bytes: [UInt8]
    let depth: Int
    var index = 0
    var steps: [ShellStep] = []
    var step = ShellStep()
    var word: ShellWord?
    var text: [UInt8] = []
    var target = Target.argument
    var delimiters: [String] = []
    /// The step that the next here-document belongs to.
    var reader: Int?

    private init(_ bytes: [UInt8], depth: Int) {
        self.bytes = bytes
        self.depth = depth
    }

    /// The simple commands of a text.
    /// - Parameter depth: how deep in substitutions it stands
    static func steps(of command: String, depth: Int = 0) -> [ShellStep] {
        guard depth <= maximumDepth else { return [] }
        var scanner = ShellScanner(Array(command.utf8), depth: depth)
        scanner.scan()
        return scanner.steps
    }

    var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

    func isNext(_ character: Character, at offset: Int = 1) -> Bool {
        index + offset < bytes.count && bytes[index + offset] == character.asciiValue
    }

    private mutating func scan() {
        while let byte {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"):
                endWord()
                index += 1
            case UInt8(ascii: "\n"):
                endStep()
                index += 1
                skipHereDocuments()
            case UInt8(ascii: "#") where word == nil: skipComment()
            case UInt8(ascii: "|"): pipe()
            case UInt8(ascii: "&") where isNext(">"):
                endWord()
                index += 1
            case UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "("), UInt8(ascii: ")"):
                endStep()
                index += 1
            case UInt8(ascii: ">"), UInt8(ascii: "<"): redirect(byte)
            default: wordPart(byte)
            }
        }
        endStep()
    }

    private mutating func wordPart(_ byte: UInt8) {
        word = word ?? ShellWord()
        switch byte {
        case UInt8(ascii: "\\"):
            // A backslash at the end of a line joins it with the next.
            if !isNext("\n"), index + 1 < bytes.count {
                text.append(bytes[index + 1])
                word?.isQuoted = true
            }
            index += 2
        case UInt8(ascii: "'"):
            word?.isQuoted = true
            index += 1
            while let byte = self.byte, byte != UInt8(ascii: "'") {
                text.append(byte)
                index += 1
            }
            index += 1
        case UInt8(ascii: "\""): doubleQuoted()
        case UInt8(ascii: "$"), UInt8(ascii: "`"): expansion(byte)
        default:
            text.append(byte)
            index += 1
        }
    }

    private mutating func doubleQuoted() {
        word?.isQuoted = true
        index += 1
        while let byte, byte != UInt8(ascii: "\"") {
            switch byte {
            case UInt8(ascii: "\\") where index + 1 < bytes.count:
                text.append(bytes[index + 1])
                index += 2
            case UInt8(ascii: "$"), UInt8(ascii: "`"): expansion(byte)
            default:
                text.append(byte)
                index += 1
            }
        }
        index += 1
    }

    private mutating func pipe() {
        let isOr = isNext("|")
        let hasStep = !step.isEmpty || word != nil
        endStep()
        index += isOr || isNext("&") ? 2 : 1
        step.isFed = !isOr && hasStep
    }

    mutating func endWord() {
        guard var word else { return }
        word.text = String(decoding: text, as: UTF8.self)
        switch target {
        case .argument: step.words.append(word)
        case .write: if !word.text.allSatisfy({ $0.isNumber || $0 == "-" }) { step.writes.append(word) }
        case .read: break
        case .hereDocument: delimiters.append(word.text)
        }
        self.word = nil
        text = []
        target = .argument
    }

    private mutating func endStep() {
        endWord()
        target = .argument
        if !step.isEmpty {
            steps.append(step)
            if !delimiters.isEmpty, reader == nil { reader = steps.count - 1 }
        }
        step = ShellStep()
    }

    private mutating func skipComment() { while let byte, byte != UInt8(ascii: "\n") { index += 1 } }
}
