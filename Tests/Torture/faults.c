/* Makes writes or syncs of certain files fail, as a dying or full disk would. For LD_PRELOAD.

     AI1_FAULT=CALL:SUFFIX:ERRNO:AFTER:TIMES

   CALL is sync, write or truncate; SUFFIX is the end of the file's path; ERRNO is EIO or ENOSPC; the first AFTER calls
   on such files succeed, then TIMES calls fail (0: all). A write that fails for lack of room writes half of what it
   should first. The first failure is told on standard error. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static struct {
    char call[16], suffix[64];
    int error, after, times, active;
} plan;

static atomic_int calls;

__attribute__((constructor)) static void read_plan(void) {
    const char *text = getenv("AI1_FAULT");
    char name[16];
    if (text && sscanf(text, "%15[^:]:%63[^:]:%15[^:]:%d:%d", plan.call, plan.suffix, name, &plan.after,
                       &plan.times) == 5) {
        plan.error = strcmp(name, "ENOSPC") == 0 ? ENOSPC : EIO;
        plan.active = 1;
    }
}

static void *next(const char *name) { return dlsym(RTLD_NEXT, name); }

static void tell(void) {
    static const char text[] = "fault made\n";
    (void)!((ssize_t (*)(int, const void *, size_t))next("write"))(2, text, sizeof text - 1);
}

static int is_due(const char *call, int descriptor) {
    char link[64], path[4096];
    if (!plan.active || strcmp(call, plan.call) != 0) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    size_t end = strlen(plan.suffix);
    if (length < (ssize_t)end || memcmp(path + length - end, plan.suffix, end) != 0) return 0;
    int number = atomic_fetch_add(&calls, 1);
    if (number == plan.after) tell();
    return number >= plan.after && (plan.times == 0 || number < plan.after + plan.times);
}

static int failed(void) {
    errno = plan.error;
    return -1;
}

int fsync(int descriptor) {
    if (is_due("sync", descriptor)) return failed();
    return ((int (*)(int))next("fsync"))(descriptor);
}

int fdatasync(int descriptor) {
    if (is_due("sync", descriptor)) return failed();
    return ((int (*)(int))next("fdatasync"))(descriptor);
}

int ftruncate64(int descriptor, off64_t length) {
    if (is_due("truncate", descriptor)) return failed();
    return ((int (*)(int, off64_t))next("ftruncate64"))(descriptor, length);
}

int ftruncate(int descriptor, off_t length) {
    if (is_due("truncate", descriptor)) return failed();
    return ((int (*)(int, off_t))next("ftruncate"))(descriptor, length);
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
    ssize_t (*real)(int, const void *, size_t) = next("write");
    if (!is_due("write", descriptor)) return real(descriptor, bytes, count);
    if (plan.error == ENOSPC && count > 1) (void)!real(descriptor, bytes, count / 2);
    return failed();
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t offset) {
    ssize_t (*real)(int, const void *, size_t, off64_t) = next("pwrite64");
    if (!is_due("write", descriptor)) return real(descriptor, bytes, count, offset);
    if (plan.error == ENOSPC && count > 1) (void)!real(descriptor, bytes, count / 2, offset);
    return failed();
}

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset) {
    ssize_t (*real)(int, const void *, size_t, off_t) = next("pwrite");
    if (!is_due("write", descriptor)) return real(descriptor, bytes, count, offset);
    if (plan.error == ENOSPC && count > 1) (void)!real(descriptor, bytes, count / 2, offset);
    return failed();
}
