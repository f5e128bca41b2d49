#include <gmock/gmock.h>

#include "support/built_dataset.h"
#include "support/zip_builder.h"

namespace mingxi::build {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr std::string_view kProse =
    "云杉区林业局2026年部门预算\n\n一、收支预算总体情况\n\n2026年收入总计1688.20万元，支出总计"
    "1688.20万元。\n\n二、“三公”经费情况\n\n2026年“三公”经费预算12."
    "30万元，其中：因公出国（境）费0万元"
    "，公务接待费2.50万元，公务用车购置及运行维护费9.80万元。\n";

constexpr std::string_view kTables =
    "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>"
    "<p>2026年部门预算</p><p>收支总表</p><p>编制单位：云杉区林业局</p><p>单位：元</p><table>"
    "<tr><td colspan=2>收入</td><td colspan=2>支出</td></tr>"
    "<tr><td>项目</td><td>2026年预算数</td><td>项目</td><td>2026年预算数</td></tr>"
    "<tr><td>一、一般公共预算拨款收入</td><td>16882011.00</td><td>一、农林水支出</td>"
    "<td>16882011.00</td></tr>"
    "<tr><td>收入总计</td><td>16882011.00</td><td>支出总计</td><td>16882011.00</td></tr></table>"
    "<p>财政拨款“三公”经费预算表</p><p>单位：元</p><table>"
    "<tr><td>项目</td><td>2026年预算数</td></tr>"
    "<tr><td>“三公”经费</td><td>123000.00</td></tr>"
    "<tr><td>1.因公出国（境）费</td><td>0.00</td></tr>"
    "<tr><td>2.公务接待费</td><td>26000.00</td></tr>"
    "<tr><td>3.公务用车购置及运行维护费</td><td>97000.00</td></tr></table></body></html>";

TEST_F(BuildDataset, ChecksTheProseOfOneFileAgainstTheTablesOfAnother) {
  build({write("one/a.txt", kProse), write("two/b.html", kTables)}, "out");
  const auto pairs = records("out/pairs.csv");
  ASSERT_THAT(pairs, SizeIs(2));
  EXPECT_EQ(pairs[1][2], "figures");
  EXPECT_EQ(pairs[1][5], "2");
  const auto findings = records("out/findings.csv");
  const auto first = std::ranges::find(findings, "p1", [](const auto& row) { return row[1]; });
  ASSERT_NE(first, findings.end());
  EXPECT_EQ((*first)[0], pairs[1][0]);
  EXPECT_EQ((*first)[4], "error");
  EXPECT_THAT((*first)[6], HasSubstr("2.50万元 = 26000.00元"));
  EXPECT_THAT((*first)[6], HasSubstr("总计和“三公”经费都相同"));
  EXPECT_THAT(problems("out"), IsEmpty());
}

TEST_F(BuildDataset, ReadsTheFilesOfAnArchive) {
  const std::string zip = write("all.zip", zip_of({{"b.html", std::string(kTables)}}));
  const BuildResult result = build({zip}, "out");
  EXPECT_EQ(result.dataset.inputs.at("ok"), 1U);
  EXPECT_EQ(records("out/inputs.csv")[1][0], zip + "/b.html");
  EXPECT_THAT(problems("out"), IsEmpty());
}

TEST_F(BuildDataset, PairsFilesThatTheManifestSaysBelongTogether) {
  std::string other(kProse);
  other.replace(other.find("三公”经费预算12.30"), std::string("三公”经费预算12.30").size(),
                "三公”经费预算15.00");
  const std::vector<std::string> files = {write("a.txt", other), write("b.html", kTables)};
  build(files, "apart");
  EXPECT_THAT(records("apart/pairs.csv"), SizeIs(1));
  const DatasetOptions dataset{
      .manifest = load_manifest(write("files.csv", "path,belongs_with\r\nb.html,a.txt\r\n"))};
  build(list_inputs(files), {.folder = path("out"), .dataset = dataset});
  const auto pairs = records("out/pairs.csv");
  ASSERT_THAT(pairs, SizeIs(2));
  EXPECT_EQ(pairs[1][2], "manifest");
}

}  // namespace
}  // namespace mingxi::build
