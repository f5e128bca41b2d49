// Nearly all contents are deflated once, and zlib inflates them ten times as fast as Poppler. What
// has another filter comes through Poppler's; what zlib finds damaged, Poppler is to read.

#include "read/pdf/contents/content_stream.h"

#include <poppler/Object.h>
#include <poppler/Stream.h>
#include <zlib.h>

#include <algorithm>

#include "read/pdf/contents/declined.h"

namespace mingxi::read {
namespace {

constexpr std::size_t kMaxBytes = std::size_t{64} << 20U;  // a dense page has 2 MB

// All bytes that a stream gives.
void append_all(Stream& stream, std::string& bytes) {
  constexpr int kPiece = 1 << 16;
  stream.reset();
  for (;;) {
    const std::size_t before = bytes.size();
    if (before > kMaxBytes) throw Declined{"contents too large"};
    bytes.resize(before + kPiece);
    const int count =
        stream.doGetChars(kPiece, reinterpret_cast<unsigned char*>(bytes.data() + before));
    bytes.resize(before + static_cast<std::size_t>(std::max(count, 0)));
    if (count < kPiece) break;
  }
  stream.close();
}

bool is_plainly_deflated(const Object& object) {
  Stream& stream = *object.getStream();
  if (stream.getKind() != strFlate || stream.getNextStream() != stream.getUndecodedStream())
    return false;
  Dict& dict = *object.streamGetDict();
  return dict.lookup("DecodeParms").isNull() && dict.lookup("DP").isNull();
}

/// The state of one inflation, freed whatever happens.
class Inflation {
 public:
  explicit Inflation(std::string& deflated) {
    stream_.next_in = reinterpret_cast<Bytef*>(deflated.data());
    stream_.avail_in = static_cast<uInt>(deflated.size());
    if (inflateInit(&stream_) != Z_OK) throw Declined{"zlib refuses"};
  }
  ~Inflation() { inflateEnd(&stream_); }
  Inflation(const Inflation&) = delete;
  Inflation& operator=(const Inflation&) = delete;

  void append_to(std::string& bytes) {
    int state = Z_OK;
    std::size_t piece = std::max<std::size_t>(std::size_t{stream_.avail_in} * 6, 4096);
    while (state == Z_OK) {
      const std::size_t before = bytes.size();
      if (before > kMaxBytes) throw Declined{"contents too large"};
      bytes.resize(before + piece);
      stream_.next_out = reinterpret_cast<Bytef*>(bytes.data() + before);
      stream_.avail_out = static_cast<uInt>(piece);
      state = inflate(&stream_, Z_NO_FLUSH);
      bytes.resize(bytes.size() - stream_.avail_out);
    }
    if (state != Z_STREAM_END) throw Declined{"damaged contents"};
  }

 private:
  z_stream stream_{};
};

void append_stream(const Object& object, std::string& bytes) {
  if (!object.isStream()) throw Declined{"contents that are no stream"};
  if (!is_plainly_deflated(object)) {
    append_all(*object.getStream(), bytes);
    return;
  }
  std::string deflated;
  append_all(*object.getStream()->getUndecodedStream(), deflated);
  Inflation(deflated).append_to(bytes);
}

}  // namespace

ContentBytes contents_of(const Object& object) {
  ContentBytes contents;
  if (!object.isArray()) {
    append_stream(object, contents.bytes);
    return contents;
  }
  for (int i = 0; i < object.arrayGetLength(); ++i) {
    if (i > 0) {
      contents.seams.push_back(contents.bytes.size());
      contents.bytes += '\n';
    }
    append_stream(object.arrayGet(i), contents.bytes);
  }
  return contents;
}

}  // namespace mingxi::read
