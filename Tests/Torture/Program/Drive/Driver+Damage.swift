import AI1TestSupport

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Files that were cut, removed or overwritten while nobody had them open.
extension Driver {
    private struct Damage {
        var name: String
        /// Whether the database file itself is whole, so that reading must go on.
        var isWhole: Bool
        var apply: (String) -> Void
    }

    func damage() async throws -> [Figure] {
        let root = try await ledger("damage", grant: 1_000_000_000_000)
        var told = ""
        for seed in 0..<4 { told += try await done(["work", root, "\(seed)", "100"]) }
        let log = Disk.size(root + "/data/ledger.db-wal") ?? 0
        let pages = (Disk.size(root + "/data/ledger.db") ?? 0) / 4_096
        guard log > 100_000, pages > 20 else { throw UsageError(message: "the ledger is too small to be damaged") }
        return [
            try await outcome("the log is cut or removed", logDamages(log), root, told),
            try await outcome("the database is cut", cuts(pages), root, told),
            try await outcome("a page of the database is zeroed", zeroes(pages), root, told),
        ]
    }

    private func logDamages(_ size: Int64) -> [Damage] {
        let cuts = [0, 16, 32, size / 2, size - 4_120, size - 1].map { length in
            Damage(name: "log cut to \(length)", isWhole: true) { truncate($0 + "/data/ledger.db-wal", off_t(length)) }
        }
        let removed = Damage(name: "log removed", isWhole: true) { unlink($0 + "/data/ledger.db-wal") }
        return cuts + [removed]
    }

    private func cuts(_ pages: Int64) -> [Damage] {
        [0, 1, 100, 4_096, pages / 2 * 4_096, (pages - 1) * 4_096, pages * 4_096 - 1].map { length in
            Damage(name: "database cut to \(length)", isWhole: false) {
                truncate($0 + "/data/ledger.db", off_t(length))
            }
        }
    }

    private func zeroes(_ pages: Int64) -> [Damage] {
        stride(from: 0, to: pages, by: isFull ? 3 : Int(pages / 6)).map { page in
            Damage(name: "page \(page + 1) zeroed", isWhole: false) { root in
                let file = open(root + "/data/ledger.db", O_WRONLY | O_CLOEXEC)
                let zeroes = [UInt8](repeating: 0, count: 4_096)
                pwrite(file, zeroes, 4_096, off_t(page * 4_096))
                close(file)
            }
        }
    }

    /// A damage is well met when opening or a full check tells it with a typed error, or when nothing is lost by it.
    private func outcome(_ what: String, _ damages: [Damage], _ template: String, _ told: String) async throws -> Figure
    {
        var bad: [String] = []
        var harmless = 0
        for (number, damage) in damages.enumerated() {
            let root = folder.path("damage-\(number)")
            copy(template, to: root)
            damage.apply(root)
            let result = try await TortureProgram.run(["probe", root])
            var codes: [String: String] = [:]
            for line in result.outputText.split(separator: "\n") {
                let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
                codes[parts[0]] = parts[1]
            }
            let isTyped = result.status == 0 && codes.count == 4 && !codes.values.contains { $0.hasPrefix("untyped") }
            let isRead = !damage.isWhole || codes["read"] == "ok"
            let isTold = codes["open"] != "ok" || codes["check"] != "ok"
            var isGood = isTyped && isRead && isTold
            if isTyped, isRead, !isTold {
                harmless += 1
                _ = try await done(["sweep", root])
                isGood = try await wrongs(root, [told]).wrongs.isEmpty
            }
            if !isGood { bad.append("\(damage.name): \(result.outputText) \(result.errorText)") }
            _ = try await Program.run(path: "/bin/rm", ["-rf", root])
        }
        for text in bad { Console.say(text) }
        return Figure(
            what: "\(what) (\(damages.count) ways)",
            toReach: "a typed error or a finding, or nothing lost; reading goes on where the file is whole",
            measured: bad.isEmpty
                ? "told \(damages.count - harmless) times, harmless \(harmless)" : "\(bad.count) not noticed",
            isReached: bad.isEmpty)
    }
}
