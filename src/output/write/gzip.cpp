#include "output/write/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <new>

#include "messages/sentences.h"
#include "model/error.h"

namespace mingxi::output {

using messages::said;
using messages::Sentence;

namespace {

constexpr int kGzip = 16;  // added to the window: a header and a checksum of gzip
constexpr int kLevel = 6;
constexpr int kMemory = 8;  // zlib's own default

/// zlib asks for bytes that it may write to, and writes none of them.
Bytef* input(std::string_view text) {
  return reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
}

}  // namespace

std::string gzipped(std::string_view text) {
  z_stream stream{};
  if (deflateInit2(&stream, kLevel, Z_DEFLATED, MAX_WBITS + kGzip, kMemory, Z_DEFAULT_STRATEGY) !=
      Z_OK)
    throw std::bad_alloc();
  std::string bytes(deflateBound(&stream, text.size()), '\0');
  stream.next_in = input(text);
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
  stream.avail_out = static_cast<uInt>(bytes.size());
  deflate(&stream, Z_FINISH);
  bytes.resize(stream.total_out);
  deflateEnd(&stream);
  return bytes;
}

std::string gunzipped(std::string_view bytes, std::size_t most) {
  z_stream stream{};
  if (inflateInit2(&stream, MAX_WBITS + kGzip) != Z_OK) throw std::bad_alloc();
  stream.next_in = input(bytes);
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::string text;
  std::array<char, std::size_t{1} << 16> piece{};
  int state = Z_OK;
  while (state == Z_OK && text.size() < most) {
    stream.next_out = reinterpret_cast<Bytef*>(piece.data());
    stream.avail_out = static_cast<uInt>(piece.size());
    state = inflate(&stream, Z_NO_FLUSH);
    text.append(piece.data(), piece.size() - stream.avail_out);
  }
  inflateEnd(&stream);
  if (state != Z_STREAM_END && text.size() < most)
    throw Error(ErrorKind::kCorrupt, "", said(Sentence::kCompressedNotWhole));
  text.resize(std::min(text.size(), most));
  return text;
}

}  // namespace mingxi::output
