#include "read/read.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "model/error.h"
#include "read/sha256.h"
#include "text/utf8.h"
#include "support/files.h"
#include "support/pdf_builder.h"

namespace mingxi::read {
namespace {

using std::string_view_literals::operator""sv;
using testing::HasSubstr;

class Read : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (std::filesystem::temp_directory_path() / "mingxi_read_XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string file(const std::string& name, std::string_view bytes) const {
    const std::string path = (folder_ / name).string();
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }

  std::filesystem::path folder_;
};

// What is thrown; a kind that nothing here throws if the file is read.
Error failure_of(const std::string& path, const ReadOptions& options = {}) {
  try {
    read(path, options);
  } catch (const Error& error) {
    EXPECT_FALSE(error.chinese().empty());
    return error;
  }
  ADD_FAILURE() << "it was read: " << path;
  return {ErrorKind::kPatterns, "", "", ""};
}

TEST_F(Read, SaysWhereADocumentCameFrom) {
  const std::string path = file("a.txt", "abc");
  const Document document = read(path);
  EXPECT_EQ(document.source.path, path);
  EXPECT_EQ(document.source.bytes, 3U);
  EXPECT_EQ(document.source.media_type, "text/plain");
  EXPECT_EQ(document.source.sha256,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_F(Read, JudgesByBytesAndNotByName) {
  const std::string pdf = pdf_of("BT /F1 10 Tf 20 200 Td (a) Tj ET");
  EXPECT_EQ(read(file("a.txt", pdf)).source.media_type, "application/pdf");
  EXPECT_EQ(read(file("b.pdf", "HTTP/1.1 200 OK\r\n\r\n" + pdf)).pages.size(), 1U);
}

TEST_F(Read, GivesEachTroubleItsKind) {
  struct Case {
    std::string name;
    std::string_view bytes;
    ErrorKind kind;
    std::string english;
  };
  for (const Case& c :
       {Case{"empty.pdf", "", ErrorKind::kEmpty, "empty"},
        Case{"dummy.pdf", "dummy pdf content", ErrorKind::kNotPdf, "no %PDF- header"},
        Case{"page.PDF", "\xEF\xBB\xBF\n<!DOCTYPE html><p>", ErrorKind::kNotPdf, "web page"},
        Case{"cut.docx", "PK\x03\x04....word/document.xml", ErrorKind::kUnsupported, "damaged ZIP"},
        Case{"a.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", ErrorKind::kUnsupported,
             "old Office file"},
        Case{"scan.pdf", "\xFF\xD8\xFF\xE0", ErrorKind::kNotPdf, "JPEG"},
        Case{"a.bin", "\x01\x02\x03\x04\0\x05\0\x06"sv, ErrorKind::kNoText, "neither a PDF"},
        Case{"cut.pdf", "%PDF-1.4\n1 0 obj\n<<", ErrorKind::kTruncated, "cut off"},
        Case{"bad.pdf", "%PDF-1.4\n%%EOF\n", ErrorKind::kCorrupt, "damaged"}}) {
    SCOPED_TRACE(c.name);
    const Error error = failure_of(file(c.name, c.bytes));
    EXPECT_EQ(error.kind(), c.kind);
    EXPECT_THAT(error.english(), HasSubstr(c.english));
    EXPECT_THAT(error.where(), HasSubstr(c.name));
  }
}

TEST_F(Read, RefusesWhatIsNoRegularFile) {
  EXPECT_EQ(failure_of((folder_ / "nothing.pdf").string()).kind(), ErrorKind::kNotFound);
  EXPECT_EQ(failure_of(folder_.string()).kind(), ErrorKind::kNotRegular);
  EXPECT_EQ(failure_of("/dev/null").kind(), ErrorKind::kNotRegular);
  const std::string pipe = (folder_ / "pipe.pdf").string();
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_EQ(failure_of(pipe).kind(), ErrorKind::kNotRegular);
}

TEST_F(Read, RefusesAHugeFileBeforeReadingIt) {
  const std::string path = file("huge.pdf", "%PDF-1.4");
  if (truncate(path.c_str(), off_t{100} << 30) != 0) GTEST_SKIP() << "no sparse files here";
  EXPECT_EQ(failure_of(path).kind(), ErrorKind::kTooLarge);
}

TEST_F(Read, ShowsAnUnprintableNameEscaped) {
  const Error error = failure_of((folder_ / "\xCB\xE3\n.pdf").string());
  EXPECT_THAT(error.where(), HasSubstr("\\xCB\\xE3\\x0A.pdf"));
}

// The standard security handler, revision 2 (PDF 32000-1, 7.6.3). The values belong to the
// passwords and to the identifier.
std::string encrypted(std::string_view owner_value, std::string_view user_value) {
  return pdf_of({PdfPage{}}, {},
                "/ID [(0123456789ABCDEF) (0123456789ABCDEF)] /Encrypt << /Filter /Standard /V 1 /R "
                "2 /P -4 /O <" +
                    std::string(owner_value) + "> /U <" + std::string(user_value) + "> >>");
}

TEST_F(Read, AsksForThePasswordOfAnEncryptedFile) {
  const std::string path = file(
      "secret.pdf", encrypted("92FE0F4454AD4C9644693F33C07CB54F587DCE1E2682FE9ECEA6107A1EF630DD",
                              "1173DFC841C51AFB8529158E081DAD4D1F160DC11536FD9D3450566158FD4E04"));
  const Error missing = failure_of(path);
  EXPECT_EQ(missing.kind(), ErrorKind::kEncrypted);
  EXPECT_THAT(missing.english(), HasSubstr("needs a password"));
  const Error wrong = failure_of(path, {.password = "guess"});
  EXPECT_EQ(wrong.kind(), ErrorKind::kEncrypted);
  EXPECT_THAT(wrong.english(), HasSubstr("does not open"));
  EXPECT_EQ(read(path, {.password = "secret"}).pages.size(), 1U);
  EXPECT_EQ(read(path, {.password = "owner"}).pages.size(), 1U);
}

TEST_F(Read, OpensAFileThatOnlyItsOwnerLocked) {
  const std::string path = file(
      "locked.pdf", encrypted("C92422687FACEE686E373F10B5C7D04738053152F7E2EE30E11C69EC442576AB",
                              "7E9BBA7DC6EB0FA4882B35893C5EC98A44A82456EF81211B375CCD291D246A87"));
  EXPECT_EQ(read(path).pages.size(), 1U);
}

TEST(Printable, KeepsWhatIsTextAndEscapesTheRest) {
  EXPECT_EQ(text::printable("预算\xFF.pdf"), "预算\\xFF.pdf");
  EXPECT_EQ(text::printable("\xE9\xA2"), "\\xE9\\xA2");
  EXPECT_EQ(text::printable("a\x1B[0m"), "a\\x1B[0m");
  EXPECT_EQ(text::printable("\u202Efdp.pdf"), "\\xE2\\x80\\xAEfdp.pdf");
  EXPECT_EQ(text::printable("a\u200B\u0085\uFEFF"), "a\\xE2\\x80\\x8B\\xC2\\x85\\xEF\\xBB\\xBF");
  // What is written as an escape cannot be the name of another file.
  EXPECT_EQ(text::printable("a\\xFF.pdf"), "a\\x5CxFF.pdf");
  EXPECT_EQ(text::printable("C:\\预算.pdf"), "C:\\预算.pdf");
}

TEST(ValidUtf8Prefix, StopsAtWhatIsIllFormed) {
  EXPECT_EQ(text::valid_utf8_prefix("abcdefgh预算"), 14U);
  for (const std::string_view bad :
       {"\xC0\x80"sv, "\xE0\x80\x80"sv, "\xED\xA0\x80"sv, "\xF0\x80\x80\x80"sv,
        "\xF4\x90\x80\x80"sv, "\xFF"sv, "\xE9\xA2"sv})
    EXPECT_EQ(text::valid_utf8_prefix("abc" + std::string(bad)), 3U);
}

TEST(CheckEnvironment, FindsEverythingThatTheTestsNeed) {
  for (const Requirement& requirement : reading_requirements())
    EXPECT_TRUE(requirement.met) << requirement.name << ": " << requirement.detail;
  EXPECT_NO_THROW(check_environment());
}

TEST(CheckEnvironment, NamesThePackageWithoutWhichChineseTextVanishes) {
  const TemporaryFolder nothing;
  try {
    check_environment(nothing.path().string());
    ADD_FAILURE() << "the environment was taken for complete";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kEnvironment);
    EXPECT_EQ(error.where(), "poppler-data");
    EXPECT_THAT(error.chinese(), HasSubstr("安装软件包poppler-data"));
    EXPECT_THAT(error.english(), HasSubstr("Install the package poppler-data"));
    EXPECT_THAT(error.english(), HasSubstr((nothing.path() / "cMap/Adobe-GB1/GBK-EUC-H").string()));
  }
}

// Published documents are not part of the project; where they lie beside it they are tried.
class RealDocuments : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(kFolder)) GTEST_SKIP() << "no documents in " << kFolder;
  }
  const std::filesystem::path kFolder =
      std::filesystem::path(MINGXI_SOURCE_DIR).parent_path() / "shared" / "real";
};

TEST_F(RealDocuments, HideTheTextThatOverflowsAClippedBox) {
  const Document document = read((kFolder / "shanghai_commerce_2025_budget.pdf").string());
  const auto count_clipped = [&](std::size_t page) {
    return std::ranges::count_if(document.pages.at(page - 1).glyphs, [](const Glyph& glyph) {
      return glyph.visibility == Visibility::kClipped && glyph.code_point != U' ';
    });
  };
  EXPECT_EQ(count_clipped(3), 436);
  EXPECT_EQ(count_clipped(4), 893);
}

TEST_F(RealDocuments, SayWhatIsWrongWithABadFile) {
  EXPECT_EQ(failure_of((kFolder / "bad_truncated.pdf").string()).kind(), ErrorKind::kTruncated);
  EXPECT_EQ(failure_of((kFolder / "bad_html_named.pdf").string()).kind(), ErrorKind::kNotPdf);
  EXPECT_EQ(failure_of((kFolder / "bad_dummy_17bytes.pdf").string()).kind(), ErrorKind::kNotPdf);
}

}  // namespace
}  // namespace mingxi::read
