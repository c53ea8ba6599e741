import AI1Ledger
import AI1Storage
import AI1TestSupport

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Does to a ledger, in processes of their own, what tests and `make torture` ask for: they are killed, starved of disk
/// and raced against each other. The first word is the mode, the rest is the mode's own. The mode `drive` starts the
/// others.
@main
struct Torture {
    static func main() async {
        let words = Words(Array(CommandLine.arguments.dropFirst()))
        do {
            if try words.text(0, "MODE") == "drive" {
                exit(try await drive(words) ? 0 : 1)
            }
            try run(words)
            exit(0)
        } catch let error as LedgerError {
            Console.complain(error.code.name, error.message, error.underlying)
        } catch let error as StorageError {
            Console.complain("storage.\(error.code)", error.message, error.underlying)
        } catch let error as UsageError {
            Console.complain("usage", error.message, nil)
            exit(64)
        } catch {
            Console.complain("other", "\(error)", nil)
        }
        exit(1)
    }

    /// Its folder is removed when this returns.
    private static func drive(_ words: Words) async throws -> Bool { try await Driver(words).run() }

    private static func run(_ words: Words) throws {
        switch try words.text(0, "MODE") {
        case "gate-hold": try StorageModes.hold(words)
        case "gate-count": try StorageModes.count(words)
        case "read-only": try StorageModes.readOnly(words)
        case "open": try LedgerModes.open(words)
        case "work": try WorkMode(words).run()
        case "sweep": try LedgerModes.sweep(words)
        case "verify": try Verification(words).run()
        case "probe": try LedgerModes.probe(words)
        case "read": try LedgerModes.read(words)
        case "full-disk": try FullDiskMode.run(words)
        case "cap": try RaceModes.cap(words)
        case "key": try RaceModes.key(words)
        case "bench": try BenchModes.transfers(words)
        case "bench-child": try BenchModes.child(words)
        case "bench-ask": try BenchModes.ask(words)
        case "fill": try BenchModes.fill(words)
        case let mode: throw UsageError(message: "no mode '\(mode)'")
        }
    }
}

extension LedgerError.Code {
    /// The code in one word.
    var name: String {
        switch self {
        case .storage(let code): "storage.\(code)"
        case .notEnough: "notEnough"
        case .overBudget: "overBudget"
        default: "\(self)"
        }
    }
}
