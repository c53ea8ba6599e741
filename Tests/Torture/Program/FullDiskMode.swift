import AI1Core
import AI1Ledger

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// `full-disk ROOT`: on a small disk of its own: fills it up but for a little, works until it is full, reads, makes
/// room, and goes on. Every line that work tells goes to standard output.
enum FullDiskMode {
    static func run(_ words: Words) throws {
        let root = try words.text(1, "ROOT")
        _ = try TortureLedger.open(root)
        let ballast = root + "/ballast"
        fill(ballast, leaving: 300_000)
        let worker = try WorkMode(Words(["work", root, "1", "100000"]))
        do {
            try worker.run()
            Console.say("never full")
        } catch let error as LedgerError {
            Console.say("full \(error.code.name)")
        }
        unlink(ballast)
        try WorkMode(Words(["work", root, "2", "20"])).run()
        Console.say("went on")
    }

    private static func fill(_ path: String, leaving rest: Int) {
        var facts = statvfs()
        guard statvfs(path.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }, &facts) == 0 else { return }
        let free = Int(facts.f_bavail) * Int(facts.f_frsize)
        Disk.put([UInt8](repeating: 0x55, count: max(0, free - rest)), at: path)
    }
}
