// What is refused is listed, not what is allowed: which harmless calls the libraries make differs
// from one version of theirs to the next.
#include "process/system_calls.h"

#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <memory>
#include <span>
#include <system_error>

namespace mingxi::process {
namespace {

constexpr auto kReaching = std::to_array<const char*>({"connect", "sendmsg", "sendmmsg"});
constexpr auto kListening =
    std::to_array<const char*>({"socket", "bind", "listen", "accept", "accept4"});
constexpr auto kOthers = std::to_array<const char*>({"ptrace",
                                                     "process_vm_readv",
                                                     "process_vm_writev",
                                                     "process_madvise",
                                                     "process_mrelease",
                                                     "kcmp",
                                                     "tkill",
                                                     "tgkill",
                                                     "rt_sigqueueinfo",
                                                     "rt_tgsigqueueinfo",
                                                     "pidfd_open",
                                                     "pidfd_getfd",
                                                     "pidfd_send_signal",
                                                     "setpriority",
                                                     "ioprio_set",
                                                     "setsid",
                                                     "setpgid",
                                                     "shmget",
                                                     "shmat",
                                                     "msgget",
                                                     "msgsnd",
                                                     "semget",
                                                     "semop",
                                                     "mq_open",
                                                     "migrate_pages",
                                                     "move_pages",
                                                     "sched_setscheduler",
                                                     "sched_setattr",
                                                     "sched_setparam"});
constexpr auto kPermissions = std::to_array<const char*>(
    {"chmod",        "fchmod",       "fchmodat", "fchmodat2", "chown",     "fchown",
     "lchown",       "fchownat",     "setxattr", "lsetxattr", "fsetxattr", "removexattr",
     "lremovexattr", "fremovexattr", "utime",    "utimes",    "futimesat", "utimensat",
     "setuid",       "setgid",       "setreuid", "setregid",  "setresuid", "setresgid",
     "setgroups",    "setfsuid",     "setfsgid", "capset"});
constexpr auto kKernel = std::to_array<const char*>({"bpf",
                                                     "perf_event_open",
                                                     "io_uring_setup",
                                                     "io_uring_enter",
                                                     "io_uring_register",
                                                     "userfaultfd",
                                                     "keyctl",
                                                     "add_key",
                                                     "request_key",
                                                     "mount",
                                                     "umount2",
                                                     "move_mount",
                                                     "fsopen",
                                                     "fsmount",
                                                     "open_tree",
                                                     "mount_setattr",
                                                     "pivot_root",
                                                     "chroot",
                                                     "unshare",
                                                     "setns",
                                                     "init_module",
                                                     "finit_module",
                                                     "delete_module",
                                                     "kexec_load",
                                                     "kexec_file_load",
                                                     "reboot",
                                                     "swapon",
                                                     "swapoff",
                                                     "settimeofday",
                                                     "clock_settime",
                                                     "clock_adjtime",
                                                     "adjtimex",
                                                     "sethostname",
                                                     "setdomainname",
                                                     "syslog",
                                                     "acct",
                                                     "quotactl",
                                                     "personality",
                                                     "open_by_handle_at",
                                                     "name_to_handle_at",
                                                     "fanotify_init",
                                                     "iopl",
                                                     "ioperm",
                                                     "vhangup",
                                                     "nfsservctl"});
constexpr auto kProcesses = std::to_array<const char*>({"fork", "vfork", "execve", "execveat"});
constexpr auto kChanges = std::to_array<const char*>(
    {"creat", "truncate", "rename", "renameat", "renameat2", "link", "linkat", "symlink",
     "symlinkat", "unlink", "unlinkat", "mkdir", "mkdirat", "rmdir", "mknod", "mknodat"});

/// A filter that allows all but what it is given to refuse.
class Filter {
 public:
  Filter() : context_(seccomp_init(SCMP_ACT_ALLOW), seccomp_release) {
    if (context_ == nullptr) fail(ENOMEM);
  }

  void refuse(const char* name, int error = EPERM) { add(name, error, {}); }
  template <std::size_t N>
  void refuse(const std::array<const char*, N>& names) {
    for (const char* name : names) refuse(name);
  }
  /// Where an argument is so.
  void refuse_where(const char* name, const scmp_arg_cmp& argument) {
    add(name, EPERM, {&argument, 1});
  }

