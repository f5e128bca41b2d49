/* Preloaded into a program: the Nth call of one kind fails, counted over the process and all that it forks.

   MINGXI_FAULT=fsync:3:5     the third fsync fails with error 5
   MINGXI_FAULT=fsync:0:5     none fails
   MINGXI_FAULT_COUNT=FILE    how many calls there were is written to this file at the end */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/uio.h>
#include <unistd.h>

static volatile long *count;
static long wanted;
static int error_number;
static char kind[32];
static pid_t owner;

__attribute__((constructor)) static void begin(void) {
  const char *fault = getenv("MINGXI_FAULT");
  if (fault == NULL || sscanf(fault, "%31[^:]:%ld:%d", kind, &wanted, &error_number) != 3) return;
  count = mmap(NULL, sizeof *count, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  owner = getpid();
}

__attribute__((destructor)) static void end(void) {
  const char *file = getenv("MINGXI_FAULT_COUNT");
  if (count == NULL || file == NULL || getpid() != owner) return;
  char text[32];
  const int size = snprintf(text, sizeof text, "%ld", *count);
  const int place = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  ssize_t (*real)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
  if (place >= 0 && real(place, text, (size_t)size) != size) _exit(99);
}

static int fails(const char *name) {
  if (count == NULL || strcmp(name, kind) != 0) return 0;
  if (__sync_add_and_fetch(count, 1) != wanted) return 0;
  errno = error_number;
  return 1;
}

#define FAULTY(result, name, parameters, arguments, failure)      \
  result name parameters {                                        \
    static result(*real) parameters;                              \
    if (real == NULL) real = (result(*) parameters)dlsym(RTLD_NEXT, #name); \
    if (fails(kFaultOf_##name)) return failure;                   \
    return real arguments;                                        \
  }

#define kFaultOf_write "write"
#define kFaultOf_pwrite "write"
#define kFaultOf_pwrite64 "write"
#define kFaultOf_writev "write"
#define kFaultOf_fwrite "write"
#define kFaultOf_fflush "write"
#define kFaultOf_fsync "fsync"
#define kFaultOf_fdatasync "fsync"
#define kFaultOf_rename "rename"
#define kFaultOf_renameat2 "rename"
#define kFaultOf_mkdir "mkdir"
#define kFaultOf_mkdtemp "mkdir"
#define kFaultOf_memfd_create "memory"
#define kFaultOf_fork "fork"

FAULTY(ssize_t, write, (int a, const void *b, size_t c), (a, b, c), -1)
FAULTY(ssize_t, pwrite, (int a, const void *b, size_t c, off_t d), (a, b, c, d), -1)
FAULTY(ssize_t, pwrite64, (int a, const void *b, size_t c, off_t d), (a, b, c, d), -1)
FAULTY(ssize_t, writev, (int a, const struct iovec *b, int c), (a, b, c), -1)
FAULTY(size_t, fwrite, (const void *a, size_t b, size_t c, FILE *d), (a, b, c, d), 0)
FAULTY(int, fflush, (FILE * a), (a), EOF)
FAULTY(int, fsync, (int a), (a), -1)
FAULTY(int, fdatasync, (int a), (a), -1)
FAULTY(int, rename, (const char *a, const char *b), (a, b), -1)
FAULTY(int, renameat2, (int a, const char *b, int c, const char *d, unsigned e), (a, b, c, d, e), -1)
FAULTY(int, mkdir, (const char *a, mode_t b), (a, b), -1)
FAULTY(char *, mkdtemp, (char *a), (a), NULL)
FAULTY(int, memfd_create, (const char *a, unsigned b), (a, b), -1)
FAULTY(pid_t, fork, (void), (), -1)

void *mmap64(void *, size_t, int, int, int, off_t);
void *mmap(void *a, size_t b, int c, int d, int e, off_t f) {
  static void *(*real)(void *, size_t, int, int, int, off_t);
  if (real == NULL) real = (void *(*)(void *, size_t, int, int, int, off_t))dlsym(RTLD_NEXT, "mmap");
  if (e >= 0 && fails("mmap")) return MAP_FAILED;
  return real(a, b, c, d, e, f);
}
