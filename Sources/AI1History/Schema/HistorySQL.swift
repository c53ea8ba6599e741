internal import AI1Storage

/// The statements that a request is recorded with, in one place so that they can be prepared while an answer is waited for.
enum HistorySQL {
    static let targetNumber: StaticString = "SELECT id FROM target WHERE provider = ? AND model = ?"
    static let insertTarget: StaticString = "INSERT INTO target(provider, model) VALUES(?, ?)"
    static let insertRequest: StaticString =
        """
        INSERT INTO request(
          high, low, time, job, task, difficulty, asked, objective, target, served, state, finish, exit, error, input,
          output, usage, cost, charge, first_token, total, explored, risk, text_bytes, chat)
        VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """
    static let insertAttempt: StaticString = "INSERT INTO attempt VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    static let insertDecision: StaticString = "INSERT INTO decision(request, body) VALUES(?, ?)"
    static let insertContent: StaticString =
        "INSERT INTO content(request, time, system, prompt, prompt_bytes, answer, timing) VALUES(?, ?, ?, ?, ?, ?, ?)"
    static let insertWords: StaticString = "INSERT INTO words(rowid, prompt, answer) VALUES(?, ?, ?)"
    static let insertRecent: StaticString = "INSERT INTO recent(time, request, digest) VALUES(?, ?, ?)"
    static let forgetRecent: StaticString = "DELETE FROM recent WHERE time < ?"
    static let summary: StaticString = "SELECT body FROM summary WHERE target = ? AND task = ?"
    static let putSummary: StaticString =
        "INSERT INTO summary VALUES(?, ?, ?) ON CONFLICT DO UPDATE SET body = excluded.body"
    static let addDaily: StaticString =
        """
        INSERT INTO daily VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
          succeeded = succeeded + excluded.succeeded, failed = failed + excluded.failed, cut = cut + excluded.cut,
          refused = refused + excluded.refused, cancelled = cancelled + excluded.cancelled,
          input = input + excluded.input, output = output + excluded.output, cost = cost + excluded.cost,
          priced = priced + excluded.priced, first_token = first_token + excluded.first_token,
          first_tokens = first_tokens + excluded.first_tokens, total = total + excluded.total,
          good = good + excluded.good, bad = bad + excluded.bad
        """
    static let signal: StaticString =
        "SELECT time, reward, weight, task FROM signal WHERE request = ? AND source = ? AND target = ?"
    static let putSignal: StaticString = "INSERT OR REPLACE INTO signal VALUES(?, ?, ?, ?, ?, ?, ?)"
    static let note: StaticString = "SELECT value FROM note WHERE name = ?"
    static let putNote: StaticString =
        "INSERT INTO note VALUES(?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"

    /// All of them.
    static let recording: [StaticString] = [
        targetNumber, insertTarget, insertRequest, insertAttempt, insertDecision, insertContent, insertWords,
        insertRecent, forgetRecent, summary, putSummary, addDaily, signal, putSignal, note, putNote,
    ]
}
