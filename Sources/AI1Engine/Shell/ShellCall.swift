/// A simple command as the table of warnings looks at it: the program that runs in the end, whatever stands before it.
struct ShellCall: Sendable {
    /// Commands given to other commands are looked into so deep.
    private static let maximumDepth = 4
    static let shells: Set<String> = ["sh", "bash", "zsh", "dash", "ksh", "ash", "fish", "busybox"]
    static let administrators: Set<String> = ["sudo", "doas", "su", "pkexec", "run0"]

    /// Programs that run another, with their options that take a value.
    private static let wrappers: [String: Set<String>] = [
        "sudo": ["-u", "-g", "-p", "-C", "-h", "-D", "-R", "-T"], "doas": ["-u", "-C"], "pkexec": ["--user"],
        "run0": ["-u"], "env": ["-u", "-C", "-S"], "nice": ["-n"], "ionice": ["-c", "-n"], "timeout": ["-s", "-k"],
        "xargs": ["-I", "-n", "-P", "-L", "-d", "-a", "-s", "-E"], "nohup": [], "time": ["-f", "-o"], "command": [],
        "exec": ["-a"], "builtin": [], "setsid": [], "stdbuf": ["-i", "-o", "-e"], "watch": ["-n"], "chroot": [],
    ]
    /// Wrappers with one argument of their own before the program.
    private static let withArgument: Set<String> = ["timeout", "chroot"]
    private static let keywords: Set<String> = [
        "if", "then", "else", "elif", "fi", "while", "until", "do", "done", "{", "}", "!", "case", "esac", "function",
    ]

    let name: ShellWord
    let arguments: [ShellWord]
    /// The programs that stand before it.
    let wrappers: [String]
    let step: ShellStep
    /// The text that a shell gets by `-c`, by eval or as a here-document.
    var script: ShellWord?

    /// The program's name without its folder.
    var program: String { Self.base(name.text) }

    /// Every call of a command, those inside of `sh -c '…'`, `eval` and `find -exec` too.
    static func calls(in command: String, depth: Int = 0) -> [ShellCall] {
        guard depth <= maximumDepth else { return [] }
        return ShellScanner.steps(of: command).flatMap { step -> [ShellCall] in
            guard var call = ShellCall(step) else { return [] }
            call.script = call.givenScript
            var calls = [call]
            if let script = call.script { calls += Self.calls(in: script.text, depth: depth + 1) }
            if let inner = call.executed { calls.append(inner) }
            return calls
        }
    }

    private init?(_ step: ShellStep) {
        var words = step.words[...]
        var wrappers: [String] = []
        while let word = words.first {
            let base = Self.base(word.text)
            if !word.isQuoted, Self.keywords.contains(word.text) || Self.isAssignment(word) {
                words.removeFirst()
            } else if let options = Self.wrappers[base], !word.isDynamic, words.count > 1, !Self.onlyAsks(words) {
                wrappers.append(base)
                words = Self.behind(words.dropFirst(), options, hasArgument: Self.withArgument.contains(base))
            } else {
                break
            }
        }
        guard words.first != nil || !step.writes.isEmpty || !wrappers.isEmpty else { return nil }
        name = words.first ?? ShellWord()
        arguments = Array(words.dropFirst())
        self.wrappers = wrappers
        self.step = step
    }

    private init(_ words: ArraySlice<ShellWord>, in step: ShellStep) {
        name = words.first ?? ShellWord()
        arguments = Array(words.dropFirst())
        wrappers = ["find"]
        self.step = ShellStep(words: Array(words))
    }

    /// Whether an option is there: a letter among short ones, or a long name.
    func has(_ letters: String, _ long: String...) -> Bool {
        options.contains { option in
            if option.hasPrefix("--") { return long.contains(String(option.dropFirst(2))) }
            return option.dropFirst().contains { letters.contains($0) }
        }
    }

    /// The words that are no options.
    var operands: [ShellWord] {
        var isOver = false
        return arguments.filter { word in
            if word.text == "--", !isOver {
                isOver = true
                return false
            }
            return isOver || !word.text.hasPrefix("-")
        }
    }

    private var options: [String] {
        arguments.map(\.text).prefix { $0 != "--" }.filter { $0.hasPrefix("-") && $0.count > 1 }
    }

    private var givenScript: ShellWord? {
        if program == "eval" {
            var joined = ShellWord()
            joined.text = arguments.map(\.text).joined(separator: " ")
            joined.isDynamic = arguments.contains(where: \.isDynamic)
            joined.hasOutput = arguments.contains(where: \.hasOutput)
            return joined
        }
        guard Self.shells.contains(program) || program == "su" else { return nil }
        if let place = arguments.firstIndex(where: { $0.text.hasPrefix("-") && $0.text.hasSuffix("c") }),
            place + 1 < arguments.count
        {
            return arguments[(place + 1)...].first { !$0.text.hasPrefix("-") }
        }
        return step.hereDocument.map { ShellWord(text: $0) }
    }

    /// What find runs for each file.
    private var executed: ShellCall? {
        guard program == "find" || program == "fd",
            let place = arguments.firstIndex(where: { ["-exec", "-execdir", "-ok", "-okdir", "-x", "-X"].contains($0.text) })
        else { return nil }
        let words = arguments[(place + 1)...].prefix { $0.text != ";" && $0.text != "+" }
        return words.isEmpty ? nil : ShellCall(words, in: step)
    }

    /// `command -v NAME` says what NAME is, and does not run it.
    private static func onlyAsks(_ words: ArraySlice<ShellWord>) -> Bool {
        words.first?.text == "command" && words.dropFirst().first?.text.lowercased() == "-v"
    }

    /// The words behind a wrapper's own options.
    private static func behind(
        _ words: ArraySlice<ShellWord>, _ valued: Set<String>, hasArgument: Bool
    ) -> ArraySlice<ShellWord> {
        var words = words
        while let word = words.first, word.text.hasPrefix("-") || isAssignment(word) {
            words.removeFirst()
            if word.text == "--" { break }
            if valued.contains(word.text) { words = words.dropFirst() }
        }
        return hasArgument ? words.dropFirst() : words
    }

    private static func isAssignment(_ word: ShellWord) -> Bool {
        guard let mark = word.text.firstIndex(of: "="), mark != word.text.startIndex,
            word.text.first?.isNumber == false
        else { return false }
        return word.text[..<mark].utf8.allSatisfy {
            $0 == UInt8(ascii: "_") || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0)
                || (0x61...0x7A).contains($0)
        }
    }

    private static func base(_ text: String) -> String {
        text.contains("/") && !text.hasSuffix("/") ? text.split(separator: "/").last.map(String.init) ?? text : text
    }
}