  void load() { require(seccomp_load(context_.get())); }

 private:
  [[noreturn]] static void fail(int cause) {
    throw std::system_error(cause, std::generic_category(), "seccomp");
  }
  static void require(int result) {
    if (result != 0) fail(-result);
  }
  void add(const char* name, int error, std::span<const scmp_arg_cmp> arguments) {
    const int number = seccomp_syscall_resolve_name(name);
    if (number < 0) return;  // this machine has no such call
    require(seccomp_rule_add_array(context_.get(),
                                   SCMP_ACT_ERRNO(static_cast<std::uint16_t>(error)), number,
                                   static_cast<unsigned>(arguments.size()), arguments.data()));
  }

  std::unique_ptr<void, void (*)(scmp_filter_ctx)> context_;
};

/// An argument, by its place, compared with a value; kept under a mask, with a second value.
constexpr scmp_arg_cmp argument(unsigned place, scmp_compare comparison, std::uint64_t value,
                                std::uint64_t masked = 0) {
  return {place, comparison, value, masked};
}

void refuse_reach(Filter& filter) {
  filter.refuse(kReaching);
  filter.refuse(kOthers);
  filter.refuse(kPermissions);
  filter.refuse(kKernel);
  for (const char* name : {"prlimit64", "sched_setaffinity"})  // of another process
    filter.refuse_where(name, argument(0, SCMP_CMP_NE, 0));
  filter.refuse_where("sendto", argument(4, SCMP_CMP_NE, 0));  // but to whom it is connected with
  for (const unsigned type : {TIOCSTI, TIOCLINUX})             // words into the terminal
    filter.refuse_where("ioctl", argument(1, SCMP_CMP_MASKED_EQ, 0xFFFFFFFF, type));
}

/// LibreOffice does not start without a socket that another of it could call, which it puts into
/// /tmp unless that is closed to it. It is let have one in its folder, that nobody calls.
void refuse_listening(Filter& filter, const Permissions& permissions) {
  if (permissions.own_folder.empty()) {
    filter.refuse(kListening);
    return;
  }
  filter.refuse_where("socket", argument(0, SCMP_CMP_NE, AF_UNIX));
  filter.refuse_where("access", argument(1, SCMP_CMP_EQ, W_OK));
  filter.refuse_where("faccessat", argument(2, SCMP_CMP_EQ, W_OK));
}

void refuse_processes(Filter& filter) {
  filter.refuse(kProcesses);
  filter.refuse("socketpair");
  filter.refuse("kill");
  filter.refuse_where("clone", argument(0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0));
  filter.refuse("clone3", ENOSYS);  // its arguments cannot be seen; libraries then take clone
}

void refuse_writing(Filter& filter) {
  filter.refuse(kChanges);
  filter.refuse("openat2", ENOSYS);
  constexpr unsigned kTmpFile = O_TMPFILE & ~O_DIRECTORY;
  for (const unsigned flag : {unsigned{O_WRONLY}, unsigned{O_RDWR}}) {
    filter.refuse_where("open", argument(1, SCMP_CMP_MASKED_EQ, O_ACCMODE, flag));
    filter.refuse_where("openat", argument(2, SCMP_CMP_MASKED_EQ, O_ACCMODE, flag));
  }
  for (const unsigned flag : {unsigned{O_CREAT}, unsigned{O_TRUNC}, kTmpFile}) {
    filter.refuse_where("open", argument(1, SCMP_CMP_MASKED_EQ, flag, flag));
    filter.refuse_where("openat", argument(2, SCMP_CMP_MASKED_EQ, flag, flag));
  }
}

}  // namespace

bool can_refuse_system_calls() { return prctl(PR_GET_SECCOMP, 0, 0, 0, 0) >= 0; }

void refuse_system_calls(const Permissions& permissions) {
  if (!can_refuse_system_calls()) return;
  Filter filter;
  refuse_reach(filter);
  refuse_listening(filter, permissions);
  if (permissions.program.empty()) {
    refuse_processes(filter);
  } else if (!confines_signals()) {
    filter.refuse("kill");  // it would reach any process of the user
  }
  if (permissions.program.empty() && permissions.folder.empty()) refuse_writing(filter);
  filter.load();
}

}  // namespace mingxi::process
