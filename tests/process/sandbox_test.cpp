// A process in the sandbox tries all that it must not do.
#include "process/sandbox.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <sched.h>
#include <spawn.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <gmock/gmock.h>

#include "ocr/ocr_program.h"
#include "process/answer_file.h"
#include "process/batch.h"
#include "process/child.h"
#include "process/landlock.h"
#include "process/system_calls.h"
#include "support/files.h"

namespace mingxi::process {
namespace {

using ::testing::HasSubstr;

ChildReport report_of(const std::function<Answer()>& work, const AnswerFile& answer) {
  return awaited({answer.descriptor(), Limits{}, work});
}

bool can_spawn(const char* program) {
  pid_t child = 0;
  std::array<char*, 2> arguments{const_cast<char*>(program), nullptr};
  if (posix_spawn(&child, program, nullptr, nullptr, arguments.data(), environ) != 0) return false;
  int status = 0;
  return waitpid(child, &status, 0) == child && status == 0;
}

/// What a probe may try to harm.
struct Targets {
  std::string file;    ///< the input
  std::string folder;  ///< around it
  pid_t process = 0;
  std::uint16_t port = 0;   ///< of a server of TCP on this machine
  std::string socket = "";  ///< abstract, of a server
};

using Probe = std::pair<const char*, std::function<bool(const Targets&)>>;

bool can_connect(const Targets& targets) {
  const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(targets.port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
}

bool can_bind() {
  const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return bind(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
}

/// The address of an abstract socket, and its length.
std::pair<sockaddr_un, socklen_t> abstract(const std::string& name) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  name.copy(address.sun_path + 1, sizeof address.sun_path - 1);
  return {address, static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + name.size())};
}

bool can_reach_abstract(const Targets& targets) {
  const int descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const auto [address, size] = abstract(targets.socket);
  return connect(descriptor, reinterpret_cast<const sockaddr*>(&address), size) == 0;
}

bool can_read_memory(const Targets& targets) {
  char byte = 0;
  iovec here{&byte, 1};
  iovec there{&byte, 1};
  return process_vm_readv(targets.process, &here, 1, &there, 1, 0) == 1;
}

bool can_fork() {
  const pid_t child = fork();
  if (child == 0) _exit(0);
  return child > 0 && waitpid(child, nullptr, 0) == child;
}

bool can_open(const std::string& path, int flags) {
  return open(path.c_str(), flags | O_CLOEXEC, 0600) >= 0;
}

const std::vector<Probe>& network_probes() {
  static const std::vector<Probe> probes{
      {"connect", can_connect},
      {"bind", [](const Targets&) { return can_bind(); }},
      {"abstract socket", can_reach_abstract},
      {"socket of UDP", [](const Targets&) { return socket(AF_INET, SOCK_DGRAM, 0) >= 0; }},
      {"socket of IPv6", [](const Targets&) { return socket(AF_INET6, SOCK_STREAM, 0) >= 0; }},
      {"netlink", [](const Targets&) { return socket(AF_NETLINK, SOCK_RAW, 0) >= 0; }}};
  return probes;
}

const std::vector<Probe>& process_probes() {
  static const std::vector<Probe> probes{
      {"kill", [](const Targets& to) { return kill(to.process, 0) == 0; }},
      {"tgkill",
       [](const Targets& to) { return syscall(SYS_tgkill, to.process, to.process, 0) == 0; }},
      {"pidfd", [](const Targets& to) { return syscall(SYS_pidfd_open, to.process, 0) >= 0; }},
      {"ptrace",
       [](const Targets& to) { return ptrace(PTRACE_SEIZE, to.process, nullptr, nullptr) == 0; }},
      {"memory", can_read_memory},
      {"priority", [](const Targets& to) { return setpriority(PRIO_PROCESS, to.process, 5) == 0; }},
      {"limits",
       [](const Targets& to) {
         rlimit limit{};
         return prlimit(to.process, RLIMIT_CORE, nullptr, &limit) == 0;
       }},
      {"shared memory", [](const Targets&) { return shmget(IPC_PRIVATE, 4096, 0600) >= 0; }},
      {"group", [](const Targets&) { return setsid() >= 0; }},
      {"terminal", [](const Targets&) {
         char byte = 'x';
         return ioctl(-1, TIOCSTI, &byte) == 0 || errno != EPERM;
       }}};
  return probes;
}

const std::vector<Probe>& start_probes() {
  static const std::vector<Probe> probes{
      {"fork", [](const Targets&) { return can_fork(); }},
      {"vfork and exec", [](const Targets&) { return can_spawn("/bin/true"); }},
      {"socketpair",
       [](const Targets&) {
         std::array<int, 2> ends{};
         return socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) == 0;
       }},
      {"clone3",
       [](const Targets&) { return syscall(SYS_clone3, nullptr, 0) >= 0 || errno != ENOSYS; }}};
  return probes;
}

const std::vector<Probe>& file_probes() {
  static const std::vector<Probe> probes{
      {"chmod", [](const Targets& to) { return chmod(to.file.c_str(), 0600) == 0; }},
      {"chown", [](const Targets& to) { return chown(to.file.c_str(), getuid(), getgid()) == 0; }},
      {"time",
       [](const Targets& to) { return utimensat(AT_FDCWD, to.file.c_str(), nullptr, 0) == 0; }},
      {"attribute",
       [](const Targets& to) { return setxattr(to.file.c_str(), "user.a", "b", 1, 0) == 0; }},
      {"write", [](const Targets& to) { return can_open(to.file, O_WRONLY); }},
      {"truncate", [](const Targets& to) { return truncate(to.file.c_str(), 0) == 0; }},
      {"new file",
       [](const Targets& to) { return can_open(to.folder + "/new", O_WRONLY | O_CREAT); }},
      {"unlink", [](const Targets& to) { return unlink(to.file.c_str()) == 0; }},
      {"rename",
       [](const Targets& to) { return rename(to.file.c_str(), (to.file + "2").c_str()) == 0; }},
      {"mkdir", [](const Targets& to) { return mkdir((to.folder + "/a").c_str(), 0700) == 0; }},
      {"link",
       [](const Targets& to) { return link(to.file.c_str(), (to.file + "3").c_str()) == 0; }},
      {"mount",
       [](const Targets& to) { return mount("none", to.folder.c_str(), "tmpfs", 0, "") == 0; }},
      {"namespace", [](const Targets&) { return unshare(CLONE_NEWUSER) == 0; }},
      {"io_uring", [](const Targets&) { return syscall(425, 1, nullptr) >= 0 || errno != EPERM; }}};
  return probes;
}

/// A process, a server and a file to aim at.
class Prey {
 public:
  Prey() {
    process_ = fork();
    if (process_ == 0) {
      while (true) pause();
    }
    server_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    socklen_t size = sizeof address;
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(bind(server_, reinterpret_cast<const sockaddr*>(&address), size), 0);
    EXPECT_EQ(listen(server_, 9), 0);
    getsockname(server_, reinterpret_cast<sockaddr*>(&address), &size);
    const std::string name = "mingxi-probe-" + std::to_string(getpid());
    local_ = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto [place, length] = abstract(name);
    EXPECT_EQ(bind(local_, reinterpret_cast<const sockaddr*>(&place), length), 0);
    EXPECT_EQ(listen(local_, 9), 0);
    targets_ = {.file = folder_.write("input", "x"),
                .folder = folder_.path().string(),
                .process = process_,
                .port = ntohs(address.sin_port),
                .socket = name};
  }
  ~Prey() {
    kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
    close(server_);
    close(local_);
  }
  Prey(const Prey&) = delete;
  Prey& operator=(const Prey&) = delete;

