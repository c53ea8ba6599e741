/* The most that a ledger of double-entry transfers can reach on this disk: the bare work straight on libsqlite3,
   without triggers, hashes or events. The ledger's own speed is told as a ratio to it.

     cc -O2 ledger.c -lsqlite3 -o ledger
     ./ledger PATH FULL|NORMAL PROCESSES SECONDS TRANSFERS_PER_COMMIT 0|1|2 WAL|DELETE

   The sixth word says how writers wait for each other: 0 by SQLite's busy_timeout, 1 by random pauses, 2 by an
   exclusive flock on PATH-gate. A transfer is a row of its own, two entries with the balance that follows, and two
   balances; every commit is synchronised as the second word says.

   It prints one line: transfers per second, commits, then the median, 95th and 99th hundredth and the largest of a
   commit's time in microseconds (its waiting included), the fewest and the most transfers of a process, and 1 when all
   balances and entries sum up as they must. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { ACCOUNTS = 100, SAMPLES = 1 << 19, OPENING = 1000000000 };
enum waiting { BUSY_TIMEOUT, JITTER, GATE };

struct settings {
    const char *path, *synchronous, *journal;
    int processes, batch;
    double seconds;
    enum waiting waiting;
};

/* What one process did, in memory that all share. */
struct tally {
    long transfers, samples;
    float commit_us[SAMPLES];
};

struct statements {
    sqlite3_stmt *begin, *commit, *transfer, *balance, *entry;
};

static double seconds_now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void fail(sqlite3 *database, const char *what) {
    fprintf(stderr, "ledger: %s: %s\n", what, database ? sqlite3_errmsg(database) : "failed");
    _exit(1);
}

static void execute(sqlite3 *database, const char *sql) {
    if (sqlite3_exec(database, sql, NULL, NULL, NULL) != SQLITE_OK) fail(database, sql);
}

static int pause_at_random(void *unused, int count) {
    (void)unused;
    usleep((useconds_t)(100 + random() % (count < 8 ? 400 : 2000)));
    return count < 20000;
}

static sqlite3 *open_database(const struct settings *settings) {
    sqlite3 *database;
    char pragma[64];
    if (sqlite3_open(settings->path, &database) != SQLITE_OK) fail(database, settings->path);
    sqlite3_busy_timeout(database, 60000);
    if (settings->waiting == JITTER) sqlite3_busy_handler(database, pause_at_random, NULL);
    snprintf(pragma, sizeof pragma, "PRAGMA journal_mode=%s", settings->journal);
    execute(database, pragma);
    snprintf(pragma, sizeof pragma, "PRAGMA synchronous=%s", settings->synchronous);
    execute(database, pragma);
    execute(database, "PRAGMA foreign_keys=ON");
    return database;
}

static void make_database(const struct settings *settings) {
    static const char *const ends[] = {"", "-wal", "-shm", "-journal"};
    char text[4096];
    for (size_t index = 0; index < sizeof ends / sizeof *ends; index++) {
        snprintf(text, sizeof text, "%s%s", settings->path, ends[index]);
        unlink(text);
    }
    sqlite3 *database = open_database(settings);
    execute(database,
            "CREATE TABLE account(id INTEGER PRIMARY KEY, posted INTEGER NOT NULL, pending INTEGER NOT NULL) STRICT;"
            "CREATE TABLE transfer(seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, debit INTEGER NOT NULL,"
            "  credit INTEGER NOT NULL, amount INTEGER NOT NULL CHECK(amount > 0), ts INTEGER NOT NULL) STRICT;"
            "CREATE TABLE entry(transfer INTEGER NOT NULL, leg INTEGER NOT NULL, account INTEGER NOT NULL,"
            "  amount INTEGER NOT NULL, balance INTEGER NOT NULL, PRIMARY KEY(transfer, leg)) STRICT, WITHOUT ROWID;"
            "CREATE INDEX entry_account ON entry(account, transfer);");
    execute(database, "BEGIN");
    for (int account = 0; account < ACCOUNTS; account++) {
        snprintf(text, sizeof text, "INSERT INTO account VALUES(%d, %d, 0)", account, OPENING);
        execute(database, text);
    }
    execute(database, "COMMIT");
    sqlite3_close(database);
}

static sqlite3_stmt *prepare(sqlite3 *database, const char *sql) {
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
        fail(database, sql);
    return statement;
}

static void step(sqlite3_stmt *statement) {
    int status = sqlite3_step(statement);
    if (status != SQLITE_DONE && status != SQLITE_ROW) fail(sqlite3_db_handle(statement), sqlite3_sql(statement));
}

static void run(sqlite3_stmt *statement) {
    step(statement);
    sqlite3_reset(statement);
}

static void write_entry(const struct statements *all, long transfer, int leg, int account, long amount) {
    sqlite3_bind_int64(all->balance, 1, amount);
    sqlite3_bind_int(all->balance, 2, account);
    step(all->balance);
    sqlite3_int64 balance = sqlite3_column_int64(all->balance, 0);
    sqlite3_reset(all->balance);
    sqlite3_bind_int64(all->entry, 1, transfer);
    sqlite3_bind_int(all->entry, 2, leg);
    sqlite3_bind_int(all->entry, 3, account);
    sqlite3_bind_int64(all->entry, 4, amount);
    sqlite3_bind_int64(all->entry, 5, balance);
    run(all->entry);
}

