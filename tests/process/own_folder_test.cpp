#include "process/own_folder.h"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "support/files.h"

namespace mingxi::process {
namespace {

namespace fs = std::filesystem;

class OwnFolderTest : public ::testing::Test {
 protected:
  OwnFolderTest() { setenv("TMPDIR", folder_.path().c_str(), 1); }
  ~OwnFolderTest() override { unsetenv("TMPDIR"); }

  std::size_t count() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder_.path()), fs::directory_iterator()));
  }

  TemporaryFolder folder_;
};

TEST_F(OwnFolderTest, IsGoneWithAllInItAtTheEnd) {
  {
    const OwnFolder own;
    std::ofstream(fs::path(own.path()) / "file") << "x";
    EXPECT_EQ(count(), 1U);
  }
  EXPECT_EQ(count(), 0U);
}

TEST_F(OwnFolderTest, RemovesWhatAKilledProcessLeftAndNothingElse) {
  fs::create_directory(folder_.path() / "mingxi_results");
  const pid_t killed = fork();
  if (killed == 0) {
    const OwnFolder own;
    std::ofstream(fs::path(own.path()) / "file") << "x";
    raise(SIGKILL);
  }
  int status = 0;
  waitpid(killed, &status, 0);
  EXPECT_EQ(count(), 2U);
  const OwnFolder in_use;
  EXPECT_EQ(count(), 2U);
  const OwnFolder another;
  EXPECT_EQ(count(), 3U);
  EXPECT_TRUE(fs::exists(in_use.path()));
}

}  // namespace
}  // namespace mingxi::process
