#define _GNU_SOURCE
#include "CStorage.h"
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>

static int by_stat(const char *path, unsigned long long *device, unsigned long long *node) {
    struct stat facts;
    if (stat(path, &facts) != 0) return errno;
    *device = (unsigned long long)facts.st_dev;
    *node = (unsigned long long)facts.st_ino;
    return 0;
}

#if defined(__linux__) && defined(STATX_INO)

#include <sys/sysmacros.h>

int ai1_file_identity(const char *path, unsigned long long *device, unsigned long long *node) {
    struct statx facts;
    if (statx(AT_FDCWD, path, 0, STATX_INO, &facts) != 0)
        return errno == ENOSYS || errno == EPERM ? by_stat(path, device, node) : errno;
    *device = (unsigned long long)makedev(facts.stx_dev_major, facts.stx_dev_minor);
    *node = facts.stx_ino;
    return 0;
}

#else

int ai1_file_identity(const char *path, unsigned long long *device, unsigned long long *node) {
    return by_stat(path, device, node);
}

#endif