  /// What a process can do that has first done something else: names of probes, each and a blank.
  std::string what_succeeds(const std::function<void(const Targets&)>& first,
                            const std::vector<const std::vector<Probe>*>& probes) const {
    const AnswerFile answer;
    const ChildReport report = report_of(
        [&] {
          first(targets_);
          std::string done;
          for (const std::vector<Probe>* each : probes)
            for (const auto& [name, probe] : *each)
              if (probe(targets_)) done += std::string(name) + " ";
          return Answer{.kind = 0, .bytes = done};
        },
        answer);
    EXPECT_EQ(report.end, ChildEnd::kAnswered) << report.messages;
    return answer.bytes();
  }

 private:
  TemporaryFolder folder_;
  Targets targets_;
  pid_t process_ = -1;
  int server_ = -1;
  int local_ = -1;
};

TEST(EnterSandbox, LeavesNoNetworkAndNoOtherProcess) {
  if (!can_refuse_system_calls()) GTEST_SKIP() << "the kernel has no seccomp";
  const Prey prey;
  EXPECT_EQ(
      prey.what_succeeds([](const Targets& targets) { enter_sandbox({.input = targets.file}); },
                         {&network_probes(), &process_probes(), &start_probes(), &file_probes()}),
      "");
}

TEST(EnterSandbox, ThatMayRunAProgramStillReachesNobody) {
  if (landlock_version() < 6) GTEST_SKIP() << "Landlock of this kernel has no scope";
  const Prey prey;
  EXPECT_EQ(prey.what_succeeds([](const Targets&) { enter_sandbox({.program = "/bin/true"}); },
                               {&network_probes(), &process_probes(), &file_probes()}),
            "");
}

TEST(EnterSandbox, ThatHasAFolderOfItsOwnReachesNobodyEither) {
  if (landlock_version() < 6) GTEST_SKIP() << "Landlock of this kernel has no scope";
  const Prey prey;
  const TemporaryFolder own;
  const auto enter = [&](const Targets&) {
    enter_sandbox({.program = "/bin/true", .own_folder = own.path().string()});
  };
  EXPECT_EQ(prey.what_succeeds(enter, {&network_probes(), &process_probes(), &file_probes()}), "");
}

TEST(Probes, SucceedOutsideTheSandbox) {
  const Prey prey;
  const std::string done = prey.what_succeeds(
      [](const Targets&) {}, {&network_probes(), &process_probes(), &start_probes()});
  for (const char* name : {"connect", "bind", "abstract socket", "kill", "memory", "fork", "vfork"})
    EXPECT_THAT(done, HasSubstr(name));
}

TEST(EnterLandlock, CutsOffTcpAndSignalsByItself) {
  if (landlock_version() < 6) GTEST_SKIP() << "Landlock of this kernel has no scope";
  const Prey prey;
  const std::string done = prey.what_succeeds([](const Targets&) { enter_landlock({}); },
                                              {&network_probes(), &process_probes()});
  for (const char* name : {"connect", "bind", "abstract socket", "kill"})
    EXPECT_THAT(done, ::testing::Not(HasSubstr(name))) << name;
}

TEST(RefuseSystemCalls, LeavesFilesAloneByItself) {
  if (!can_refuse_system_calls()) GTEST_SKIP() << "the kernel has no seccomp";
  const Prey prey;
  EXPECT_EQ(prey.what_succeeds(
                [](const Targets& targets) { refuse_system_calls({.input = targets.file}); },
                {&file_probes()}),
            "");
}

TEST(EnterSandbox, LeavesAThreadToBeStarted) {
  const AnswerFile answer;
  const ChildReport report = report_of(
      [] {
        enter_sandbox({});
        bool has_run = false;
        std::thread([&has_run] { has_run = true; }).join();
        return Answer{.kind = has_run ? 1 : 0, .bytes = {}};
      },
      answer);
  EXPECT_EQ(report.answer_kind, 1);
}

/// A line of /proc/PID/status.
std::string status_of(pid_t process, const std::string& name) {
  std::ifstream stream("/proc/" + std::to_string(process) + "/status");
  for (std::string line; std::getline(stream, line);)
    if (line.starts_with(name + ":\t")) return line.substr(name.size() + 2);
  return "";
}

/// A child of this process that runs a program of such a name.
pid_t child_named(const std::string& name) {
  std::ifstream children("/proc/self/task/" + std::to_string(getpid()) + "/children");
  for (pid_t child = 0; children >> child;)
    if (status_of(child, "Name") == name) return child;
  return 0;
}

TEST(OcrProgram, ConfinesItself) {
  if (!can_refuse_system_calls()) GTEST_SKIP() << "the kernel has no seccomp";
  for (const auto& [sandbox, mode] : {std::pair(Sandbox::kOn, "2"), {Sandbox::kOff, "0"}}) {
    ocr::OcrProgram program(MINGXI_OCR, sandbox);
    EXPECT_FALSE(program.ask(ocr::OcrRequest::kCheck, "").empty());
    const pid_t process = child_named("mingxi-ocr");
    ASSERT_GT(process, 0);
    EXPECT_EQ(status_of(process, "Seccomp"), mode);
    EXPECT_EQ(status_of(process, "NoNewPrivs"), sandbox == Sandbox::kOn ? "1" : "0");
  }
}

TEST(EnterSandbox, LeavesTheInputAndTheSystemToBeRead) {
  if (landlock_version() == 0) GTEST_SKIP() << "the kernel has no Landlock";
  const TemporaryFolder folder;
  const std::string input = folder.write("input", "x");
  const std::string other = folder.write("other", "x");
  const AnswerFile answer;
  report_of(
      [&] {
        enter_sandbox({.input = input});
        const auto can_read = [](const std::string& path) { return std::ifstream(path).good(); };
        const bool can_write = std::ofstream(input).good() || std::ofstream(other + "2").good();
        return Answer{
            .kind = 0,
            .bytes = std::string(can_read(input) ? "input " : "") +
                     (can_read("/usr/share/poppler/cMap/Adobe-GB1/GBK-EUC-H") ? "system " : "") +
                     (can_read(other) ? "other " : "") + (can_write ? "written" : "")};
      },
      answer);
  EXPECT_EQ(answer.bytes(), "input system ");
}

TEST(EnterSandbox, RunsOneProgramAndWritesInOneFolder) {
  if (landlock_version() == 0) GTEST_SKIP() << "the kernel has no Landlock";
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder.path() / "mine");
  const std::string mine = (folder.path() / "mine" / "file").string();
  const std::string other = (folder.path() / "other").string();
  const AnswerFile answer;
  report_of(
      [&] {
        enter_sandbox({.program = "/bin/true", .folder = (folder.path() / "mine").string()});
        return Answer{.kind = 0,
                      .bytes = std::string(can_spawn("/bin/true") ? "run " : "") +
                               (can_spawn("/bin/ls") ? "run another " : "") +
                               (std::ofstream(mine).good() ? "write " : "") +
                               (std::ofstream(other).good() ? "write elsewhere" : "")};
      },
      answer);
  EXPECT_EQ(answer.bytes(), "run write ");
}

}  // namespace
}  // namespace mingxi::process
