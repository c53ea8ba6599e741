#define _GNU_SOURCE
#include "CStorage.h"
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/syscall.h>
#endif

#ifndef F_OFD_SETLK
/* Darwin has them, and hides them from strict compilations. */
#define F_OFD_SETLK 90
#define F_OFD_SETLKW 91
#endif

static int set(int descriptor, int command, short type, long long start, long long length) {
    struct flock range;
    memset(&range, 0, sizeof range);
    range.l_type = type;
    range.l_whence = SEEK_SET;
    range.l_start = (off_t)start;
    range.l_len = (off_t)length;
    return fcntl(descriptor, command, &range) == 0 ? 0 : errno;
}

int ai1_range_unlock(int descriptor, long long start, long long length) {
    return set(descriptor, F_OFD_SETLK, F_UNLCK, start, length);
}

int ai1_range_unlock_all(int descriptor) { return ai1_range_unlock(descriptor, 0, 0); }

static int try_lock(int descriptor, long long start, long long length) {
    int status;
    do status = set(descriptor, F_OFD_SETLK, F_WRLCK, start, length);
    while (status == EINTR);
    return status == EACCES ? EAGAIN : status;
}

static long long now_ns(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static int poll_lock(int descriptor, long long start, long long length, int timeout_ms) {
    long long end = now_ns() + timeout_ms * 1000000LL;
    for (;;) {
        int status = try_lock(descriptor, start, length);
        if (status != EAGAIN || timeout_ms <= 0) return status;
        if (now_ns() >= end) return ETIMEDOUT;
        struct timespec nap = {.tv_sec = 0, .tv_nsec = 200000};
        nanosleep(&nap, NULL);
    }
}

#ifdef __linux__

/* Interrupts the wait and does nothing else. */
static void wake(int number) { (void)number; }

static pthread_once_t prepared = PTHREAD_ONCE_INIT;

static void prepare(void) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = wake;
    sigaction(SIGURG, &action, NULL);
}

/* fcntl(2) has no time-out: a timer that signals this very thread ends the wait. It repeats, because a signal that comes
   just before the wait begins would be lost. */
int ai1_range_lock(int descriptor, long long start, long long length, int timeout_ms) {
    int status = try_lock(descriptor, start, length);
    if (status != EAGAIN || timeout_ms <= 0) return status;
    pthread_once(&prepared, prepare);
    /* Threads of a pool are often made with all signals blocked. */
    sigset_t waking, before;
    sigemptyset(&waking);
    sigaddset(&waking, SIGURG);
    struct sigevent event;
    memset(&event, 0, sizeof event);
    event.sigev_notify = SIGEV_THREAD_ID;
    event.sigev_signo = SIGURG;
    event._sigev_un._tid = (int)syscall(SYS_gettid);
    timer_t timer;
    /* Where no timer can be had, as under a limit on pending signals, it is asked again and again. */
    if (timer_create(CLOCK_MONOTONIC, &event, &timer) != 0) return poll_lock(descriptor, start, length, timeout_ms);
    pthread_sigmask(SIG_UNBLOCK, &waking, &before);
    long long end = now_ns() + timeout_ms * 1000000LL;
    struct itimerspec when = {.it_interval = {.tv_sec = 0, .tv_nsec = 20000000},
                              .it_value = {.tv_sec = timeout_ms / 1000, .tv_nsec = timeout_ms % 1000 * 1000000L + 1}};
    timer_settime(timer, 0, &when, NULL);
    for (;;) {
        status = set(descriptor, F_OFD_SETLKW, F_WRLCK, start, length);
        if (status != EINTR) break;
        if (now_ns() >= end) {
            status = ETIMEDOUT;
            break;
        }
    }
    timer_delete(timer);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return status;
}

#else

int ai1_range_lock(int descriptor, long long start, long long length, int timeout_ms) {
    return poll_lock(descriptor, start, length, timeout_ms);
}

#endif
