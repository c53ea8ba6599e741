import AI1Core
import AI1Providers
import AI1Sandbox
import AI1TestSupport

/// The whole program against a server that counts.
extension Driver {
    /// Requests that are under way at once.
    private static let atOnce = 64

    /// Asks that each hold and cost exactly $0.10, against a budget of $5: the server must have heard 50 of them.
    func asks() async throws -> [Figure] {
        guard let ai1 = words.option("--ai1") else { throw UsageError(message: "--ai1 PATH is missing") }
        let (rounds, count) = isFull ? (20, 1_000) : (1, 60)
        var bad: [String] = []
        for round in 0..<rounds {
            let (heard, statuses) = try await ask(ai1, count, home: folder.path("asks\(round)"))
            guard heard != 50 || statuses != [0: 50, 102: count - 50] else { continue }
            bad.append("heard \(heard), statuses \(statuses)")
        }
        for text in bad { Console.say(text) }
        return [
            Figure(
                what: "\(grouped(Int64(count))) × `ai1 ask`, each of exactly $0.10, \(Self.atOnce) at once, "
                    + "a budget of $5, a server that counts",
                toReach: "it counts 50, the others end with 102, each of \(rounds) times",
                measured: bad.isEmpty ? "50 counted, \(rounds) times" : "\(bad.count) rounds otherwise",
                isReached: bad.isEmpty)
        ]
    }

    private func ask(_ ai1: String, _ count: Int, home: String) async throws -> (heard: Int, statuses: [Int32: Int]) {
        // $1,000 for a million tokens, a hundred of them, and the input for nothing.
        var plan = FaultPlan()
        plan.usage = .literal(#"{"prompt_tokens": 9, "completion_tokens": 100, "total_tokens": 109}"#)
        let server = try FaultServer(plan)
        defer { server.stop() }
        for path in [home, home + "/config"] { Disk.makeFolder(path) }
        Disk.put(Array(configuration(server.baseURL(.openAIChat)).utf8), at: home + "/config/config.yaml")
        let environment = ["HOME": home, "AI1_HOME": home, "COUNTER_KEY": "k", "PATH": "/usr/bin:/bin"]
        for words in [["credits", "add", "$500"], ["credits", "budget", "set", "$5", "--per", "total"]] {
            let options = ProgramOptions(environment: environment)
            let result = try await Program.run(path: ai1, words, options: options)
            guard result.status == 0 else { throw UsageError(message: "\(words): \(result.errorText)") }
        }
        let statuses = try await withThrowingTaskGroup(of: Int32.self) { group in
            var statuses: [Int32: Int] = [:]
            for number in 0..<count {
                if number >= Self.atOnce, let status = try await group.next() { statuses[status, default: 0] += 1 }
                group.addTask {
                    let words = ["ask", "-m", "counter/fast", "--max-tokens", "100", "--no-stdin", "prompt \(number)"]
                    let options = ProgramOptions(environment: environment)
                    return try await Program.run(path: ai1, words, options: options).shellStatus
                }
            }
            for try await status in group { statuses[status, default: 0] += 1 }
            return statuses
        }
        return (server.statistics.requestsByPath["/v1/chat/completions"] ?? 0, statuses)
    }

    private func configuration(_ base: String) -> String {
        """
        providers:
          counter:
            base_url: \(base)
            dialect: openai
            key_env: COUNTER_KEY
            models:
              - id: fast
                context: 128000
                input_price: 0
                output_price: 1000

        """
    }
}
