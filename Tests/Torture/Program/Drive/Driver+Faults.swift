import AI1TestSupport

/// Faults of the disk.
extension Driver {
    /// Syncs and writes that fail, each call in turn.
    func faults() async throws -> [Figure] {
        #if os(Linux)
            let library = try await faultLibrary()
            let root = try await ledger("faults", grant: 1_000_000_000_000)
            let template = (root: root, told: try await done(["work", root, "1000", "40"]))
            var figures: [Figure] = []
            for (call, suffix, number) in [
                ("sync", "-wal", "EIO"), ("write", "-wal", "EIO"), ("write", "-wal", "ENOSPC"),
                ("sync", "ledger.db", "EIO"), ("write", "ledger.db", "EIO"), ("write", "ledger.db", "ENOSPC"),
            ] {
                figures.append(try await fault(call, suffix, number, library, template))
            }
            return figures
        #else
            return [Figure(what: "syncs and writes that fail", toReach: "–", measured: "–", isReached: nil)]
        #endif
    }

    private func fault(
        _ call: String, _ suffix: String, _ number: String, _ library: String, _ template: (root: String, told: String)
    ) async throws -> Figure {
        var bad: [String] = []
        var runs = 0
        var made = 0
        var failed = 0
        for after in stride(from: 0, to: isFull ? 60 : 42, by: isFull ? 1 : 7) {
            let root = folder.path("fault-\(call)\(suffix)-\(number)-\(after)")
            copy(template.root, to: root)
            let plan = "\(call):\(suffix):\(number):\(after):\(after % 2)"
            let result = try await TortureProgram.run(
                ["work", root, "\(after)", "25"], environment: ["LD_PRELOAD": library, "AI1_FAULT": plan])
            runs += 1
            if result.errorText.contains("fault made\n") { made += 1 }
            if result.status != 0 {
                failed += 1
                let isTyped = ["error storage.inputOutput:", "error storage.diskFull:"].contains {
                    result.errorText.contains("\n\($0)") || result.errorText.hasPrefix($0)
                }
                if !isTyped || (!result.outputText.isEmpty && !result.outputText.contains("READ ok")) {
                    bad.append("\(plan): \(result.shellStatus) \(result.outputText.suffix(60)) \(result.errorText)")
                }
            }
            _ = try await done(["sweep", root])
            bad += try await wrongs(root, [template.told, result.outputText]).wrongs.map { "\(plan): \($0)" }
        }
        for text in bad { Console.say(text) }
        let name = suffix == "-wal" ? "the log" : "the database"
        return Figure(
            what: "\(call) of \(name) fails with \(number), after each number of calls",
            toReach: "a typed error, nothing acknowledged lost, reading goes on",
            measured: bad.isEmpty
                ? "so in each of \(made) runs that met it; \(failed) ended with it"
                : "\(bad.count) of \(runs) wrong",
            isReached: bad.isEmpty && made > 0)
    }

    /// Builds the library that makes calls fail.
    private func faultLibrary() async throws -> String {
        guard let source = words.option("--faults") else { throw UsageError(message: "--faults FILE.c is missing") }
        let library = folder.path("faults.so")
        let result = try await Program.run(
            path: "/usr/bin/env", ["cc", "-shared", "-fPIC", "-O2", "-o", library, source, "-ldl"],
            options: ProgramOptions(environment: ["PATH": "/usr/local/bin:/usr/bin:/bin"]))
        guard result.status == 0 else { throw UsageError(message: "cc: \(result.errorText)") }
        return library
    }

    /// Copies a ledger that nobody has open.
    func copy(_ root: String, to target: String) {
        for name in ["", "/data", "/config", "/state"] { Disk.makeFolder(target + name) }
        for name in ["/data/ledger.db", "/data/ledger.db-wal", "/state/audit.head", "/state/audit.checkpoint"] {
            guard Disk.size(root + name) != nil else { continue }
            Disk.put(Disk.bytes(root + name), at: target + name)
        }
    }

    /// A disk that is really full.
    func fullDisk() async throws -> [Figure] {
        let what = "a full disk (tmpfs of 8 MB)"
        let toReach = "a typed error, reading goes on, nothing acknowledged lost, work goes on when there is room"
        #if os(Linux)
            let root = folder.path("small")
            Disk.makeFolder(root)
            let script = """
                mount -t tmpfs -o size=8m,mode=700 none \(root) || exit 77
                "$0" full-disk \(root) > \(folder.path("full.out")) 2> \(folder.path("full.err")) || exit 1
                "$0" sweep \(root) && "$0" verify \(root) \(folder.path("full.out"))
                """
            let result = try await Program.run(
                path: "/usr/bin/env", ["unshare", "-rm", "/bin/sh", "-c", script, TortureProgram.binary()],
                options: ProgramOptions(environment: ["PATH": "/usr/sbin:/sbin:/usr/bin:/bin"]))
            guard result.status != 77, !result.errorText.contains("unshare:") else {
                return [Figure(what: what, toReach: toReach, measured: "no right to mount one", isReached: nil)]
            }
            let told = Disk.text(folder.path("full.out"))
            let wanted = ["lost 0", "wrong 0", "double 0", "open 0", "findings 0", "sum 0 0"]
            let isGood =
                told.contains("READ ok\nfull storage.diskFull\n") && told.hasSuffix("went on\n")
                && wanted.allSatisfy { ("\n" + result.outputText).contains("\n\($0)\n") }
            if !isGood {
                Console.say(
                    "\(told.suffix(300)) \(Disk.text(folder.path("full.err"))) \(result.outputText) \(result.errorText)"
                )
            }
            return [
                Figure(what: what, toReach: toReach, measured: isGood ? "so" : "not so", isReached: isGood)
            ]
        #else
            return [Figure(what: what, toReach: toReach, measured: "–", isReached: nil)]
        #endif
    }
}
