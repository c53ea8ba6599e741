#include "CSodium.h"

#include <errno.h>
#include <sys/resource.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

int ai1_forbid_dumps(void) {
    const struct rlimit none = {0, 0};
    int failure = setrlimit(RLIMIT_CORE, &none) == 0 ? 0 : errno;
#ifdef __linux__
    // A core pattern that is a pipe is served in spite of the limit; a process that is not dumpable is not.
    if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) failure = errno;
#endif
    return failure;
}
