import AI1Core
import AI1Ledger
import AI1TestSupport
import Testing

@testable import AI1Commands

@Suite("Credits on a terminal")
struct ViewTests {
    private func show(_ bench: BooksBench) throws -> String {
        bench.render(BalanceView(report: try BalanceReport.read(bench.books.ledger), books: bench.books).table)
    }

    private func history(_ bench: BooksBench, all: Bool = false) throws -> String {
        // Credits of the beginning have ids that are new in every ledger.
        let rows = try HistoryReport.read(bench.books.ledger, .init(since: bench.start + 1, includesAll: all))
        return bench.render(HistoryView(rows: rows, books: bench.books).table)
    }

    private func usage(_ bench: BooksBench, _ group: UsageReport.Group) throws -> String {
        bench.render(
            UsageView(report: try UsageReport.read(bench.books.ledger, .init(group: group)), books: bench.books).table)
    }

    @Test("The balance, holds, days, budgets and rewards stand in one column")
    func balance() throws {
        let bench = try BooksBench()
        #expect(
            try show(bench) == """
                balance  500.00 ¢  (promo 500.00, own 0.00)
                today      0.00 ¢  ▁▁▁▁▁▁▁▁▁▁▁▁▁▁
                month      0.00 ¢
                play     500.00 ¢  for the sandbox

                """)
        try bench.work()
        #expect(
            try show(bench) == """
                balance  568.23 ¢  (promo 469.12, own 99.11)
                held       0.85 ¢  2 requests under way
                today      9.31 ¢  ▁▁▁▁▁▁▁▁▁▁▁▂█▄ of 50.00 ¢, 39.84 ¢ left until 2026-11-25
                month     34.31 ¢
                budget     0.00 ¢  left of 21.00 ¢ a month for job brief until 2026-12-01
                rewards    0.93 ¢  earned today
                play     499.99 ¢  for the sandbox, 0.015 ¢ spent today

                """)
    }

    @Test("Where only books are kept, what was spent is told in place of a balance")
    func tracking() throws {
        let bench = try BooksBench(settings: "credits:\n  mode: track\n")
        try bench.ask(0xB1, "openai/gpt-5.4-mini", cost: 40_000_000, purse: .tracked)
        #expect(
            try show(bench) == """
                spent    4.00 ¢  in all; only the books are kept
                today    4.00 ¢  ▁▁▁▁▁▁▁▁▁▁▁▁▁█
                month    4.00 ¢
                play   500.00 ¢  for the sandbox

                """)
    }

    @Test("A pipe and a plain locale get no blocks")
    func plain() throws {
        let pipe = try BooksBench(width: nil)
        try pipe.work()
        #expect(try !show(pipe).contains("▁") && !usage(pipe, .model).contains("█"))
        let plain = try BooksBench(locale: "C")
        try plain.work()
        #expect(try show(plain).contains("___________.") && usage(plain, .model).contains("####"))
    }

    @Test("The history fits 80 columns")
    func history() throws {
        let bench = try BooksBench()
        try bench.work()
        #expect(
            try history(bench) == """
                when         id        kind   what                     tokens        cost  job
                11-24 21:00  000000a8  open   openai/gpt-5.4-mini              ≤ 0.0070 ¢
                11-24 21:00  000000a7  open   openai/gpt-5.4-mini                ≤ 0.84 ¢
                11-24 21:00  0000feed  grant  credits added                      +99.11 ¢
                11-24 21:00  000000a4  ask    google/gemini-3.5-fl…    14→380    !~0.21 ¢
                11-24 21:00  000000a3  ask    anthropic/claude-son…  1,204→58      9.10 ¢
                11-23 21:00  000000a2  ask    anthropic/claude-son…  1,204→58     21.00 ¢  brief
                11-22 21:00  000000a1  ask    openai/gpt-5.4-mini    1,204→58      4.00 ¢

                """)
        #expect(
            try history(bench, all: true) == """
                when         id        kind   what                     tokens        cost  job
                11-24 21:00  000000a8  open   openai/gpt-5.4-mini              ≤ 0.0070 ¢
                11-24 21:00  000000a7  open   openai/gpt-5.4-mini                ≤ 0.84 ¢
                11-24 21:00  0000feed  grant  credits added                      +99.11 ¢
                11-24 21:00  000000a6  void   openai/gpt-5.4-mini                released
                11-24 21:00  000000a5  ask    sandbox/strong         1,204→58     0.015 ¢
                11-24 21:00  000000a4  ask    google/gemini-3.5-fl…    14→380    !~0.21 ¢
                11-24 21:00  000000a3  ask    anthropic/claude-son…  1,204→58      9.10 ¢
                11-23 21:00  000000a2  ask    anthropic/claude-son…  1,204→58     21.00 ¢  brief
                11-22 21:00  000000a1  ask    openai/gpt-5.4-mini    1,204→58      4.00 ¢

                """)
    }

    @Test("Usage has bars, in 80 columns and in 40")
    func usage() throws {
        let bench = try BooksBench()
        try bench.work()
        #expect(
            try usage(bench, .model) == """
                model                      asked  tokens in  out     cost
                anthropic/claude-sonnet-5      2      2,408  116  30.10 ¢  █████████████████████
                openai/gpt-5.4-mini            1      1,204   58   4.00 ¢  ██▊
                google/gemini-3.5-flash        1         14  380   0.21 ¢  ▏
                total                          4      3,626  554  34.31 ¢

                """)
        #expect(
            try usage(bench, .day) == """
                day         asked  tokens in  out     cost
                2026-11-22      1      1,204   58   4.00 ¢  ████▋
                2026-11-23      1      1,204   58  21.00 ¢  ████████████████████████
                2026-11-24      2      1,218  438   9.31 ¢  ██████████▋
                total           4      3,626  554  34.31 ¢

                """)
        #expect(
            try usage(bench, .job) == """
                job       asked  tokens in  out     cost
                brief         1      1,204   58  21.00 ¢  ████████████████████████
                (no job)      3      2,422  496  13.31 ¢  ███████████████▎
                total         4      3,626  554  34.31 ¢

                """)
        let narrow = try BooksBench(width: 40)
        try narrow.work()
        #expect(
            try usage(narrow, .model) == """
                model                     asked     cost
                anthropic/claude-sonnet…      2  30.10 ¢
                openai/gpt-5.4-mini           1   4.00 ¢
                google/gemini-3.5-flash       1   0.21 ¢
                total                         4  34.31 ¢

                """)
    }

    @Test("No line is wider than the terminal", arguments: [20, 40, 60, 63, 64, 80, 120, 200])
    func width(columns: Int) throws {
        let bench = try BooksBench(width: columns)
        try bench.work()
        let texts =
            try [usage(bench, .model), usage(bench, .task), show(bench)] + (columns >= 60 ? [history(bench)] : [])
        for line in texts.joined().split(separator: "\n") where columns >= 40 {
            #expect(line.count <= columns, "\(line)")
        }
    }
}
