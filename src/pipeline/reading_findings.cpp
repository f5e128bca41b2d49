#include "pipeline/reading_findings.h"

#include <algorithm>
#include <map>

#include "model/key.h"

namespace mingxi {
namespace {

constexpr int kReadable =
    10;  // characters: fewer on a page with an image are a stamp or a page number

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
  std::vector<int> pages;
  std::size_t without_text = 0;
  for (std::size_t i = 0; i < document.pages.size(); ++i) {
    const bool unreadable = extraction.pages[i].characters < kReadable;
    if (unreadable) ++without_text;
    if (unreadable && !document.pages[i].images.empty()) pages.push_back(document.pages[i].number);
  }
  if (without_text == document.pages.size()) extraction.status = Status::kNoText;
  if (pages.empty()) return;
  if (extraction.status == Status::kOk) extraction.status = Status::kPartial;
  extraction.findings.push_back(
      about_pages("no_text", Severity::kWarning, FindingState::kUnreadable, pages,
                  "第 " + listed(pages) + " 页是图像，没有可读取的文字，页上的数字未能读取。",
                  "Page(s) " + listed(pages) +
                      " are images without readable text; their figures were not read."));
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

void add_reader_messages(const Document& document, Extraction& extraction) {
  for (const ReaderMessage& message : document.messages) {
    const std::string times = message.count > 1 ? " ×" + std::to_string(message.count) : "";
    Finding finding{.check = "reader",
                    .severity = Severity::kInfo,
                    .state = FindingState::kNoted,
                    .message = "读取 PDF 时的提示：" + message.text + times,
                    .message_en = "The PDF reader said: " + message.text + times};
    if (message.page > 0) finding.evidence.push_back({.page = message.page});
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
