// How many wrong digits the audit notices: changes one printed digit of a document at a time, and
// looks whether an error or a warning comes of it that was not there before.
//   mingxi_mutation cell|row|prose COUNT FILE.pdf...
//     cell: one amount of a table; row: an amount and its equals in the same row; prose: one amount
//     of the text. COUNT: about how many of a document, evenly over it. The ones that nobody
//     noticed are listed.

#include <algorithm>
#include <cstdio>
#include <exception>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "extract/extract.h"
#include "extract/load_patterns.h"
#include "read/read.h"

namespace {

using namespace mingxi;
using Glyphs = std::vector<Glyph*>;
using Facts = std::vector<const Fact*>;

enum class Mode { kCell, kRow, kProse };

std::optional<int> digit(char32_t c) {
  if (c >= U'0' && c <= U'9') return static_cast<int>(c - U'0');
  if (c >= U'０' && c <= U'９') return static_cast<int>(c - U'０');
  return std::nullopt;
}

/// The glyphs of a fact's own digits; none where what is printed there cannot be distinguished.
Glyphs digits_of(const Fact& fact, Document& document) {
  Glyphs glyphs;
  std::string printed;
  for (const PlacedBox& placed : fact.evidence.boxes)
    for (Glyph& glyph : document.pages[static_cast<std::size_t>(placed.page - 1)].glyphs)
      if (const auto value = digit(glyph.code_point);
          value && glyph.visibility == Visibility::kVisible &&
          holds(placed.box, glyph.box.middle_x(), glyph.box.middle_y())) {
        glyphs.push_back(&glyph);
        printed += static_cast<char>('0' + *value);
      }
  std::string wanted;
  for (const char c : fact.value.text())
    if (c >= '0' && c <= '9') wanted += c;
  wanted.erase(0, std::min(wanted.find_first_not_of('0'), wanted.size()));
  const auto first = printed.rfind(wanted);
  if (wanted.empty() || first == std::string::npos) return {};
  const auto begin = glyphs.begin() + static_cast<std::ptrdiff_t>(first);
  return {begin, begin + static_cast<std::ptrdiff_t>(wanted.size())};
}

/// What is changed together, for each change.
std::vector<Facts> candidates(const Extraction& extraction, Mode mode) {
  std::vector<Facts> result;
  for (const Fact& fact : extraction.facts) {
    if (fact.value.is_zero() || fact.text_source != TextSource::kEmbedded) continue;
    const bool is_amount =
        fact.amount_yuan && (fact.measure == Measure::kLevel || fact.measure == Measure::kChange);
    if (mode == Mode::kProse) {
      if (fact.origin == Origin::kNarrative && is_amount) result.push_back({&fact});
      continue;
    }
    if (fact.origin != Origin::kTable || !is_amount) continue;
    Facts together{&fact};
    if (mode == Mode::kRow) {
      for (const Fact& other : extraction.facts)
        if (&other != &fact && other.table == fact.table && other.row == fact.row &&
            other.value == fact.value)
          together.push_back(&other);
      if (together.size() < 2) continue;
    }
    result.push_back(std::move(together));
  }
  return result;
}

std::set<std::string> accusations(const Extraction& extraction) {
  std::set<std::string> result;
  for (const Finding& finding : extraction.findings)
    if (finding.severity != Severity::kInfo) result.insert(finding.message);
  return result;
}

struct Count {
  int tried = 0;
  int noticed = 0;
};

class Mutation {
 public:
  Mutation(Document document, const patterns::Patterns& patterns)
      : document_(std::move(document)),
        patterns_(patterns),
        unchanged_(extract::extract(document_, patterns_)),
        before_(accusations(unchanged_)) {}

  Count run(Mode mode, std::size_t wanted) {
    Count count;
    const auto found = candidates(unchanged_, mode);
    const std::size_t stride = found.size() / wanted + 1;
    std::size_t place = 0;  // of the digit, another one each time
    for (std::size_t i = stride / 2; i < found.size(); i += stride) {
      const auto noticed = change(found[i], place++);
      if (!noticed) continue;
      ++count.tried;
      count.noticed += *noticed ? 1 : 0;
      if (!*noticed) list(*found[i].front());
    }
    return count;
  }

 private:
  /// Whether it was noticed; nothing where the digits were not found.
  std::optional<bool> change(const Facts& facts, std::size_t place) {
    Glyphs changed;
    for (const Fact* fact : facts) {
      const Glyphs digits = digits_of(*fact, document_);
      if (digits.empty()) return std::nullopt;
      changed.push_back(digits[place % digits.size()]);
    }
    std::vector<char32_t> printed;
    for (Glyph* glyph : changed) {
      printed.push_back(glyph->code_point);
      const int value = digit(glyph->code_point).value_or(0);
      glyph->code_point += static_cast<char32_t>((value + (value == 5 ? 4 : 5)) % 10) -
                           static_cast<char32_t>(value);  // never the carry of a neighbour
    }
    const auto after = accusations(extract::extract(document_, patterns_));
    for (std::size_t i = 0; i < changed.size(); ++i) changed[i]->code_point = printed[i];
    return !std::includes(before_.begin(), before_.end(), after.begin(), after.end());
  }

  static void list(const Fact& fact) {
    std::printf("  page %d %s %s %s\n", fact.evidence.page, fact.table.value_or("").c_str(),
                fact.subject.c_str(), fact.value.text().c_str());
  }

  Document document_;
  const patterns::Patterns& patterns_;
  Extraction unchanged_;
  std::set<std::string> before_;
};

int run(Mode mode, std::size_t wanted, const std::vector<std::string>& files) {
  const patterns::Patterns patterns = extract::load_patterns("");
  Count all;
  for (const std::string& file : files) {
    const Count count = Mutation(read::read(file), patterns).run(mode, wanted);
    std::printf("%s: %d of %d noticed\n", file.c_str(), count.noticed, count.tried);
    all.tried += count.tried;
    all.noticed += count.noticed;
  }
  std::printf("all: %d of %d noticed (%.1f %%)\n", all.noticed, all.tried,
              all.tried == 0 ? 0.0 : 100.0 * all.noticed / all.tried);
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  const std::string_view mode = count > 1 ? arguments[1] : "";
  const std::size_t wanted = count > 2 ? std::strtoul(arguments[2], nullptr, 10) : 0;
  if (count < 4 || wanted == 0 || (mode != "cell" && mode != "row" && mode != "prose")) {
    std::fprintf(stderr, "usage: mingxi_mutation cell|row|prose COUNT FILE.pdf...\n");
    return 2;
  }
  try {
    return run(mode == "cell"  ? Mode::kCell
               : mode == "row" ? Mode::kRow
                               : Mode::kProse,
               wanted, {arguments + 3, arguments + count});
  } catch (const std::exception& error) {
    std::fprintf(stderr, "mingxi_mutation: %s\n", error.what());
    return 1;
  }
}
