#include "build/build.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>

#include <gmock/gmock.h>

#include "output/dataset/csv.h"
#include "output/document_json/document_json.h"
#include "output/dataset/sqlite.h"
#include "output/write/gzip.h"
#include "output/write/refused_output.h"
#include "model/error.h"
#include "process/batch.h"
#include "extract/extract.h"
#include "build/merge.h"
#include "extract/extractor.h"
#include "build/validate.h"
#include "support/built_dataset.h"
#include "support/files.h"
#include "support/pdf_builder.h"

namespace mingxi::build {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

TEST_F(BuildDataset, GivesTheSameBytesWhateverTheOrderOfInputs) {
  std::vector<std::string> inputs;
  for (const fs::path& sample : sample_documents()) inputs.push_back(sample.string());
  const BuildResult result = build(inputs, "one", Workbook::kXlsx);
  std::ranges::reverse(inputs);
  inputs.push_back(inputs.front());
  build(inputs, "two", Workbook::kXlsx);
  EXPECT_EQ(result.dataset.rows[output::kDocumentRows], 4U);
  EXPECT_EQ(result.dataset.failed, 0U);
  const auto one = contents("one");
  const auto two = contents("two");
  ASSERT_EQ(one.size(), two.size());
  for (const auto& [name, bytes] : one) EXPECT_TRUE(bytes == two.at(name)) << name;
  EXPECT_THAT(problems("one"), IsEmpty());
}

TEST_F(BuildDataset, CountsTheSameContentOnce) {
  const BuildResult result = build({write("a.txt", kText), write("b.txt", kText)}, "out");
  EXPECT_EQ(result.dataset.rows[output::kDocumentRows], 1U);
  EXPECT_EQ(result.dataset.rows[output::kInputRows], 2U);
  EXPECT_THAT(records("out/documents.csv"), SizeIs(2));
  EXPECT_THAT(records("out/inputs.csv"), SizeIs(3));
  EXPECT_THAT(problems("out"), IsEmpty());
}

TEST_F(BuildDataset, HoldsFindingsBetweenItsDocuments) {
  const std::string last =
      write("a.txt", "云杉区林业局2024年部门预算\n\n一、收支情况\n\n2024年收入总计688.20万元。\n");
  const std::string now = write("b.txt",
                                "云杉区林业局2025年部门预算\n\n一、收支情况\n\n2025年收入总计"
                                "716.00万元，比上年增加25.80万元。\n");
  EXPECT_EQ(build({last, now}, "out").dataset.inconsistent, 1U);
  const auto findings = records("out/findings.csv");
  ASSERT_THAT(findings, SizeIs(2));
  EXPECT_EQ(findings[1][1], "x1");
  EXPECT_EQ(findings[1][3], "cross_document/last_year");
  EXPECT_THAT(read("out/findings.jsonl"), HasSubstr("cross_document/last_year"));
  EXPECT_THAT(problems("out"), IsEmpty());
  EXPECT_EQ(build({last}, "alone").dataset.inconsistent, 0U);
}

TEST_F(BuildDataset, ReadsATextByItsNameToo) {
  const BuildResult result = build({write("a.pdf", kText), write("b.txt", kText)}, "out");
  EXPECT_EQ(result.dataset.inputs.at("not_pdf"), 1U);
  EXPECT_EQ(result.dataset.inputs.at("ok"), 1U);
  EXPECT_THAT(problems("out"), IsEmpty());
}

TEST_F(BuildDataset, GoesOnAfterInputsThatFail) {
  mkfifo(path("pipe.pdf").c_str(), 0600);
  const BuildResult result =
      build({write("good.txt", kText), write("empty.pdf", ""), write("cut.pdf", "%PDF-1.4\nx"),
             write("page.pdf", "<html></html>"), write("book.docx", "PK\x03\x04 word/document.xml"),
             path("missing.pdf"), path("pipe.pdf")},
            "out");
  EXPECT_EQ(result.dataset.rows[output::kDocumentRows], 1U);
  EXPECT_EQ(result.dataset.failed, 6U);
  EXPECT_EQ(result.dataset.inputs.at("empty"), 1U);
  EXPECT_EQ(result.dataset.inputs.at("not_pdf"), 2U);
  EXPECT_EQ(result.dataset.inputs.at("unreadable"), 1U);
  EXPECT_EQ(result.dataset.inputs.at("not_regular"), 1U);
  EXPECT_THAT(read("out/run.jsonl"), HasSubstr("\"status\":\"empty\""));
  EXPECT_THAT(problems("out"), IsEmpty());
}

TEST_F(BuildDataset, IsSafeFromHostileNames) {
  const std::vector<std::string> names{
      "a\nb.txt",        "-x.txt",     "=1+1.txt",  "\xFF\xFE.txt", "\u202Efdp.txt",
      "..%2f..%2fx.txt", "a\\xFF.txt", "a\xFF.txt", "\"q\",'.txt",  std::string(251, 'n') + ".txt"};
  std::vector<std::string> inputs;
  for (std::size_t i = 0; i < names.size(); ++i)
    inputs.push_back(write("in/" + names[i], std::string(kText) + std::to_string(i) + "万元"));
  const BuildResult result = build(inputs, "out");
  EXPECT_EQ(result.dataset.rows[output::kDocumentRows], names.size());
  EXPECT_THAT(problems("out"), IsEmpty());
  const std::string lines = read("out/run.jsonl");
  EXPECT_EQ(std::ranges::count(lines, '\n'), static_cast<std::ptrdiff_t>(names.size()));
  EXPECT_THAT(lines, HasSubstr(R"(a\\x0Ab.txt)"));
  EXPECT_THAT(lines, HasSubstr(R"(\\xE2\\x80\\xAEfdp.txt)"));
  EXPECT_THAT(lines, HasSubstr(R"(a\\x5CxFF.txt)"));
  for (const auto& [name, bytes] : contents("out"))
    EXPECT_THAT(name, ::testing::MatchesRegex("[A-Za-z0-9_./]+"));
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_.path()), {}), 2);
}

