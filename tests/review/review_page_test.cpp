#include "review/review_page.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "review/base64.h"
#include "review/review_script.h"
#include "read/sha256.h"
#include "support/files.h"
#include "support/filled_extraction.h"

namespace mingxi::review {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string digest(std::string_view bytes) { return read::sha256(bytes); }

/// The page of one document with one picture.
std::string page_of(const Extraction& extraction) {
  const TemporaryFolder folder;
  const std::string path = (folder.path() / "a.html").string();
  output::OutputFile file(path);
  ReviewPage page(file, digest);
  page.add_document(extraction, {});
  page.add_picture(1, "RIFF");
  page.finish(messages::Language::kChinese, "");
  file.close();
  return bytes_of(path);
}

/// What is between two texts of a page.
std::string between(const std::string& page, std::string_view first, std::string_view last) {
  const std::size_t from = page.find(first) + first.size();
  return page.substr(from, page.find(last, from) - from);
}

std::string hash_of(const std::string& text) {
  const std::string hexadecimal = read::sha256(text);
  std::string bytes;
  for (std::size_t i = 0; i < hexadecimal.size(); i += 2)
    bytes += static_cast<char>(std::stoi(hexadecimal.substr(i, 2), nullptr, 16));
  return "'sha256-" + base64(bytes) + "'";
}

TEST(ReviewPage, AllowsItsOwnScriptAndStyleAndNothingElse) {
  const std::string page = page_of(filled_extraction());
  const std::string policy = between(page, "Content-Security-Policy\" content=\"", "\"");
  EXPECT_THAT(policy, StartsWith("default-src 'none'; script-src 'sha256-"));
  EXPECT_THAT(policy, HasSubstr(hash_of(between(page, "<script type=\"module\">", "</script>"))));
  EXPECT_THAT(policy, HasSubstr(hash_of(between(page, "<style>", "</style>"))));
  EXPECT_THAT(policy, HasSubstr("; img-src data:; base-uri 'none'"));
  EXPECT_THAT(policy, Not(HasSubstr("connect-src")));
}

TEST(ReviewPage, HoldsTheDocumentJsonAndItsPicturesAsData) {
  const Extraction extraction = filled_extraction();
  const std::string page = page_of(extraction);
  const std::string json = between(page, "id=\"document-0\">", "</script>");
  EXPECT_EQ(nlohmann::json::parse(json),
            nlohmann::json::parse(output::document_json(extraction, {})));
  EXPECT_THAT(page, HasSubstr("<script type=\"image/webp;base64\" id=\"page-0-1\">UklGRg=="));
  const auto setup = nlohmann::json::parse(between(page, "id=\"setup\">", "</script>"));
  EXPECT_EQ(setup.at("documents").at(0).at("sha256"), extraction.source.sha256);
  EXPECT_EQ(setup.at("checks").at("sum"), nlohmann::json::parse(R"(["合计", "sum"])"));
}

TEST(ReviewPage, LetsNoTextOfADocumentEndItsBlock) {
  Extraction extraction = filled_extraction();
  const std::string hostile = "</script><script>alert(1)</script><!--";
  extraction.identity.title = hostile;
  extraction.source.path = hostile;
  const std::string page = page_of(extraction);
  EXPECT_THAT(page, Not(HasSubstr("<script>")));
  EXPECT_THAT(page, Not(HasSubstr("<!--")));
  const auto setup = nlohmann::json::parse(between(page, "id=\"setup\">", "</script>"));
  EXPECT_EQ(setup.at("documents").at(0).at("title"), hostile);
}

TEST(ReviewPage, AsksItsServerWhereItIsServed) {
  const std::string page = served_review_page({review_summary(filled_extraction())},
                                              messages::Language::kEnglish, digest);
  EXPECT_THAT(page, HasSubstr("img-src blob:; connect-src 'self';"));
  const auto setup = nlohmann::json::parse(between(page, "id=\"setup\">", "</script>"));
  EXPECT_EQ(setup.at("served"), true);
  EXPECT_EQ(setup.at("language"), "en");
}

TEST(LinkedScript, RunsEachModuleOnceAfterThoseItImports) {
  EXPECT_EQ(
      linked_script(
          {{"a.js", "export const one = 1;\nexport function two() {}\n"},
           {"b.js", "import { one } from \"./a.js\";\nexport async function three() {}\n"},
           {"main.js",
            "import { three } from \"./b.js\";\n"
            "import { one as first, two } from \"./a.js\";\nthree();\n"}}),
      "\"use strict\";\n"
      "const a_js = (() => {\nconst one = 1;\nfunction two() {}\nreturn { one, two,};\n})();\n"
      "const b_js = (() => {\nconst { one } = a_js;\nasync function three() {}\n"
      "return { three,};\n})();\n"
      "const main_js = (() => {\nconst { three } = b_js;\nconst { one: first, two } = a_js;\n"
      "three();\nreturn {};\n})();\n");
}

TEST(Base64, PadsToGroupsOfFour) {
  for (const auto& [bytes, text] : {std::pair("", ""),
                                    {"f", "Zg=="},
                                    {"fo", "Zm8="},
                                    {"foo", "Zm9v"},
                                    {"\xFB\xFF\xFE", "+//+"}})
    EXPECT_EQ(base64(bytes), text);
}

}  // namespace
}  // namespace mingxi::review