static void write_transfer(sqlite3 *database, const struct statements *all) {
    int debit = (int)(random() % ACCOUNTS);
    int credit = (int)((debit + 1 + random() % (ACCOUNTS - 1)) % ACCOUNTS);
    long amount = 1 + random() % 1000;
    sqlite3_bind_int(all->transfer, 1, debit);
    sqlite3_bind_int(all->transfer, 2, credit);
    sqlite3_bind_int64(all->transfer, 3, amount);
    sqlite3_bind_int64(all->transfer, 4, (sqlite3_int64)(seconds_now() * 1e9));
    run(all->transfer);
    long number = (long)sqlite3_last_insert_rowid(database);
    write_entry(all, number, 0, debit, -amount);
    write_entry(all, number, 1, credit, amount);
}

static void work(const struct settings *settings, struct tally *tally, int number, double start) {
    srandom((unsigned)(getpid() * 7919 + number));
    sqlite3 *database = open_database(settings);
    int gate = -1;
    if (settings->waiting == GATE) {
        char path[4096];
        snprintf(path, sizeof path, "%s-gate", settings->path);
        gate = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (gate < 0) fail(NULL, path);
    }
    struct statements all = {
        .begin = prepare(database, "BEGIN IMMEDIATE"),
        .commit = prepare(database, "COMMIT"),
        .transfer = prepare(
            database, "INSERT INTO transfer(id, debit, credit, amount, ts) VALUES(randomblob(16), ?1, ?2, ?3, ?4)"),
        .balance = prepare(database, "UPDATE account SET posted = posted + ?1 WHERE id = ?2 RETURNING posted"),
        .entry = prepare(database, "INSERT INTO entry VALUES(?1, ?2, ?3, ?4, ?5)"),
    };
    while (seconds_now() < start) usleep(50);
    double end = start + settings->seconds, begun;
    while ((begun = seconds_now()) < end) {
        if (gate >= 0 && flock(gate, LOCK_EX) != 0) fail(NULL, "flock");
        run(all.begin);
        for (int index = 0; index < settings->batch; index++) write_transfer(database, &all);
        run(all.commit);
        if (gate >= 0) flock(gate, LOCK_UN);
        tally->transfers += settings->batch;
        if (tally->samples < SAMPLES) tally->commit_us[tally->samples++] = (float)((seconds_now() - begun) * 1e6);
    }
    _exit(0);
}

static int is_sound(const struct settings *settings, long transfers) {
    sqlite3 *database = open_database(settings);
    sqlite3_stmt *sums = prepare(
        database,
        "SELECT (SELECT sum(posted) FROM account) = ?1 AND (SELECT coalesce(sum(amount), 0) FROM entry) = 0"
        " AND (SELECT count(*) FROM transfer) = ?2 AND (SELECT count(*) FROM entry) = 2 * ?2");
    sqlite3_bind_int64(sums, 1, (sqlite3_int64)OPENING * ACCOUNTS);
    sqlite3_bind_int64(sums, 2, transfers);
    step(sums);
    return sqlite3_column_int(sums, 0);
}

static int ascending(const void *left, const void *right) {
    float first = *(const float *)left, second = *(const float *)right;
    return (first > second) - (first < second);
}

static int report(const struct settings *settings, const struct tally *tallies, double elapsed, int failures) {
    long transfers = 0, samples = 0, fewest = tallies[0].transfers, most = fewest, next = 0;
    for (int number = 0; number < settings->processes; number++) {
        const struct tally *tally = tallies + number;
        transfers += tally->transfers;
        samples += tally->samples;
        if (tally->transfers < fewest) fewest = tally->transfers;
        if (tally->transfers > most) most = tally->transfers;
    }
    float *times = calloc((size_t)samples + 1, sizeof *times);
    if (!times) fail(NULL, "memory");
    for (int number = 0; number < settings->processes; number++) {
        memcpy(times + next, tallies[number].commit_us, (size_t)tallies[number].samples * sizeof *times);
        next += tallies[number].samples;
    }
    qsort(times, (size_t)samples, sizeof *times, ascending);
    int sound = is_sound(settings, transfers) && failures == 0;
    printf("%.0f %ld %.0f %.0f %.0f %.0f %ld %ld %d\n", (double)transfers / elapsed, samples, times[samples / 2],
           times[samples * 95 / 100], times[samples * 99 / 100], times[samples > 0 ? samples - 1 : 0], fewest, most,
           sound);
    free(times);
    return sound ? 0 : 1;
}

int main(int count, char **words) {
    if (count != 8) {
        fprintf(stderr, "usage: %s PATH FULL|NORMAL PROCESSES SECONDS TRANSFERS_PER_COMMIT 0|1|2 WAL|DELETE\n",
                words[0]);
        return 64;
    }
    struct settings settings = {
        .path = words[1], .synchronous = words[2], .processes = atoi(words[3]), .seconds = atof(words[4]),
        .batch = atoi(words[5]), .waiting = (enum waiting)atoi(words[6]), .journal = words[7],
    };
    if (settings.processes < 1 || settings.batch < 1 || settings.seconds <= 0) return 64;
    make_database(&settings);
    size_t length = sizeof(struct tally) * (size_t)settings.processes;
    struct tally *tallies = mmap(NULL, length, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (tallies == MAP_FAILED) fail(NULL, "memory");
    double start = seconds_now() + 0.2;
    for (int number = 0; number < settings.processes; number++) {
        pid_t child = fork();
        if (child < 0) fail(NULL, "fork");
        if (child == 0) work(&settings, tallies + number, number, start);
    }
    int failures = 0, status;
    while (wait(&status) > 0) failures += status != 0;
    return report(&settings, tallies, seconds_now() - start, failures);
}