TEST_F(BuildDataset, ReplacesADatasetAndNothingElse) {
  const std::string a = write("a.txt", kText);
  build({a, write("b.txt", std::string(kText) + "另有2万元。")}, "out", Workbook::kXlsx);
  build({a}, "out");
  EXPECT_THAT(contents("out/documents"), SizeIs(1));
  EXPECT_FALSE(fs::exists(path("out/dataset.xlsx")));
  EXPECT_THAT(problems("out"), IsEmpty());

  // What a reader put among the documents would be lost.
  write("out/documents/notes.txt", "mine");
  EXPECT_THROW(build({a}, "out"), output::RefusedOutput);
  fs::remove(path("out/documents/notes.txt"));
  const std::string inside = write("out/c.txt", kText);
  EXPECT_THROW(build({inside}, "out"), output::RefusedOutput);
  EXPECT_EQ(read("out/c.txt"), kText);
  fs::remove(inside);
  EXPECT_THROW(merge_datasets({path("out")}, path("out/"), extractor().patterns(),
                              {.producer = extractor().producer()}),
               output::RefusedOutput);

  write("mine/thesis.doc", "x");
  EXPECT_THROW(build({a}, "mine"), Error);
  EXPECT_THAT(contents("mine"), SizeIs(1));
  EXPECT_THROW(build({a}, "a.txt"), Error);
  write("yours/.work/plan.txt", "x");
  write("yours/README.md.bak", "x");
  EXPECT_THROW(build({a}, "yours"), Error);
  EXPECT_THAT(contents("yours"), SizeIs(2));
}

TEST_F(BuildDataset, BeginsAnewWhereABuildWasBrokenOff) {
  const std::string a = write("a.txt", kText);
  write("out/.work/facts.csv", "half");
  write("out/facts.csv", "old");
  build({a}, "out");
  EXPECT_FALSE(fs::exists(path("out/.work")));
  EXPECT_THAT(problems("out"), IsEmpty());
}

TEST_F(BuildDataset, GivesTheSameBytesWithAnyJobsAndWithoutTheSandbox) {
  const InputList samples = list_inputs({MINGXI_SOURCE_DIR "/samples"});
  build(samples, {.folder = path("one")});
  build(samples, {.folder = path("two"), .jobs = 3});
  build(samples, {.folder = path("open")}, {}, process::Sandbox::kOff);
  EXPECT_THAT(contents("one"), Not(IsEmpty()));
  EXPECT_TRUE(contents("one") == contents("two"));
  EXPECT_TRUE(contents("one") == contents("open"));
}

