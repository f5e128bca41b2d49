#include "read/office/zip.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <utility>

#include "messages/reading_sentences.h"
#include "model/error.h"
#include "read/plain_text/charset.h"

namespace mingxi::read {

using messages::ReadingSentence;
using messages::said;

namespace {

constexpr zip_int64_t kMaxParts = 10'000;
constexpr std::uint64_t kMaxPart = std::uint64_t{64} << 20;
constexpr std::uint64_t kMaxAll = std::uint64_t{256} << 20;

zip_t* archive_of(void* archive) { return static_cast<zip_t*>(archive); }

Error damaged(const std::string& where) {
  return {ErrorKind::kCorrupt, where, said(ReadingSentence::kFileDamaged)};
}

Error too_large(const std::string& where) {
  return {ErrorKind::kTooLarge, where, said(ReadingSentence::kUnpackedTooLarge)};
}

Error encrypted(const std::string& where) {
  return {ErrorKind::kEncrypted, where, said(ReadingSentence::kFileEncrypted)};
}

/// The archive in these bytes; nullptr where there is none.
zip_t* archive_in(std::string_view bytes, const std::string& where) {
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  if (source == nullptr) throw damaged(where);
  zip_t* const archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
  if (archive == nullptr) zip_source_free(source);
  return archive;
}

/// Windows writes names in GBK and does not say so.
std::string in_utf8(std::string_view name) {
  const auto text = Utf8Text::of(name);
  return std::string(text ? text->utf8() : name);
}

bool is_same_name(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char left, char right) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return lower(left) == lower(right);
  });
}

}  // namespace

Zip::Zip(std::string_view bytes, std::string where)
    : Zip(archive_in(bytes, where), std::move(where)) {}

Zip Zip::of_file(const std::string& path, std::string where) {
  zip_t* const archive = zip_open(path.c_str(), ZIP_RDONLY, nullptr);
  return {archive, std::move(where)};
}

Zip::Zip(void* archive, std::string where)
    : where_(std::move(where)), archive_(archive), left_(kMaxAll) {
  if (archive == nullptr) throw damaged(where_);
  const zip_int64_t count = zip_get_num_entries(archive_of(archive_.get()), 0);
  if (count > kMaxParts) throw too_large(where_);
  for (zip_int64_t i = 0; i < count; ++i) {
    const char* name =
        zip_get_name(archive_of(archive_.get()), static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW);
    names_.push_back(in_utf8(name == nullptr ? "" : name));
  }
}

void Zip::Closed::operator()(void* archive) const { zip_discard(archive_of(archive)); }

bool Zip::has(std::string_view name) const {
  return std::ranges::any_of(names_,
                             [&](const std::string& each) { return is_same_name(each, name); });
}

std::optional<std::string> Zip::read(std::string_view name) {
  if (name.starts_with('/')) name.remove_prefix(1);
  const auto found = std::ranges::find_if(
      names_, [&](const std::string& each) { return is_same_name(each, name); });
  if (found == names_.end()) return std::nullopt;
  zip_t* archive = archive_of(archive_.get());
  const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(
      zip_fopen_index(archive, static_cast<zip_uint64_t>(found - names_.begin()), 0), &zip_fclose);
  if (file == nullptr) {
    const int cause = zip_error_code_zip(zip_get_error(archive));
    throw cause == ZIP_ER_NOPASSWD || cause == ZIP_ER_ENCRNOTSUPP ? encrypted(where_)
                                                                  : damaged(where_);
  }
  std::string content;
  std::array<char, 1 << 16> piece;
  while (true) {
    const zip_int64_t count = zip_fread(file.get(), piece.data(), piece.size());
    if (count < 0) throw damaged(where_);
    if (count == 0) return content;
    const auto size = static_cast<std::uint64_t>(count);
    if (size > left_ || content.size() + size > kMaxPart) throw too_large(where_);
    left_ -= size;
    content.append(piece.data(), static_cast<std::size_t>(size));
  }
}

std::string zip_version() { return zip_libzip_version(); }

}  // namespace mingxi::read
