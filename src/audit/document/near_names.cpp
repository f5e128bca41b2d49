// Names that miss a class of the classification by one character: 工作福利支出 for 工资福利支出.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "audit/core/places.h"
#include "audit/core/stages.h"
#include "text/characters.h"

namespace mingxi::audit {
namespace {

using patterns::Scheme;

constexpr std::size_t kHan = 3;                  // bytes of a Han character
constexpr std::size_t kShortestName = 6 * kHan;  // shorter names are near to others
constexpr std::size_t kMaxSingle = 3;            // places reported one by one
constexpr std::size_t kShown = 4;                // places quoted
constexpr int kCharacters = 24;                  // of each
constexpr int kAround = 6;                       // characters quoted on each side
bool ends_with(std::string_view name, const patterns::Pattern& pattern) {
  const auto found = pattern.find_all(name);
  return !found.empty() && found.back().last() == name.size();
}

/// The names of classes of expenditure.
std::vector<std::string> class_names(const patterns::Classification& classification,
                                     const patterns::Pattern& expenditure) {
  std::vector<std::string> names;
  const auto add = [&](Scheme scheme, int code) {
    const auto name = classification.name_of(scheme, std::to_string(code));
    if (name && name->size() >= kShortestName && ends_with(*name, expenditure))
      names.push_back(*name);
  };
  for (int code = 201; code < 240; ++code) add(Scheme::kFunctional, code);
  for (int code = 301; code < 400; ++code) add(Scheme::kEconomic, code);
  return names;
}

/// Whether a text differs from a name in one character that means something.
bool is_near(std::string_view text, std::string_view name, const patterns::Pattern& joining) {
  std::size_t different = 0;
  for (std::size_t at = 0; at < name.size(); at += kHan) {
    const std::string_view c = text.substr(at, kHan);
    const std::string_view meant = name.substr(at, kHan);
    if (c == meant) continue;
    if (++different > 1 || !text::is_han(c, 0) || joining.matches(c) || joining.matches(meant))
      return false;
  }
  return different == 1;
}

class NearNames {
 public:
  NearNames(const Audited& audited, Ledger& ledger)
      : audited_(audited),
        ledger_(ledger),
        expenditure_(audited.patterns.form.context.expenditure_name),
        joining_(audited.patterns.form.context.joining_word),
        names_(class_names(audited.patterns.classification, expenditure_)) {}

  void check() {
    for (const Paragraph& paragraph : audited_.layout.paragraphs) look_at(paragraph.text);
    for (const Grid& grid : audited_.layout.grids)
      for (const GridCell& cell : grid.cells) look_at(cell.text);
    for (auto& [names, places] : places_) report(names.second, places);
  }

 private:
  void look_at(const TracedText& traced) {
    const std::string_view text = traced.utf8();
    for (const patterns::Match& match : expenditure_.find_all(text)) {
      const std::size_t end = match.last();
      for (const std::string& name : names_) {
        if (end < name.size()) continue;
        const std::size_t first = end - name.size();
        const std::string_view printed = text.substr(first, name.size());
        if (text::continues_character(text[first]) || !is_near(printed, name, joining_)) continue;
        Evidence place =
            evidence_at(audited_.document, traced, characters_before(text, first, kAround),
                        characters_after(text, end, kAround));
        if (!is_by_ocr(place.page))
          places_[{std::string(printed), name}].push_back(std::move(place));
      }
    }
  }

  /// A character that differs on such a page is more likely our own misreading.
  bool is_by_ocr(int number) const {
    const Page& page = audited_.document.pages[static_cast<std::size_t>(number - 1)];
    return page.text_source == TextSource::kOcr || !page.ocr_readings.empty();
  }

  void report(const std::string& name, std::vector<Evidence>& places) {
    if (places.size() > kMaxSingle) return tell(name, std::move(places));
    for (const Evidence& place : places) tell(name, {place});
  }

  void tell(const std::string& name, std::vector<Evidence> places) {
    const Said words = said(Sentence::kNameNearlyOfClass,
                            {{"words", quoted(places, kShown, kCharacters)}, {"name", name}});
    ledger_.report(
        finding_of(Check::kClassificationName, Severity::kInfo, FindingState::kNoted, words),
        std::move(places));
  }

  const Audited& audited_;
  Ledger& ledger_;
  const patterns::Pattern& expenditure_;
  const patterns::Pattern& joining_;
  std::vector<std::string> names_;
  std::map<std::pair<std::string, std::string>, std::vector<Evidence>> places_;
};

}  // namespace

void check_near_names(const Audited& audited, Ledger& ledger) {
  NearNames(audited, ledger).check();
}

}  // namespace mingxi::audit
