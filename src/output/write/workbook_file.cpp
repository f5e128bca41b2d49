#include "output/write/workbook_file.h"

#include <array>
#include <memory>
#include <string>
#include <string_view>

#include <zip.h>

#include "output/write/own_file.h"

namespace mingxi::output {
namespace {

constexpr std::size_t kPiece = 1 << 16;

using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;
using Part = std::unique_ptr<zip_file_t, decltype(&zip_fclose)>;

Archive opened(const std::filesystem::path& path) {
  return {zip_open(path.c_str(), ZIP_RDONLY, nullptr), &zip_discard};
}

/// The value of r="…" in a tag.
std::string_view reference_in(std::string_view tag) {
  constexpr std::string_view kAttribute = " r=\"";
  const std::size_t first = tag.find(kAttribute);
  if (first == std::string_view::npos) return {};
  tag.remove_prefix(first + kAttribute.size());
  return tag.substr(0, tag.find('"'));
}

/// Follows the tags of an XML text, which comes in pieces: how many elements are open, and whether
/// each cell is of the row that it is in. Requires that no text holds < or >, as libxlsxwriter
/// sees to.
class Tags {
 public:
  void follow(std::string_view piece) {
    for (const char c : piece) follow(c);
  }

  bool are_closed() const { return has_declaration_ && open_ == 0 && !is_in_tag_ && is_sound_; }

 private:
  void follow(char c) {
    if (c == '<') {
      is_sound_ = is_sound_ && !is_in_tag_;
      is_in_tag_ = true;
      ++open_;
      tag_.clear();
      return;
    }
    if (c == '>') {
      is_sound_ = is_sound_ && is_in_tag_;
      is_in_tag_ = false;
      const bool is_declaration = tag_.starts_with('?') && tag_.ends_with('?');
      has_declaration_ = has_declaration_ || is_declaration;
      if (tag_.starts_with('/')) open_ -= 2;
      if (tag_.ends_with('/') || is_declaration) --open_;
      follow_rows();
      return;
    }
    if (is_in_tag_) tag_ += c;
  }

  void follow_rows() {
    if (tag_.starts_with("row ")) row_ = reference_in(tag_);
    if (!tag_.starts_with("c ")) return;
    const std::string_view cell = reference_in(tag_);
    const std::size_t digits = cell.find_first_of("0123456789");
    is_sound_ = is_sound_ && digits != std::string_view::npos && cell.substr(digits) == row_;
  }

  long open_ = 0;
  bool is_in_tag_ = false;
  bool is_sound_ = true;
  bool has_declaration_ = false;
  std::string tag_;  // the one that is read
  std::string row_;  // its number
};

bool is_whole(zip_file_t* part) {
  Tags tags;
  std::string piece(kPiece, '\0');
  for (;;) {
    const auto size = zip_fread(part, piece.data(), piece.size());
    if (size < 0) return false;  // its checksum too
    if (size == 0) return tags.are_closed();
    tags.follow({piece.data(), static_cast<std::size_t>(size)});
  }
}

}  // namespace

bool is_own_workbook(const std::filesystem::path& path) {
  const Archive archive = opened(path);
  if (archive == nullptr) return false;
  const Part part(zip_fopen(archive.get(), "docProps/core.xml", 0), &zip_fclose);
  if (part == nullptr) return false;
  std::array<char, 4096> piece{};
  const auto size = zip_fread(part.get(), piece.data(), piece.size());
  const std::string author = "<dc:creator>" + std::string(kWorkbookAuthor) + "</dc:creator>";
  return size > 0 && std::string_view(piece.data(), static_cast<std::size_t>(size)).find(author) !=
                         std::string_view::npos;
}

bool is_whole_workbook(const std::filesystem::path& path) {
  const Archive archive = opened(path);
  if (archive == nullptr) return false;
  const auto parts = static_cast<zip_uint64_t>(zip_get_num_entries(archive.get(), 0));
  for (zip_uint64_t i = 0; i < parts; ++i) {
    const Part part(zip_fopen_index(archive.get(), i, 0), &zip_fclose);
    if (part == nullptr || !is_whole(part.get())) return false;
  }
  return parts > 0;
}

}  // namespace mingxi::output