TEST_F(BuildDataset, MergesShardsToTheBytesOfOneBuild) {
  const InputList samples = list_inputs({MINGXI_SOURCE_DIR "/samples", path("missing.pdf")});
  build(samples, {.folder = path("all")});
  std::size_t inputs = 0;
  for (const std::string part : {"1", "2", "3"}) {
    const InputList shard = shard_of(samples, std::stoull(part), 3);
    inputs += shard.paths.size();
    build(shard, {.folder = path(part)});
  }
  EXPECT_EQ(inputs, samples.paths.size());
  const patterns::Patterns& patterns = extractor().patterns();
  const DatasetOptions options{.producer = extractor().producer()};
  merge_datasets({path("3"), path("1"), path("2")}, path("merged"), patterns, options);
  EXPECT_TRUE(contents("all") == contents("merged"));
  EXPECT_THROW(merge_datasets({path("1")}, path("other"), patterns, {.producer = {.version = "2"}}),
               Error);
  EXPECT_THROW(merge_datasets({path("nothing")}, path("other"), patterns, options), Error);
}

TEST_F(BuildDataset, CountsALimitAndTriesAgainOnlyWhenAsked) {
  const InputList inputs = list_inputs({write("a.txt", kText), write("empty.txt", "")});
  const process::Limits tight{.answer_bytes = 100};
  EXPECT_EQ(build(inputs, {.folder = path("out")}, tight).dataset.inputs.at("limit_output"), 1U);
  EXPECT_THAT(problems("out"), IsEmpty());
  EXPECT_EQ(build(inputs, {.folder = path("out")}, tight).resumed, 1U)
      << "the empty one is no content";
  EXPECT_EQ(build(inputs, {.folder = path("out"), .retry = Retry::kYes}, tight).resumed, 0U);
  EXPECT_EQ(build(inputs, {.folder = path("out")}).dataset.inputs.at("ok"), 1U);
}

TEST_F(BuildDataset, IsRefusedWhereAnotherRunHoldsTheFolder) {
  const std::string a = write("a.txt", kText);
  const DatasetFolder held(path("out"));
  const process::AnswerFile answer;
  // In a child, because a process does not lock itself out.
  const auto build_too = [&]() -> process::Answer {
    try {
      build({a}, "out");
    } catch (const Error& error) {
      return {.kind = 1, .bytes = error.english()};
    }
    return {};
  };
  EXPECT_EQ(process::awaited({answer.descriptor(), {}, build_too}).answer_kind, 1);
  EXPECT_THAT(answer.bytes(), HasSubstr("(process " + std::to_string(getpid()) + ")"));
}

TEST_F(BuildDataset, AnswersByView) {
  build({MINGXI_SOURCE_DIR "/samples"}, "out");
  const output::Database database(path("out/dataset.sqlite"), output::OpenMode::kRead);
  const auto first = [&](const std::string& sql) {
    output::Statement rows(database, sql);
    return rows.step() ? rows.text(0) : "";
  };
  // 支出总计 of the sample, each leaf counted once.
  EXPECT_EQ(first("SELECT sum(amount_yuan) FROM leaf_expenditure_by_function "
                  "WHERE fiscal_year = 2026"),
            "13262800");
  EXPECT_EQ(first("SELECT total_yuan FROM three_public_by_body_and_year WHERE fiscal_year = 2026"),
            "44500");
  EXPECT_EQ(first("SELECT sum(facts) > 0 FROM subjects WHERE subject LIKE '%接待%'"), "1");
}

TEST_F(BuildDataset, KeepsPrintedNumbersAsText) {
  build({write("a.txt", "某县商务局2023年部门预算\n\n　　2023年收入总计0.50万元。\n")}, "out");
  const output::Database database(path("out/dataset.sqlite"), output::OpenMode::kRead);
  output::Statement rows(database, "SELECT value, amount_yuan, typeof(amount_yuan) FROM facts");
  ASSERT_TRUE(rows.step());
  EXPECT_EQ(rows.text(0), "0.50");
  EXPECT_EQ(rows.text(1), "5000");
  EXPECT_EQ(rows.text(2), "integer");
}

