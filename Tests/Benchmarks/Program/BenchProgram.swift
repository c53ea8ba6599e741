#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Measures parts of the program from inside, for `make bench`. Each mode prints one line of numbers.
@main
enum BenchProgram {
    static func main() {
        let words = CommandLine.arguments.dropFirst()
        switch words.first {
        case "decide": DecisionBench.run(candidates: number(words, 1, 5_000), rounds: number(words, 2, 200))
        default:
            print("usage: ai1-bench decide [CANDIDATES [ROUNDS]]")
            exit(64)
        }
    }

    private static func number(_ words: ArraySlice<String>, _ index: Int, _ usual: Int) -> Int {
        let words = Array(words)
        return index < words.count ? max(1, Int(words[index]) ?? usual) : usual
    }

    /// Nanoseconds of a clock that only goes forward.
    static var nanoseconds: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
