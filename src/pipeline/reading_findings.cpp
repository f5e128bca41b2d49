#include "pipeline/reading_findings.h"

#include <algorithm>
#include <map>

#include "model/key.h"

namespace mingxi {
namespace {

// Characters. Fewer on a page of a PDF are a stamp or a page number; a text file may be short.
constexpr int kReadable = 10;
constexpr int kReadablePlain = 1;

std::string listed(const std::vector<int>& pages) {
  std::string text;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    std::size_t last = i;
    while (last + 1 < pages.size() && pages[last + 1] == pages[last] + 1) ++last;
    text += (text.empty() ? "" : ", ") + std::to_string(pages[i]);
    if (last > i) text += "-" + std::to_string(pages[last]);
    i = last;
  }
  return text;
}

Finding about_pages(const char* check, Severity severity, FindingState state,
                    const std::vector<int>& pages, std::string chinese, std::string english) {
  Finding finding{.check = check,
                  .severity = severity,
                  .state = state,
                  .message = std::move(chinese),
                  .message_en = std::move(english)};
  for (const int page : pages) finding.evidence.push_back({.page = page});
  return finding;
}

void add_unreadable_pages(const Document& document, Extraction& extraction) {
  std::vector<int> without_text, images;
  for (std::size_t i = 0; i < document.pages.size(); ++i) {
    const Page& page = document.pages[i];
    const bool is_plain = page.text_source == TextSource::kPlain;
    if (extraction.pages[i].characters >= (is_plain ? kReadablePlain : kReadable)) continue;
    without_text.push_back(page.number);
    if (!page.images.empty()) images.push_back(page.number);
  }
  const bool has_no_text = without_text.size() == document.pages.size();
  if (has_no_text) extraction.status = Status::kNoText;
  const auto add = [&](const std::vector<int>& pages, const std::string& chinese,
                       const std::string& english) {
    extraction.findings.push_back(about_pages(
        "no_text", Severity::kWarning, FindingState::kUnreadable, pages,
        "第 " + listed(pages) + " 页" + chinese, "Page(s) " + listed(pages) + " " + english));
  };
  if (!images.empty()) {
    if (extraction.status == Status::kOk) extraction.status = Status::kPartial;
    add(images, "是图像，没有可读取的文字，页上的数字未能读取。",
        "are images without readable text; their figures were not read.");
  } else if (has_no_text) {
    // A blank page among others is nothing to speak of; a document without any text is.
    add(without_text, "只有图形或空白，没有可读取的文字。",
        "hold a drawing or nothing; there is no text that can be read.");
  }
}

void add_invisible_text(Extraction& extraction) {
  std::vector<int> pages;
  int characters = 0;
  for (const PageSummary& page : extraction.pages) {
    if (page.invisible_characters == 0) continue;
    pages.push_back(page.number);
    characters += page.invisible_characters;
  }
  if (pages.empty()) return;
  const std::string count = std::to_string(characters);
  extraction.findings.push_back(
      about_pages("invisible_text", Severity::kInfo, FindingState::kNoted, pages,
                  "第 " + listed(pages) + " 页有 " + count +
                      " 个看不见的字符（被裁切、遮挡或无墨色），没有读入。",
                  "Page(s) " + listed(pages) + " hold " + count +
                      " characters that cannot be seen (clipped, covered or without ink); they "
                      "were not read."));
}

/// Whether a message tells of encodings that Poppler did not find.
bool is_of_language_pack(const std::string& text) {
  return text.find("language pack") != std::string::npos ||
         text.find("CMap file") != std::string::npos;
}

Finding about_error(const std::string& said, const std::string& text) {
  Finding finding{.check = "reader",
                  .severity = Severity::kWarning,
                  .state = FindingState::kUnreadable,
                  .message = "读取 PDF 时出错：" + said + "。",
                  .message_en = "The PDF reader reported an error: " + said + "."};
  if (!is_of_language_pack(text)) return finding;
  finding.message += "文字需要缺少的语言包，请安装 poppler-data。";
  finding.message_en += " The text needs a language pack that is missing: install poppler-data.";
  return finding;
}

void add_reader_messages(const Document& document, Extraction& extraction) {
  for (const ReaderMessage& message : document.messages) {
    const std::string times = message.count > 1 ? " ×" + std::to_string(message.count) : "";
    const bool is_error = message.complaint == Complaint::kError;
    Finding finding = is_error
                          ? about_error(message.text + times, message.text)
                          : Finding{.check = "reader",
                                    .severity = Severity::kInfo,
                                    .state = FindingState::kNoted,
                                    .message = "读取 PDF 时的提示：" + message.text + times,
                                    .message_en = "The PDF reader said: " + message.text + times};
    if (message.page > 0) finding.evidence.push_back({.page = message.page});
    if (is_error && extraction.status == Status::kOk) extraction.status = Status::kPartial;
    extraction.findings.push_back(std::move(finding));
  }
}

}  // namespace

void add_reading_findings(const Document& document, Extraction& extraction) {
  add_unreadable_pages(document, extraction);
  add_invisible_text(extraction);
  add_reader_messages(document, extraction);
  const auto page = [](const Finding& finding) {
    return finding.evidence.empty() ? 0 : finding.evidence.front().page;
  };
  std::stable_sort(extraction.findings.begin(), extraction.findings.end(),
                   [&](const Finding& a, const Finding& b) {
                     return std::pair(a.severity, page(a)) < std::pair(b.severity, page(b));
                   });
  std::map<std::string, int> seen;
  int number = 0;
  for (Finding& finding : extraction.findings) {
    finding.id = "n" + std::to_string(++number);
    const std::string name = finding.check + ":" + finding.message;
    finding.key = key_of(name + ":" + std::to_string(++seen[name]));
  }
}

}  // namespace mingxi
