#include "read/pdf/reader_check.h"

#include <algorithm>
#include <optional>

namespace mingxi::read {
namespace {

// The index of the first item that differs; nothing if none does.
template <typename Item>
std::optional<std::size_t> first_difference(const std::vector<Item>& ours,
                                            const std::vector<Item>& theirs) {
  const auto [mine, other] = std::ranges::mismatch(ours, theirs);
  if (mine == ours.end() && other == theirs.end()) return std::nullopt;
  return static_cast<std::size_t>(mine - ours.begin());
}

template <typename Item>
bool differs(const std::vector<Item>& ours, const std::vector<Item>& theirs, const char* name,
             std::string& said) {
  const auto at = first_difference(ours, theirs);
  if (at) said = std::string(name) + " " + std::to_string(*at);
  return at.has_value();
}

std::string difference_of(const Page& ours, const Page& theirs) {
  if (ours == theirs) return {};
  std::string said = "its size";
  differs(ours.glyphs, theirs.glyphs, "glyph", said) ||
      differs(ours.rulings, theirs.rulings, "ruling", said) ||
      differs(ours.images, theirs.images, "image", said) ||
      differs(ours.shades, theirs.shades, "shade", said);
  return "page " + std::to_string(theirs.number) + ": " + said;
}

std::string difference_of(const Document& ours, const Document& theirs) {
  if (ours.pages.size() != theirs.pages.size()) return "the number of pages";
  for (std::size_t i = 0; i < ours.pages.size(); ++i)
    if (std::string said = difference_of(ours.pages[i], theirs.pages[i]); !said.empty())
      return said;
  if (const auto at = first_difference(ours.messages, theirs.messages))
    return "message " + std::to_string(*at);
  return {};
}

}  // namespace

ReaderCheck check_reader(std::string_view bytes, const std::string& where,
                         const ReadOptions& options) {
  PdfReading ours = read_pdf_by(Interpreter::kOurs, bytes, where, options);
  const PdfReading theirs = read_pdf_by(Interpreter::kPoppler, bytes, where, options);
  return {.pages = ours.document.pages.size(),
          .declined = std::move(ours.declined),
          .is_by_poppler_alone = ours.is_by_poppler_alone,
          .first_difference = difference_of(ours.document, theirs.document)};
}

std::string line_of(const ReaderCheck& check) {
  std::string line = std::to_string(check.pages) + '\t' + std::to_string(check.declined.size()) +
                     '\t' + (check.is_by_poppler_alone ? "poppler" : "ours") + '\t' +
                     (check.first_difference.empty() ? "equal" : check.first_difference) + '\t';
  for (const DeclinedPage& page : check.declined)
    line += std::to_string(page.number) + ": " + page.reason + "; ";
  return line;
}

}  // namespace mingxi::read
