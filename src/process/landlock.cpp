// Landlock (Linux 5.13) has no functions in the C library of Debian 12, whose headers know its
// first version only: its three system calls are made directly, and what later versions brought is
// named here (uapi/linux/landlock.h).
#include "process/landlock.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <system_error>

namespace mingxi::process {
namespace {

// Where Debian and its kin keep libraries, Poppler's encodings, iconv's and ICU's converters,
// fonts, and what LibreOffice needs to start.
constexpr auto kSystem = std::to_array<const char*>({"/usr", "/lib", "/lib64", "/etc/fonts",
                                                     "/etc/ld.so.cache", "/var/cache/fontconfig",
                                                     "/etc/libreoffice", "/var/spool/libreoffice"});

/// The kernel's landlock_ruleset_attr with the fields of version 6. An older kernel takes it as
/// long as what it does not know is 0.
struct Ruleset {
  std::uint64_t of_files = 0;
  std::uint64_t of_network = 0;
  std::uint64_t scoped = 0;
};

constexpr std::uint64_t kOfVersion1 = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;
constexpr std::uint64_t kMoveBetweenFolders = std::uint64_t{1} << 13;  // since version 2
constexpr std::uint64_t kTruncate = std::uint64_t{1} << 14;            // since version 3
constexpr std::uint64_t kControlDevices = std::uint64_t{1} << 15;      // since version 5
constexpr std::uint64_t kTcp = 0b11;                                   // bind, connect; since 4
constexpr std::uint64_t kOutside = 0b11;  // abstract sockets, signals; since 6

constexpr std::uint64_t kRead = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t kRun = kRead | LANDLOCK_ACCESS_FS_EXECUTE;
constexpr std::uint64_t kWrite = kRead | LANDLOCK_ACCESS_FS_WRITE_FILE |
                                 LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_REMOVE_FILE;
constexpr std::uint64_t kForFiles = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE |
                                    LANDLOCK_ACCESS_FS_EXECUTE | kTruncate;

/// All that this version can take away.
Ruleset ruleset_of(int version) {
  Ruleset rights{.of_files = kOfVersion1};
  if (version >= 2) rights.of_files |= kMoveBetweenFolders;
  if (version >= 3) rights.of_files |= kTruncate;
  if (version >= 4) rights.of_network = kTcp;
  if (version >= 5) rights.of_files |= kControlDevices;
  if (version >= 6) rights.scoped = kOutside;
  return rights;
}

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

/// Allows some of all rights on a file or on what is in a folder. What is not there needs no leave.
void allow(int rules, const std::string& path, std::uint64_t some) {
  const int place = open(path.c_str(), O_PATH | O_CLOEXEC);
  if (place < 0) return;
  struct stat status {};
  const bool is_folder = fstat(place, &status) == 0 && S_ISDIR(status.st_mode);
  const landlock_path_beneath_attr rule{.allowed_access = is_folder ? some : some & kForFiles,
                                        .parent_fd = place};
  const long result = syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  close(place);
  if (result != 0) fail("landlock_add_rule");
}

}  // namespace

int landlock_version() {
  const long version =
      syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  return version > 0 ? static_cast<int>(version) : 0;
}

void enter_landlock(const Permissions& permissions) {
  const int version = landlock_version();
  if (version == 0) return;
  const Ruleset rights = ruleset_of(version);
  const auto rules =
      static_cast<int>(syscall(SYS_landlock_create_ruleset, &rights, sizeof rights, 0));
  if (rules < 0) fail("landlock_create_ruleset");
  for (const char* path : kSystem) allow(rules, path, kRead);
  for (const char* name : {"GCONV_PATH", "TESSDATA_PREFIX"}) {
    if (const char* path = std::getenv(name); path != nullptr) allow(rules, path, kRead);
  }
  allow(rules, permissions.input, kRead);
  if (!permissions.program.empty()) {
    allow(rules, permissions.program, kRun);
    for (const char* loaders : {"/lib", "/lib64"}) allow(rules, loaders, kRun);
    allow(rules, "/dev/null", kRead | kWrite);
  }
  allow(rules, permissions.folder, (kWrite | kTruncate) & rights.of_files);
  allow(rules, permissions.own_folder,
        rights.of_files & ~std::uint64_t{LANDLOCK_ACCESS_FS_EXECUTE});
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) fail("no_new_privs");
  if (syscall(SYS_landlock_restrict_self, rules, 0) != 0) fail("landlock_restrict_self");
  close(rules);
}

}  // namespace mingxi::process
