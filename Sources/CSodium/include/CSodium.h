// libsodium: memory for secrets, scrypt, SHA-256, HMAC-SHA-512, comparison in constant time, randomness; and the
// system's switches that keep a process's memory out of files.
#pragma once

#include <sodium.h>

/// Allows this process no core dump and, on Linux, nobody but root to attach to it or to read its memory.
/// 0, or the error number of the call that failed.
int ai1_forbid_dumps(void);
