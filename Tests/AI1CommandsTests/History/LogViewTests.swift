import AI1Core
import AI1History
import AI1Ledger
import AI1TestSupport
import Testing

@testable import AI1Commands

@Suite("The history on a terminal")
struct LogViewTests {
    private func list(_ bench: LogBench) throws -> String {
        bench.render(LogView(rows: try bench.books.history.list(HistoryFilter(limit: 5)), books: bench.books).table)
    }

    private func stats(_ bench: LogBench, _ group: StatisticsReport.Group, tasks: Bool = false) throws -> String {
        let days = bench.books.live.calendar.days(14, upTo: bench.books.nowSeconds)
        func report(_ group: StatisticsReport.Group) throws -> StatisticsReport {
            try bench.books.history.report(by: group, days: days, at: bench.books.now)
        }
        return bench.render(
            StatisticsView(
                report: try report(group), totals: tasks ? try report(.target) : nil, books: bench.books
            ).table)
    }

    @Test("eighty columns show when, who, what it cost and how it began")
    func eighty() throws {
        let bench = try LogBench()
        try bench.work()
        #expect(
            try list(bench) == """
                       when  id        target             cost    time  state   prompt
                      18:00  000000b4  gpt-5.4-mini     0.21 ¢  420 ms          explain borrow …
                      18:00  000000b3  -                0.21 ¢   12 ms  failed  explain borrow …
                      18:00  000000b2  claude-sonnet-5  0.21 ¢   9.1 s  cut     explain borrow …
                11-24 18:00  000000b1  claude-sonnet-5  0.21 ¢   6.2 s          write a parser
                11-23 18:00  000000a5  gpt-5.4-mini     0.21 ¢   1.3 s          explain borrow …

                """)
    }

    @Test("sixty columns leave cost and time out, a pipe leaves nothing out")
    func widths() throws {
        let narrow = try LogBench(width: 60)
        try narrow.work()
        #expect(
            try list(narrow) == """
                       when  id        target         state   prompt
                      18:00  000000b4  gpt-5.4-mini           explain borro…
                      18:00  000000b3  -              failed  explain borro…
                      18:00  000000b2  claude-sonne…  cut     explain borro…
                11-24 18:00  000000b1  claude-sonne…          write a parser
                11-23 18:00  000000a5  gpt-5.4-mini           explain borro…

                """)
        let pipe = try LogBench(width: nil)
        try pipe.work()
        let text = try list(pipe)
        #expect(text.contains("math  openai/gpt-5.4-mini        1,204→58  0.21 ¢  420 ms"))
        #expect(text.contains("brief  write a parser\n"))
        #expect(text.contains("  explain borrow checking to a C programmer\n"))
    }

    @Test("targets and their tasks stand below each other, with bars of their days")
    func statistics() throws {
        let bench = try LogBench()
        try bench.work()
        #expect(
            try stats(bench, .pair, tasks: true) == """
                target               calls     ok       first       total    cost  good  7 days
                openai/gpt-5.4-mini      7  100 %  327/327 ms   1.3/1.3 s  0.21 ¢  1.00  █▁█▁█▁█
                · chat                   6  100 %  327/327 ms   1.3/1.3 s  0.21 ¢  1.00  █▁█▁█▁▁
                · math                   1  100 %  105/105 ms  416/416 ms  0.21 ¢        ▁▁▁▁▁▁█
                anthropic/claude-s…      2   50 %   2.2/2.2 s   6.2/6.2 s  0.21 ¢  0.00  ▁▁▁▁▁██
                · chat                   1    0 %   2.2/2.2 s              0.21 ¢  0.00  ▁▁▁▁▁▁█
                · code                   1  100 %   1.6/1.6 s   6.2/6.2 s  0.21 ¢        ▁▁▁▁▁█▁

                """)
        let wide = try LogBench(width: 120)
        try wide.work()
        #expect(
            try stats(wide, .target) == """
                target                     calls     ok       first      total  tok/s    cost  good  14 days
                openai/gpt-5.4-mini            7  100 %  327/327 ms  1.3/1.3 s     70  0.21 ¢  1.00  ▁█▁█▁█▁█▁█▁█▁█
                anthropic/claude-sonnet-5      2   50 %   2.2/2.2 s  6.2/6.2 s     12  0.21 ¢  0.00  ▁▁▁▁▁▁▁▁▁▁▁▁██

                """)
        let narrow = try LogBench(width: 60)
        try narrow.work()
        #expect(
            try stats(narrow, .task) == """
                task  calls     ok       total    cost  7 days
                chat      7   85 %   1.3/1.3 s  0.21 ¢  █▁█▁█▁█
                code      1  100 %   6.2/6.2 s  0.21 ¢  ▁▁▁▁▁█▁
                math      1  100 %  416/416 ms  0.21 ¢  ▁▁▁▁▁▁█

                """)
        #expect(
            try stats(bench, .day) == """
                day         calls     ok     tokens    cost   first   total
                2026-11-13      1  100 %   1,204→58  0.21 ¢  325 ms   1.3 s  ███
                2026-11-15      1  100 %   1,204→58  0.21 ¢  325 ms   1.3 s  ███
                2026-11-17      1  100 %   1,204→58  0.21 ¢  325 ms   1.3 s  ███
                2026-11-19      1  100 %   1,204→58  0.21 ¢  325 ms   1.3 s  ███
                2026-11-21      1  100 %   1,204→58  0.21 ¢  325 ms   1.3 s  ███
                2026-11-23      1  100 %   1,204→58  0.21 ¢  325 ms   1.3 s  ███
                2026-11-24      1  100 %   1,204→58  0.21 ¢   1.6 s   6.2 s  ███
                2026-11-25      2   50 %  2,408→116  0.42 ¢  105 ms  420 ms  ██████

                """)
    }

    @Test("no line is wider than its terminal", arguments: [60, 72, 80, 100, 120])
    func width(columns: Int) throws {
        let bench = try LogBench(width: columns)
        try bench.work()
        for text in [
            try list(bench), try stats(bench, .pair, tasks: true), try stats(bench, .task), try stats(bench, .day),
        ] {
            for line in text.split(separator: "\n") { #expect(line.count <= columns, "\(line)") }
            #expect(!text.contains("\u{1B}"))
        }
    }
}
