internal import AI1Storage

/// The tables of the history.
enum HistorySchema {
    /// "AI1H"
    static let applicationID: Int32 = 0x4149_3148

    static let schema = Schema(
        applicationID: applicationID,
        migrations: [
            Migration(version: 1, sql: requests + words + statistics), Migration(version: 2, sql: chats),
        ])

    /// `high` and `low` are the halves of a request's id; times are milliseconds since 1970, costs nano-US-dollars.
    private static let requests = """
        CREATE TABLE target(
          id INTEGER PRIMARY KEY, provider TEXT NOT NULL, model TEXT NOT NULL, UNIQUE(provider, model)) STRICT;
        CREATE TABLE request(
          seq INTEGER PRIMARY KEY, high INTEGER NOT NULL, low INTEGER NOT NULL, time INTEGER NOT NULL, job TEXT,
          task TEXT NOT NULL, difficulty REAL, asked TEXT, objective TEXT, target INTEGER REFERENCES target(id),
          served TEXT, state TEXT NOT NULL, finish TEXT, exit INTEGER NOT NULL, error TEXT, input INTEGER NOT NULL,
          output INTEGER NOT NULL, usage TEXT NOT NULL, cost INTEGER, charge INTEGER, first_token REAL,
          total REAL NOT NULL, explored INTEGER NOT NULL, risk REAL, rating REAL, text_bytes INTEGER NOT NULL,
          UNIQUE(low, high)) STRICT;
        CREATE INDEX request_time ON request(time);
        CREATE TABLE attempt(
          request INTEGER NOT NULL REFERENCES request(seq) ON DELETE CASCADE, number INTEGER NOT NULL,
          target INTEGER NOT NULL REFERENCES target(id), fault TEXT, status INTEGER, message TEXT, usage TEXT,
          cost INTEGER, first_token REAL, total REAL NOT NULL, PRIMARY KEY(request, number)) STRICT, WITHOUT ROWID;
        CREATE TABLE decision(
          request INTEGER PRIMARY KEY REFERENCES request(seq) ON DELETE CASCADE, body TEXT NOT NULL) STRICT;
        CREATE TABLE content(
          request INTEGER PRIMARY KEY REFERENCES request(seq) ON DELETE CASCADE, time INTEGER NOT NULL, system TEXT,
          prompt TEXT NOT NULL, prompt_bytes INTEGER NOT NULL, answer BLOB, timing BLOB) STRICT;
        CREATE INDEX content_time ON content(time);
        CREATE TABLE recent(
          time INTEGER NOT NULL, request INTEGER NOT NULL REFERENCES request(seq) ON DELETE CASCADE,
          digest BLOB NOT NULL, PRIMARY KEY(time, request)) STRICT, WITHOUT ROWID;
        CREATE INDEX recent_request ON recent(request);
        CREATE TABLE signal(
          request INTEGER NOT NULL REFERENCES request(seq) ON DELETE CASCADE, source TEXT NOT NULL,
          target INTEGER NOT NULL REFERENCES target(id), task TEXT NOT NULL, time INTEGER NOT NULL,
          reward REAL NOT NULL, weight REAL NOT NULL, PRIMARY KEY(request, source, target)) STRICT, WITHOUT ROWID;

        """

    /// Requests may belong to a conversation.
    private static let chats = """
        ALTER TABLE request ADD COLUMN chat TEXT;
        CREATE INDEX request_chat ON request(chat) WHERE chat IS NOT NULL;
        """

    /// No text is in the index: `content` has it, and what is taken out of the index is made from it again.
    private static let words = """
        CREATE VIRTUAL TABLE words USING fts5(
          prompt, answer, content='', columnsize=0, tokenize="unicode61 remove_diacritics 2");

        """

    /// A summary of the task '' is over all tasks. Days are numbers such as 20261122.
    private static let statistics = """
        CREATE TABLE summary(
          target INTEGER NOT NULL REFERENCES target(id), task TEXT NOT NULL, body BLOB NOT NULL,
          PRIMARY KEY(target, task)) STRICT, WITHOUT ROWID;
        CREATE TABLE daily(
          day INTEGER NOT NULL, target INTEGER NOT NULL REFERENCES target(id), task TEXT NOT NULL,
          succeeded INTEGER NOT NULL, failed INTEGER NOT NULL, cut INTEGER NOT NULL, refused INTEGER NOT NULL,
          cancelled INTEGER NOT NULL, input INTEGER NOT NULL, output INTEGER NOT NULL, cost INTEGER NOT NULL,
          priced INTEGER NOT NULL, first_token REAL NOT NULL, first_tokens INTEGER NOT NULL, total REAL NOT NULL,
          good REAL NOT NULL, bad REAL NOT NULL, PRIMARY KEY(day, target, task)) STRICT, WITHOUT ROWID;
        CREATE TABLE imported(id TEXT PRIMARY KEY, time INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE note(name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        """
}
