#include "build/inputs/inputs.h"

#include <filesystem>

#include <gmock/gmock.h>

#include "output/dataset/workbook/dataset_workbook.h"
#include "output/write/own_file.h"
#include "support/files.h"
#include "support/zip_builder.h"

namespace mingxi::build {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class ListInputs : public ::testing::Test {
 protected:
  std::string write(const std::string& name) const {
    fs::create_directories((folder_.path() / name).parent_path());
    return folder_.write(name, "x");
  }
  std::string path(const std::string& name) const { return (folder_.path() / name).string(); }

  TemporaryFolder folder_;
};

TEST_F(ListInputs, WalksFoldersForDocumentsAndImages) {
  write("in/b.pdf");
  write("in/deep/er/a.PDF");
  write("in/page.TIF");
  write("in/.hidden.pdf");
  write("in/.git/c.pdf");
  write("in/list.xlsx");
  write("in/list.rar");
  write("in/read me.txt");
  write("in/dataset/datapackage.json");
  write("in/dataset/run.jsonl");
  write("in/dataset/dataset.xlsx");
  fs::create_symlink(path("in/b.pdf"), path("in/link.pdf"));
  fs::create_directory_symlink(path("in"), path("in/round"));
  const InputList list = list_inputs({path("in")});
  EXPECT_THAT(list.paths, ElementsAre(path("in/b.pdf"), path("in/deep/er/a.PDF"),
                                      path("in/list.xlsx"), path("in/page.TIF")));
  EXPECT_EQ(list.skipped_hidden, 2U);
  EXPECT_EQ(list.skipped_links, 2U);
  EXPECT_EQ(list.skipped_other, 2U);
  EXPECT_EQ(list.skipped_convertible, 1U);
  EXPECT_THAT(list.failures, IsEmpty());
  EXPECT_EQ(list_inputs({path("in")}, Images::kLeftOut).skipped_other, 3U);
}

TEST_F(ListInputs, WalksArchivesLikeFolders) {
  folder_.write(
      "a.zip",
      zip_of(
          {{"deep/b.pdf", "x"}, {"c.txt", "x"}, {"d.rar", "x"}, {"__MACOSX/deep/._b.pdf", "x"}}));
  folder_.write("broken.zip", "x");
  const InputList list = list_inputs({folder_.path().string()});
  EXPECT_THAT(list.paths, ElementsAre(path("a.zip/deep/b.pdf"), path("broken.zip")));
  EXPECT_EQ(list.skipped_other, 2U);
  EXPECT_EQ(list.skipped_hidden, 1U);
  EXPECT_EQ(list.skipped_convertible, 1U);
  EXPECT_THAT(list_inputs({path("a.zip")}).paths, ElementsAre(path("a.zip/deep/b.pdf")));
}

TEST_F(ListInputs, LeavesOutWhatMingxiWroteItself) {
  write("in/list.xlsx");
  folder_.write("in/page.html", "<!DOCTYPE html>\n<html><head></head></html>");
  folder_.write("in/review.html", std::string("<!DOCTYPE html>\n<html><head>") +
                                      std::string(output::kPageMark) + "</head></html>");
  output::DatasetWorkbook(path("in/tables.xlsx")).finish();
  const InputList list = list_inputs({path("in")});
  EXPECT_THAT(list.paths, ElementsAre(path("in/list.xlsx"), path("in/page.html")));
  EXPECT_EQ(list.skipped_own, 2U);
  EXPECT_THAT(list_inputs({path("in/review.html")}).paths, ElementsAre(path("in/review.html")))
      << "what is named is taken";
}

TEST_F(ListInputs, TakesWhatIsNamedWhateverItIs) {
  const std::string text = write("a.txt");
  const std::string book = write(".b.docx");
  EXPECT_THAT(list_inputs({text, book, path("none.pdf"), text}).paths,
              ElementsAre(book, text, path("none.pdf")));
}

TEST_F(ListInputs, FillsInPatternsUnlessAFileHasThatName) {
  write("a1.pdf");
  write("a2.pdf");
  EXPECT_THAT(list_inputs({path("a*.pdf")}).paths, ElementsAre(path("a1.pdf"), path("a2.pdf")));
  write("a*.pdf");
  EXPECT_THAT(list_inputs({path("a*.pdf")}).paths, ElementsAre(path("a*.pdf")));
  EXPECT_THAT(list_inputs({path("z*.pdf")}).paths, ElementsAre(path("z*.pdf")));
}

TEST(PathsIn, ReadsLinesOrNulSeparatedNames) {
  EXPECT_THAT(paths_in("a.pdf\n\nb c.pdf\r\nd"), ElementsAre("a.pdf", "b c.pdf", "d"));
  EXPECT_THAT(paths_in(std::string_view("a\nb.pdf\0c\0", 10)), ElementsAre("a\nb.pdf", "c"));
  EXPECT_THAT(paths_in(""), IsEmpty());
}

}  // namespace
}  // namespace mingxi::build
