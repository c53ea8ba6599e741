import AI1TestSupport

/// `drive WHAT… [--full] [--ai1 PATH] [--faults FILE.c] [--write FILE]`: starts the other modes as processes, kills
/// some, and says what came of it in a table. WHAT is `sequences`, `kill`, `crowd`, `cap`, `key`, `faults`, `disk`,
/// `damage`, `asks`, or `all`. Without `--full` every part is small, for the tests.
struct Driver {
    /// One line of the table.
    struct Figure {
        var what: String
        var toReach: String
        var measured: String
        /// Nil for what could not be done here.
        var isReached: Bool?
    }

    let words: Words
    let isFull: Bool
    let folder: TemporaryFolder

    init(_ words: Words) throws {
        self.words = words
        isFull = words.all.contains("--full")
        folder = try TemporaryFolder()
    }

    private static let parts = ["sequences", "kill", "crowd", "cap", "key", "faults", "disk", "damage", "asks"]

    /// - Returns: whether every figure was reached
    func run() async throws -> Bool {
        let wanted = words.all.contains("all") ? Self.parts : Self.parts.filter(words.all.contains)
        guard !wanted.isEmpty else {
            throw UsageError(message: "drive needs one of \(Self.parts.joined(separator: " "))")
        }
        var figures: [Figure] = []
        let clock = ContinuousClock()
        let start = clock.now
        for part in wanted {
            let began = clock.now
            let new =
                switch part {
                case "sequences": try await sequences()
                case "kill": try await kill()
                case "crowd": try await crowd()
                case "cap": try await cap()
                case "key": try await key()
                case "faults": try await faults()
                case "disk": try await fullDisk()
                case "damage": try await damage()
                default: try await asks()
                }
            for figure in new { Console.say(Report.line(figure)) }
            Console.say("(\(part): \((clock.now - began).components.seconds) s)")
            figures += new
        }
        if let path = words.option("--write") {
            try Report.write(figures, seconds: (clock.now - start).components.seconds, to: path)
        }
        return figures.allSatisfy { $0.isReached != false }
    }

    /// A fresh ledger.
    /// - Returns: its folder
    func ledger(_ name: String, grant: Int64 = 0, cap: Int64? = nil) async throws -> String {
        let root = folder.path(name)
        _ = try await done(["open", root, "\(grant)"] + (cap.map { ["\($0)"] } ?? []))
        return root
    }

    /// Runs a mode that must succeed.
    /// - Returns: what it printed
    func done(_ words: [String]) async throws -> String {
        let result = try await TortureProgram.run(words, timeoutSeconds: 600)
        guard result.status == 0 else {
            throw UsageError(
                message: "\(words.joined(separator: " ")) ended with \(result.shellStatus): \(result.errorText)")
        }
        return result.outputText
    }

    /// What a verification found wrong; empty when nothing is.
    func wrongs(_ root: String, _ acknowledged: [String]) async throws -> (facts: [String: String], wrongs: [String]) {
        let path = root + "/acknowledged"
        Disk.put(Array(acknowledged.joined().utf8), at: path)
        let output = try await done(["verify", root, path])
        var facts: [String: String] = [:]
        for line in output.split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
            facts[parts[0], default: ""] = parts.count > 1 ? parts[1] : ""
        }
        let expected = ["lost": "0", "wrong": "0", "double": "0", "open": "0", "findings": "0", "sum": "0 0"]
        let isGood = expected.allSatisfy { facts[$0.key] == $0.value }
        return (facts, isGood ? [] : [output])
    }
}
