import AI1Core
import AI1Ledger
import AI1Storage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Does to a ledger, in processes of their own, what tests and `make torture` ask for: they are killed, starved of disk and
/// raced against each other. The first word is the mode, the rest is the mode's own.
@main
struct Torture {
    static func main() {
        let words = Array(CommandLine.arguments.dropFirst())
        do {
            try run(Words(words))
            exit(0)
        } catch let error as LedgerError {
            Console.complain("\(error.code)", error.message, error.underlying)
        } catch let error as StorageError {
            Console.complain("storage(\(error.code))", error.message, error.underlying)
        } catch let error as UsageError {
            Console.complain("usage", error.message, nil)
            exit(64)
        } catch {
            Console.complain("other", "\(error)", nil)
        }
        exit(1)
    }

    private static func run(_ words: Words) throws {
        switch try words.text(0, "MODE") {
        case "gate-hold": try StorageModes.hold(words)
        case "gate-count": try StorageModes.count(words)
        case "read-only": try StorageModes.readOnly(words)
        case "open": try LedgerModes.open(words)
        case "work": try WorkMode.run(words)
        case "sweep": try LedgerModes.sweep(words)
        case "verify": try LedgerModes.verify(words)
        case "read": try LedgerModes.read(words)
        case "audit-reader": try LedgerModes.auditReader(words)
        case "cap": try RaceModes.cap(words)
        case "keys": try RaceModes.keys(words)
        case "bench": try BenchModes.transfers(words)
        case "bench-child": try BenchModes.child(words)
        case "bench-ask": try BenchModes.ask(words)
        case "fill": try BenchModes.fill(words)
        case let mode: throw UsageError(message: "no mode '\(mode)'")
        }
    }
}

/// The words of the command line.
struct Words {
    let all: [String]

    init(_ all: [String]) { self.all = all }

    func text(_ index: Int, _ name: String) throws -> String {
        guard index < all.count else { throw UsageError(message: "\(name) is missing") }
        return all[index]
    }

    func number(_ index: Int, _ name: String) throws -> Int {
        guard let number = Int(try text(index, name)) else { throw UsageError(message: "\(name) is no number") }
        return number
    }

    /// Whether a flag stands anywhere.
    func has(_ flag: String) -> Bool { all.contains(flag) }
}

/// The command line is not as it should be.
struct UsageError: Error {
    let message: String
}

/// Lines to and from the process that drives this one.
enum Console {
    /// Writes a line at once, so that it is told even if this process is killed next.
    static func say(_ line: String) { write(line, to: 1) }

    static func complain(_ code: String, _ message: String, _ underlying: String?) {
        write("error \(code): \(message)\(underlying.map { " [\($0)]" } ?? "")", to: 2)
    }

    /// Waits for one octet, or the end of the input.
    static func wait() {
        var octet: UInt8 = 0
        _ = Glibc.read(0, &octet, 1)
    }

    private static func write(_ line: String, to descriptor: Int32) {
        var bytes = Array((line + "\n").utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }
}
