import AI1Storage
import AI1TestSupport

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What tests of the file store need a second process for.
enum StorageModes {
    /// `gate-hold DATABASE NAME`: opens, waits for a sign, enters the gate, writes its name to `DATABASE-log`, and
    /// leaves at the next sign.
    static func hold(_ words: Words) throws {
        let path = try words.text(1, "DATABASE")
        let name = try words.text(2, "NAME")
        let store = try Store.open(path, schema: NoteSchema.first)
        Console.say("open")
        Console.wait()
        try store.write { _ in
            let log = open(path + "-log", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
            let line = Array((name + "\n").utf8)
            _ = line.withUnsafeBytes { write(log, $0.baseAddress, $0.count) }
            close(log)
            Console.say("in")
            Console.wait()
        }
        Console.say("out")
    }

    /// `gate-count DATABASE FILE TIMES`: adds one to the number in a file so many times, reading and writing it inside
    /// the gate.
    static func count(_ words: Words) throws {
        let store = try Store.open(try words.text(1, "DATABASE"), schema: NoteSchema.first)
        let file = open(try words.text(2, "FILE"), O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        for _ in 0..<(try words.number(3, "TIMES")) {
            try store.write { _ in
                var number: Int64 = 0
                pread(file, &number, 8, 0)
                number += 1
                pwrite(file, &number, 8, 0)
            }
        }
    }

    /// `read-only DATABASE`: as a user without rights, reads the notes and tries to add one.
    static func readOnly(_ words: Words) throws {
        if geteuid() == 0 {
            guard setgid(65_534) == 0, setuid(65_534) == 0 else {
                throw UsageError(message: "cannot give up root's rights")
            }
        }
        let store = try Store.open(try words.text(1, "DATABASE"), schema: NoteSchema.first)
        Console.say("notes \(try store.notes().joined(separator: ","))")
        do {
            try store.add(note: "new")
            Console.say("added")
        } catch let error as StorageError {
            Console.say("refused \(error.code)")
        }
    }
}
