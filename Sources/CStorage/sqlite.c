#include "CStorage.h"
#include <sqlite3.h>

int ai1_sqlite_no_checkpoint_on_close(struct sqlite3 *database) {
    int state = 0;
    int status = sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, &state);
    return status == SQLITE_OK && state == 1 ? 0 : 1;
}

static int note_frames(void *frames, struct sqlite3 *database, const char *name, int count) {
    (void)database;
    (void)name;
    *(int *)frames = count;
    return SQLITE_OK;
}

void ai1_sqlite_count_log_frames(struct sqlite3 *database, int *frames) {
    /* A hook of our own replaces the one that would checkpoint. */
    sqlite3_wal_hook(database, note_frames, frames);
}
