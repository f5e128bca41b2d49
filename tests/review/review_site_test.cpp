#include "review/review_site.h"

#include <fstream>

#include <gmock/gmock.h>

#include "output/document_json/decisions.h"
#include "model/error.h"
#include "build/build.h"
#include "extract/extractor.h"
#include "read/sha256.h"
#include "output/write/gzip.h"
#include "support/files.h"
#include "support/pdf_builder.h"

namespace mingxi::review {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

class Site : public ::testing::Test {
 protected:
  Site() {
    const extract::Extractor extractor;
    build::build_dataset(build::list_inputs({pdf_, text_}), {.extractor = extractor},
                         {.folder = dataset_}, [](const build::BuildProgress&) {});
  }

  HttpResponse get(const std::string& path) { return site().answer({"GET", path, ""}); }
  HttpResponse put(const std::string& body) {
    return site().answer({"PUT", "/decisions.json", body});
  }
  ReviewSite& site() {
    if (!site_)
      site_ = std::make_unique<ReviewSite>(dataset_, messages::Language::kChinese,
                                           read::ReadOptions{}, "");
    return *site_;
  }
  static std::string of(const std::string& path) {
    return "/documents/" + read::digest_of_file(path).sha256;
  }

  TemporaryFolder folder_;
  std::string pdf_ = folder_.write("a.pdf", pdf_of("BT /F1 12 Tf 20 200 Td (Budget 2026) Tj ET"));
  std::string text_ =
      folder_.write("b.txt", "某县商务局2023年部门预算\n2023年收入总计1728.14万元。\n");
  std::string dataset_ = (folder_.path() / "dataset").string();
  std::unique_ptr<ReviewSite> site_;
};

TEST_F(Site, GivesThePageItsDocumentsAndTheirPictures) {
  EXPECT_THAT(get("/").body, HasSubstr("\"served\":true"));
  EXPECT_THAT(get("/").body, HasSubstr("某县商务局2023年部门预算"));
  EXPECT_EQ(
      get(of(pdf_) + ".json").body,
      output::gunzipped(bytes_of(folder_.path() / "dataset" / (of(pdf_).substr(1) + ".json.gz"))));
  EXPECT_THAT(get(of(pdf_) + "/pages/1").body, StartsWith("RIFF"));
  EXPECT_THAT(get(of(text_) + "/pages/1").body, HasSubstr("2023年收入总计1728.14万元。"));
}

TEST_F(Site, GivesNothingElse) {
  for (const std::string& path :
       {std::string("/dataset.sqlite"), std::string("/documents/../a.pdf"),
        "/documents/" + std::string(64, '0') + ".json", of(pdf_) + "/pages/0",
        of(pdf_) + "/pages/2", of(pdf_) + "/pages/1x", of(pdf_) + "/pages/", of(pdf_)})
    EXPECT_EQ(get(path).status, 404) << path;
}

TEST_F(Site, DrawsNoFileThatWasChanged) {
  const std::string page = of(pdf_) + "/pages/1";
  std::ofstream(pdf_, std::ios::app) << "%\n";
  EXPECT_EQ(get(page).status, 404);
}

TEST_F(Site, ConvertsAFileOnce) {
  if (read::conversion_requirements().front().detail.empty()) GTEST_SKIP() << "no LibreOffice";
  const std::string rtf = folder_.write("c.rtf", "{\\rtf1\\ansi Budget 2026: 12 yuan\\par}");
  const extract::Extractor extractor;
  build::build_dataset(build::list_inputs({rtf}), {.extractor = extractor}, {.folder = dataset_},
                       [](const build::BuildProgress&) {});
  const std::string page = of(rtf) + "/pages/1";
  EXPECT_THAT(get(page).body, HasSubstr("\"Budget\""));
  setenv("TMPDIR", "/nowhere", 1);  // where nothing can be converted
  const std::string again = get(page).body;
  unsetenv("TMPDIR");
  EXPECT_THAT(again, HasSubstr("\"Budget\""));
}

TEST_F(Site, KeepsDecisionsInTheDataset) {
  EXPECT_EQ(output::read_decisions(get("/decisions.json").body), Decisions{});
  const Decisions decisions{.documents = {{.sha256 = std::string(64, 'a'),
                                           .findings = {{.key = "k", .mark = Mark::kUnsure}}}}};
  EXPECT_EQ(put(output::decisions_json(decisions)).status, 204);
  EXPECT_EQ(output::read_decisions(get("/decisions.json").body), decisions);
  EXPECT_EQ(put("{}").status, 400);
  EXPECT_EQ(output::read_decisions(bytes_of(folder_.path() / "dataset/decisions.json")), decisions);
}

TEST_F(Site, NeedsADataset) {
  EXPECT_THROW(ReviewSite(folder_.path().string(), messages::Language::kChinese, {}, ""), Error);
}

}  // namespace
}  // namespace mingxi::review
