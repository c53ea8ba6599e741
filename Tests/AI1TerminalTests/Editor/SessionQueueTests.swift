import Testing

@testable import AI1Terminal

@Suite("Jobs for the terminal's thread")
struct SessionQueueTests {
    @Test("rows that wait become one update, in their order")
    func joined() async throws {
        let queue = try SessionQueue(pipe: WakePipe())
        await queue.postRows(RowUpdate(settled: ["1"], live: ["a"]))
        await queue.postRows(["2"])
        await queue.postRows(RowUpdate(settled: ["3"], live: ["b", "c"]))
        queue.post(.prompt("x"))
        queue.post(.prompt("y"))
        await queue.postRows(["4"])
        let jobs = queue.take(isSuspended: false)
        #expect(jobs.map(Self.word) == ["show 123 bc", "prompt y", "print 4"])
    }

    @Test("while the terminal is lent only its return is taken")
    func suspended() async throws {
        let queue = try SessionQueue(pipe: WakePipe())
        await queue.postRows(["1"])
        #expect(queue.take(isSuspended: true).isEmpty)
        queue.post(.resume)
        await queue.postRows(["2"])
        #expect(queue.take(isSuspended: true).map(Self.word) == ["resume", "print 1", "print 2"])
    }

    @Test("whoever brings more rows than fit waits until they are taken")
    func full() async throws {
        let queue = try SessionQueue(pipe: WakePipe())
        let many = [String](repeating: "row", count: SessionQueue.maximumRows + 1)
        async let waits: Void = queue.postRows(many)
        while queue.take(isSuspended: false).isEmpty { await Task.yield() }
        // Taken for good: the one who waited goes on, also when it begins to wait only now.
        await waits
    }

    @Test("a question to a session that has ended is answered by nothing")
    func closed() async throws {
        let queue = try SessionQueue(pipe: WakePipe())
        queue.close()
        let answer = await withCheckedContinuation { continuation in
            queue.post(.ask(SessionJob.Question(id: 1, text: "?", answer: continuation)))
        }
        #expect(answer == nil)
    }

    private static func word(_ job: SessionJob) -> String {
        switch job {
        case .show(let update): "show \(update.settled.joined()) \(update.live.joined())"
        case .print(let rows): "print \(rows.joined())"
        case .prompt(let text): "prompt \(text)"
        case .resume: "resume"
        default: "other"
        }
    }
}
