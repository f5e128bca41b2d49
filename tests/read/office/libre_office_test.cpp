#include "read/office/libre_office.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "model/error.h"
#include "model/traced_text.h"
#include "read/read.h"
#include "support/files.h"

namespace mingxi::read {
namespace {

using testing::HasSubstr;

std::string text_of(const Document& document) {
  std::string text;
  for (const Page& page : document.pages)
    for (const Glyph& glyph : page.glyphs) append_utf8(text, glyph.code_point);
  return text;
}

class LibreOffice : public ::testing::Test {
 protected:
  void SetUp() override {
    if (libre_office_program().empty()) GTEST_SKIP() << "LibreOffice is not installed";
    setenv("TMPDIR", folder_.path().c_str(), 1);
  }
  void TearDown() override { unsetenv("TMPDIR"); }

  TemporaryFolder folder_;
};

TEST_F(LibreOffice, ReadsRtfAndLeavesNoFiles) {
  const Document document = read_contents(
      R"({\rtf1\ansi\ansicpg936 Total 1234.50\par \trowd\cellx2000\cellx4000 Item\cell 17\cell\row})",
      "a.rtf");
  EXPECT_EQ(document.source.media_type, "application/rtf");
  EXPECT_THAT(text_of(document), HasSubstr("Total1234.50"));
  EXPECT_THAT(text_of(document), HasSubstr("Item"));
  EXPECT_FALSE(document.pages.front().rulings.empty());
  EXPECT_TRUE(std::filesystem::is_empty(folder_.path()));
}

TEST_F(LibreOffice, ReadsNoFileThatADocumentNames) {
  const std::string secret = folder_.write("secret.txt", "SECRET");
  const Document document = read_contents(R"({\rtf1\ansi before {\field{\*\fldinst INCLUDETEXT ")" +
                                              secret + R"("}{\fldrslt shown}} after})",
                                          "a.rtf");
  EXPECT_THAT(text_of(document), HasSubstr("before"));
  EXPECT_THAT(text_of(document), Not(HasSubstr("SECRET")));
}

TEST_F(LibreOffice, RefusesWhatItCannotOpen) {
  try {
    converted_file("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(4096, 'x'),
                   {.type = ContentType::kConverted,
                    .converted_to = "docx",
                    .media_type = "application/msword"},
                   "a.doc");
    ADD_FAILURE() << "it was read";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kCorrupt);
  }
}

}  // namespace
}  // namespace mingxi::read