TEST_F(BuildDataset, IsFoundBrokenWhenItIs) {
  const std::string input = write("a.txt", kText);
  const auto broken = [&](const auto& damage) {
    fs::remove_all(path("out"));
    build({input}, "out");
    damage();
    return problems("out");
  };
  EXPECT_THAT(broken([&] { change("out/facts.csv", "1728.14", "1728.15"); }),
              ElementsAre(HasSubstr("facts.csv: Its size or SHA-256"),
                          HasSubstr("dataset.sqlite facts:1: Column value is not as in the CSV"),
                          HasSubstr("facts.jsonl:1: Column value is not as in the CSV")));
  EXPECT_THAT(broken([&] { change("out/facts.csv", ",level,", ",height,"); }),
              ::testing::Contains(HasSubstr("facts.csv:2: Column measure holds a value outside")));
  EXPECT_THAT(broken([&] { change("out/facts.csv", ",f2,", ",f1,"); }),
              ::testing::Contains(HasSubstr("primary key is not unique")));
  EXPECT_THAT(broken([&] { change("out/documents.csv", ",kind,", ",sort,"); }),
              ::testing::Contains(HasSubstr("Its columns are not those")));
  EXPECT_THAT(broken([&] { fs::remove(path("out/findings.csv")); }),
              ElementsAre("findings.csv: The file is missing."));
  EXPECT_THAT(broken([&] { change("out/facts.csv", ",=,", ",'=,"); }),
              ::testing::Contains(HasSubstr("Column bound holds a value outside")));
  EXPECT_THAT(broken([&] { write("out/documents/x.json", "{}"); }),
              ElementsAre(HasSubstr("no document of documents.csv")));
  EXPECT_THAT(broken([&] {
                for (const auto& entry : fs::directory_iterator(path("out/documents"))) {
                  const std::string json = output::gunzipped(bytes_of(entry.path()));
                  std::ofstream(entry.path(), std::ios::binary) << output::gzipped(json + " ");
                }
              }),
              ElementsAre(HasSubstr("SHA-256 of documents.csv")));
  EXPECT_THAT(broken([&] { change("out/dataset.sqlite", "SQLite", "sqLite"); }), Not(IsEmpty()));
  EXPECT_THAT(broken([&] {
                const std::string document = records("out/documents.csv")[1][0];
                change("out/facts.csv", "\r\n" + document, "\r\nd" + std::string(16, '0'));
              }),
              ::testing::Contains(HasSubstr("leads to no row of documents")));
}

TEST_F(BuildDataset, HasNoDatasetWhereThereIsNone) {
  EXPECT_THROW(validate_dataset(path("nothing")), Error);
  write("else/datapackage.json", "{\"resources\": 1}");
  EXPECT_THROW(validate_dataset(path("else")), Error);
}

TEST_F(BuildDataset, ReadsScansInASandboxAsOutside) {
  const std::string scan = scanned("scan.pdf");
  const extract::Extractor with_ocr({.ocr = {.program = MINGXI_OCR}});
  for (const process::Sandbox sandbox : {process::Sandbox::kOn, process::Sandbox::kOff}) {
    const std::string folder = path(sandbox == process::Sandbox::kOn ? "on" : "off");
    build_dataset(list_inputs({scan, write("a.txt", kText)}),
                  {.extractor = with_ocr, .sandbox = sandbox}, {.folder = folder},
                  [](const BuildProgress&) {});
    EXPECT_FALSE(fs::exists(folder + "/.work"));
  }
  Extraction extraction = with_ocr.extract(scan);
  EXPECT_FALSE(extraction.facts.empty());
  extraction.source.path.clear();
  const std::string name = "/documents/" + extraction.source.sha256 + ".json.gz";
  EXPECT_EQ(output::gunzipped(read("on" + name)),
            output::document_json(extraction, with_ocr.producer()));
  EXPECT_EQ(read("off" + name), read("on" + name));
}

}  // namespace
}  // namespace mingxi::build
