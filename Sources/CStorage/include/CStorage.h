#ifndef AI1_CSTORAGE_H
#define AI1_CSTORAGE_H

/* What SQLite offers only through variadic functions or callbacks, which Swift cannot call. */
struct sqlite3;

/* Turns off the checkpoint at the last close of a database, which would run outside the gate. 0 when it is off. */
int ai1_sqlite_no_checkpoint_on_close(struct sqlite3 *database);

/* Turns off automatic checkpoints and writes the number of frames in the write-ahead log to *frames after every commit.
   *frames must live as long as the connection. */
void ai1_sqlite_count_log_frames(struct sqlite3 *database, int *frames);

/* Locks `length` octets from `start` of an open file for writing, by a lock of the open file description: the kernel frees
   it when the last descriptor of that description is closed, also by kill -9.
   timeout_ms 0 does not wait; otherwise the calling thread waits at most so long.
   0 on success, ETIMEDOUT when others kept it, EAGAIN without waiting, or another errno. */
int ai1_range_lock(int descriptor, long long start, long long length, int timeout_ms);

/* Frees all octets of the file. */
int ai1_range_unlock_all(int descriptor);

/* Frees one range. */
int ai1_range_unlock(int descriptor, long long start, long long length);

/* Whether a path is on a file system of another machine, where locks cannot be relied on: its name, or NULL. */
const char *ai1_network_file_system(const char *path);

/* Which file a path leads to. 0 on success, or an errno.
   Not stat(2): where file times are fine-grained, one that has been looked at makes the next write change the file's
   inode as well, and the next sync write it. That cost a third of the time of a commit. */
int ai1_file_identity(const char *path, unsigned long long *device, unsigned long long *node);

#endif
