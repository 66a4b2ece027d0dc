/* Lets system calls on files of a library fail, as a bad stick or a share does: preloaded by tests.

   KRING_FAIL_PATH   only calls on files whose path holds this
   KRING_FAIL_CALLS  which: any of "read", "write", "sync", "open", "name" (rename, unlink, truncate)
   KRING_FAIL_HOW    "kill": the process is killed at the call instead
   KRING_FAIL_AT     the number of the first call that fails, counted from when it is armed; 0: none
   KRING_FAIL_EVERY  1: all calls after it fail too
   KRING_FAIL_SAY    where the number of calls is written at the end

   The process arms it itself, through `failing_arm(number, every)`, or by the environment. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>
#include <fcntl.h>
#include <signal.h>

static long seen, fails_at, every;
static int busy;

void failing_arm(long number, long all) { seen = 0; fails_at = number; every = all; }
long failing_seen(void) { return seen; }

__attribute__((constructor)) static void begin(void) {
    const char *at = getenv("KRING_FAIL_AT"), *all = getenv("KRING_FAIL_EVERY");
    fails_at = at ? atol(at) : 0;
    every = all ? atol(all) : 0;
}

static int is_ours(const char *path) {
    const char *wanted = getenv("KRING_FAIL_PATH");
    return wanted && path && strstr(path, wanted) != NULL;
}

static int fails(const char *call, const char *path) {
    const char *calls = getenv("KRING_FAIL_CALLS");
    if (!calls || !strstr(calls, call) || !is_ours(path)) return 0;
    seen++;
    if (fails_at && (seen == fails_at || (every && seen > fails_at))) {
        const char *how = getenv("KRING_FAIL_HOW");
        if (how && !strcmp(how, "kill")) kill(getpid(), SIGKILL);
        errno = EIO;
        return 1;
    }
    return 0;
}

static int fd_fails(const char *call, int fd) {
    char link[64], path[4096];
    if (busy) return 0;
    busy = 1;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    busy = 0;
    if (length <= 0) return 0;
    path[length] = 0;
    return fails(call, path);
}

#define REAL(name, type) static __typeof__(type) *real; if (!real) real = (__typeof__(type) *)dlsym(RTLD_NEXT, name)

ssize_t read(int fd, void *to, size_t n) {
    REAL("read", ssize_t(int, void *, size_t));
    return fd_fails("read", fd) ? -1 : real(fd, to, n);
}
ssize_t pread(int fd, void *to, size_t n, off_t at) {
    REAL("pread", ssize_t(int, void *, size_t, off_t));
    return fd_fails("read", fd) ? -1 : real(fd, to, n, at);
}
ssize_t pread64(int fd, void *to, size_t n, off_t at) {
    REAL("pread64", ssize_t(int, void *, size_t, off_t));
    return fd_fails("read", fd) ? -1 : real(fd, to, n, at);
}
ssize_t write(int fd, const void *from, size_t n) {
    REAL("write", ssize_t(int, const void *, size_t));
    return fd_fails("write", fd) ? -1 : real(fd, from, n);
}
ssize_t pwrite(int fd, const void *from, size_t n, off_t at) {
    REAL("pwrite", ssize_t(int, const void *, size_t, off_t));
    return fd_fails("write", fd) ? -1 : real(fd, from, n, at);
}
ssize_t pwrite64(int fd, const void *from, size_t n, off_t at) {
    REAL("pwrite64", ssize_t(int, const void *, size_t, off_t));
    return fd_fails("write", fd) ? -1 : real(fd, from, n, at);
}
int fsync(int fd) {
    REAL("fsync", int(int));
    return fd_fails("sync", fd) ? -1 : real(fd);
}
int fdatasync(int fd) {
    REAL("fdatasync", int(int));
    return fd_fails("sync", fd) ? -1 : real(fd);
}
int open(const char *path, int flags, ...) {
    REAL("open", int(const char *, int, mode_t));
    va_list more; va_start(more, flags); mode_t mode = va_arg(more, mode_t); va_end(more);
    return fails("open", path) ? -1 : real(path, flags, mode);
}
int open64(const char *path, int flags, ...) {
    REAL("open64", int(const char *, int, mode_t));
    va_list more; va_start(more, flags); mode_t mode = va_arg(more, mode_t); va_end(more);
    return fails("open", path) ? -1 : real(path, flags, mode);
}
int rename(const char *from, const char *to) {
    REAL("rename", int(const char *, const char *));
    return fails("name", from) || fails("name", to) ? -1 : real(from, to);
}
int unlink(const char *path) {
    REAL("unlink", int(const char *));
    return fails("name", path) ? -1 : real(path);
}
int ftruncate(int fd, off_t size) {
    REAL("ftruncate", int(int, off_t));
    return fd_fails("name", fd) ? -1 : real(fd, size);
}
int ftruncate64(int fd, off_t size) {
    REAL("ftruncate64", int(int, off_t));
    return fd_fails("name", fd) ? -1 : real(fd, size);
}
