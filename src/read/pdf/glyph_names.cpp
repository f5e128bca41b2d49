#include "read/pdf/glyph_names.h"

#include <poppler/GfxFont.h>
#include <poppler/GlobalParams.h>
#include <poppler/Object.h>
#include <poppler/Stream.h>
#include <poppler/goo/GooString.h>

#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mingxi::read {
namespace {

using Codes = std::bitset<256>;

/// The number that a hexadecimal string such as <2A> is; nothing for another word.
std::optional<std::size_t> code_in(const std::string& word) {
  if (word.size() < 3 || word.front() != '<' || word[1] == '<') return std::nullopt;
  return static_cast<std::size_t>(std::strtoul(word.c_str() + 1, nullptr, 16));
}

/// The words of a map: a string in <> is one, however close the next follows.
std::vector<std::string> words_of(const std::string& map) {
  std::vector<std::string> words(1);
  for (const char c : map) {
    const bool begins = c == '<' || c == '[' || c == ']';
    if (begins || c == ' ' || c == '\n' || c == '\r' || c == '\t') words.emplace_back();
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t') words.back() += c;
    if (c == '>' || c == '[' || c == ']') words.emplace_back();
  }
  std::erase(words, "");
  return words;
}

/// The codes that a map to Unicode gives: pairs of a code and its characters, and ranges with
/// the characters of the first code or a list of them.
Codes mapped_codes(const std::string& map) {
  Codes codes;
  std::vector<std::size_t> entry;  // of a pair or a range, as far as it has been read
  std::size_t entry_size = 0;
  bool is_in_list = false;
  for (const std::string& word : words_of(map)) {
    if (word == "beginbfchar" || word == "beginbfrange") {
      entry_size = word == "beginbfchar" ? 2 : 3;
      entry.clear();
      continue;
    }
    if (word.starts_with("end")) entry_size = 0;
    if (entry_size == 0) continue;
    if (word == "[") is_in_list = true;
    const std::optional<std::size_t> code = code_in(word);
    if (code && !is_in_list) entry.push_back(*code);
    if (word == "]") {
      is_in_list = false;
      entry.push_back(0);
    }
    if (entry.size() < entry_size) continue;
    const std::size_t last = entry_size == 2 ? entry[0] : entry[1];
    for (std::size_t each = entry[0]; each <= last && each < codes.size(); ++each) codes.set(each);
    entry.clear();
  }
  return codes;
}

/// The codes that the font itself gives; nothing where it has no map that can be read.
std::optional<Codes> codes_from_map(const Object& dictionary) {
  const Object entry = dictionary.isDict() ? dictionary.dictLookup("ToUnicode") : Object(objNull);
  if (!entry.isStream()) return std::nullopt;
  GooString text;
  entry.getStream()->fillGooString(&text);
  return mapped_codes(text.toStr());
}

/// uni5E74 and u5E74 say the character themselves.
bool is_of_unicode(std::string_view name) {
  constexpr std::size_t kMinDigits = 4;
  if (name.starts_with("uni")) {
    name.remove_prefix(3);
  } else if (name.starts_with('u')) {
    name.remove_prefix(1);
  } else {
    return false;
  }
  return name.size() >= kMinDigits &&
         name.find_first_not_of("0123456789ABCDEFabcdef") == std::string_view::npos;
}

bool is_name(const char* name) {
  return name != nullptr && (globalParams->mapNameToUnicodeText(name) != 0 || is_of_unicode(name));
}

}  // namespace

NamelessCodes::NamelessCodes(GfxFont& font, const Object& dictionary) {
  if (font.getType() != fontType3) return;
  const std::optional<Codes> codes_of_map = codes_from_map(dictionary);
  if (!codes_of_map && font.hasToUnicodeCMap()) return;  // a map that cannot be looked at
  const auto& own = static_cast<Gfx8BitFont&>(font);
  for (std::size_t code = 0; code < codes_.size(); ++code) {
    const bool is_mapped = codes_of_map && codes_of_map->test(code);
    codes_[code] = !is_mapped && !is_name(own.getCharName(static_cast<int>(code)));
  }
}

}  // namespace mingxi::read
