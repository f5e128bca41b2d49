#include "build/inputs/manifest.h"

#include <gmock/gmock.h>

#include "model/error.h"
#include "output/dataset/sqlite.h"
#include "support/built_dataset.h"

namespace mingxi::build {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST_F(BuildDataset, TakesFromAManifestWhatADocumentDoesNotSay) {
  write("files.csv",
        "path,publisher,year,kind,url,retrieved_at\r\n"
        "a.txt,甲局,2020,budget,https://a.example/x/a.pdf,2026-03-02\r\n"
        "b.txt,乙局,2021,budget,https://b.example/b.pdf,2026-03-01\r\n");
  DatasetOptions dataset{.manifest = load_manifest(path("files.csv"))};
  build(list_inputs({write("a.txt", kText), write("b.txt", "表\n\n　　收入总计5万元。\n")}),
        {.folder = path("out"), .dataset = dataset});
  const output::Database database(path("out/dataset.sqlite"), output::OpenMode::kRead);
  output::Statement rows(database,
                         "SELECT publisher, fiscal_year, from_manifest, url FROM documents "
                         "ORDER BY publisher");
  ASSERT_TRUE(rows.step());
  EXPECT_EQ(rows.text(0) + rows.text(1) + rows.text(2),
            "乙局2021[\"publisher\",\"kind\",\"fiscal_year\"]");
  ASSERT_TRUE(rows.step());
  EXPECT_EQ(rows.text(0) + rows.text(1) + rows.text(2), "某县商务局2023[]");
  EXPECT_EQ(rows.text(3), "https://a.example/x/a.pdf");
  EXPECT_THAT(read("out/datapackage.json"), HasSubstr("\"created\": \"2026-03-02T00:00:00Z\""));
  EXPECT_THAT(read("out/datapackage.json"),
              HasSubstr("{\"title\":\"b.example\",\"path\":\"https://b.example\"}"));
  EXPECT_THAT(problems("out"), IsEmpty());
}

TEST_F(BuildDataset, RefusesAManifestThatSaysSomethingElse) {
  for (const char* text : {"publisher\r\nx\r\n", "path,color\r\na,b\r\n", "path,year\r\na,26\r\n",
                           "path,kind\r\na,预算\r\n"})
    EXPECT_THROW(load_manifest(write("files.csv", text)), Error) << text;
}

}  // namespace
}  // namespace mingxi::build
