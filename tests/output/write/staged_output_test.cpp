#include "output/write/output_file.h"
#include "output/write/own_file.h"
#include "output/write/refused_output.h"
#include "output/write/staged_output.h"

#include <filesystem>

#include <gmock/gmock.h>

#include "model/error.h"
#include "support/files.h"

namespace mingxi::output {
namespace {

namespace fs = std::filesystem;

std::size_t entries(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), {}));
}

bool refuses(const fs::path& destination, OutputKind kind) {
  try {
    const StagedOutput output(destination, kind);
    return false;
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kOutput);
    EXPECT_FALSE(error.chinese().empty());
    return true;
  }
}

TEST(StagedOutput, AppearsWhenItIsPublished) {
  const TemporaryFolder folder;
  const std::string own = "<!DOCTYPE html>\n" + std::string(kPageMark) + "old";
  const std::string old = folder.write("a.html", own);
  {
    StagedOutput output(old, OutputKind::kFile);
    write_file(output.place(), "new");
    EXPECT_EQ(bytes_of(old), own);
    output.publish();
  }
  EXPECT_EQ(bytes_of(old), "new");
  EXPECT_EQ(entries(folder.path()), 1U);
}

TEST(StagedOutput, LeavesNothingWhenItIsNot) {
  const TemporaryFolder folder;
  {
    const StagedOutput file(folder.path() / "a.html", OutputKind::kFile);
    write_file(file.place(), "half");
    const StagedOutput other(folder.path() / "a.csv", OutputKind::kFolder);
    write_file(other.place() / "index.csv", "half");
  }
  EXPECT_EQ(entries(folder.path()), 0U);
}

TEST(StagedOutput, MakesAFolderOrFillsAnEmptyOne) {
  const TemporaryFolder folder;
  fs::create_directory(folder.path() / "empty.csv");
  for (const char* name : {"a.csv", "b.csv/", "empty.csv"}) {
    StagedOutput output(folder.path() / name, OutputKind::kFolder);
    write_file(output.place() / "index.csv", "x");
    output.publish();
    EXPECT_EQ(bytes_of(folder.path() / name / "index.csv"), "x");
  }
  EXPECT_EQ(entries(folder.path()), 3U);
}

TEST(StagedOutput, RefusesADestinationThatCannotBeWritten) {
  const TemporaryFolder folder;
  fs::create_directory(folder.path() / "full.csv");
  folder.write("full.csv/notes.txt", "mine");
  folder.write("file.csv", "mine");
  EXPECT_TRUE(refuses(folder.path() / "none" / "a.html", OutputKind::kFile));
  EXPECT_TRUE(refuses(folder.path() / "file.csv" / "a.html", OutputKind::kFile));
  EXPECT_TRUE(refuses(folder.path() / "full.csv", OutputKind::kFile));
  EXPECT_TRUE(refuses(folder.path() / "full.csv", OutputKind::kFolder));
  EXPECT_TRUE(refuses(folder.path() / "file.csv", OutputKind::kFolder));
  EXPECT_TRUE(refuses("/dev/null", OutputKind::kFile));
  EXPECT_EQ(bytes_of(folder.path() / "full.csv" / "notes.txt"), "mine");
  EXPECT_EQ(bytes_of(folder.path() / "file.csv"), "mine");
}

TEST(StagedOutput, ReplacesNothingThatIsNotOurs) {
  const TemporaryFolder folder;
  fs::create_symlink("nowhere", folder.path() / "link.html");
  for (const auto& [name, bytes] : {std::pair("a.html", "<!DOCTYPE html>\n<p>mine"),
                                    {"a.pdf", "%PDF-1.4"},
                                    {"a.xlsx", "PK\x03\x04"},
                                    {"a.json", "{\"schema\": \"mine\"}"},
                                    {"a.svg", "<?xml version=\"1.0\"?><svg/>"},
                                    {"link.html", nullptr}}) {
    if (bytes != nullptr) folder.write(name, bytes);
    EXPECT_THROW(StagedOutput(folder.path() / name, OutputKind::kFile), RefusedOutput) << name;
  }
  folder.write("empty.html", "");
  EXPECT_NO_THROW(StagedOutput(folder.path() / "empty.html", OutputKind::kFile));
  // It came while the work was done.
  StagedOutput late(folder.path() / "late.html", OutputKind::kFile);
  write_file(late.place(), "new");
  folder.write("late.html", "mine");
  EXPECT_THROW(late.publish(), RefusedOutput);
  EXPECT_EQ(bytes_of(folder.path() / "late.html"), "mine");
}

TEST(StagedOutput, ReplacesAFolderOfTablesWhole) {
  const TemporaryFolder folder;
  const fs::path place = folder.path() / "a.csv";
  const std::string index = "file,id,kind,title,unit,unit_from,prepared_by\r\n";
  const auto write = [&](const std::string& table) {
    StagedOutput output(place, OutputKind::kFolder);
    write_file(output.place() / "index.csv", index);
    write_file(output.place() / table, table);
    output.publish();
  };
  write("t01.csv");
  write("t02.csv");
  EXPECT_FALSE(fs::exists(place / "t01.csv"));
  EXPECT_EQ(bytes_of(place / "t02.csv"), "t02.csv");
  folder.write("a.csv/notes.txt", "mine");
  EXPECT_THROW(write("t03.csv"), RefusedOutput);
  EXPECT_EQ(entries(place), 3U);
}

TEST(RequireRoom, ReportsAFullDiskBeforeItIs) {
  const TemporaryFolder folder;
  require_room(folder.path(), 100'000);
  EXPECT_THROW(require_room(folder.path(), std::uint64_t{1} << 60), Error);
  EXPECT_THROW(require_room(folder.path() / "none", 1), Error);
  EXPECT_EQ(entries(folder.path()), 0U);
}

TEST(WriteFile, ReportsAFullDisk) {
  EXPECT_THROW(write_file("/dev/full", std::string(100'000, 'x')), Error);
  EXPECT_THROW(write_file("/dev/full", "x"), Error);
}

}  // namespace
}  // namespace mingxi::output
