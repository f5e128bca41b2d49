#include "read/archive.h"

#include <filesystem>

#include <gmock/gmock.h>

#include "model/error.h"
#include "read/bytes.h"
#include "read/sha256.h"
#include "support/files.h"
#include "support/zip_builder.h"

namespace mingxi::read {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;

class Archive : public ::testing::Test {
 protected:
  TemporaryFolder folder_;
  std::string zip_ = folder_.write(
      "a.ZIP", zip_of({{"深/b.txt", "收入1万元"}, {"空/", ""}, {"\xB1\xED.txt", "x"}}));
};

TEST_F(Archive, GivesItsFilesByPaths) {
  const std::string path = zip_ + "/深/b.txt";
  EXPECT_EQ(read_bytes(path, ""), "收入1万元");
  EXPECT_EQ(sha256_of_input(path, ""), sha256("收入1万元"));
  EXPECT_EQ(file_holding(path), zip_);
  EXPECT_EQ(file_holding(zip_), zip_);
}

TEST_F(Archive, NamesItsFilesInGbkToo) {
  EXPECT_THAT(names_in_archive(zip_, ""), ElementsAre("深/b.txt", "表.txt"));
  EXPECT_EQ(read_bytes(zip_ + "/表.txt", ""), "x");
}

TEST_F(Archive, HasNothingElse) {
  for (const char* name : {"/none.txt", "/../a.ZIP", "/深"})
    EXPECT_THROW(read_bytes(zip_ + name, ""), Error) << name;
  EXPECT_THROW(sha256_of_input(zip_ + "/none.txt", ""), Error);
}

TEST_F(Archive, IsNoFolderOfThatName) {
  fs::create_directory(folder_.path() / "b.zip");
  EXPECT_FALSE(archived_file((folder_.path() / "b.zip" / "c.pdf").string()));
}

TEST_F(Archive, IsRefusedWhereItIsDamaged) {
  const std::string broken = folder_.write("c.zip", "PK\x03\x04 no more");
  EXPECT_THROW(names_in_archive(broken, ""), Error);
  EXPECT_THROW(sha256_of_input(broken + "/a.txt", ""), Error);
}

}  // namespace
}  // namespace mingxi::read
