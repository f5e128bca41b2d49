#include "read/sha256.h"

#include <openssl/evp.h>

#include <array>
#include <fstream>
#include <span>
#include <stdexcept>
#include <vector>

#include "messages/reading_sentences.h"
#include "model/error.h"

namespace mingxi::read {

using messages::ReadingSentence;
using messages::said;

namespace {

std::string hexadecimal(std::span<const unsigned char> digest) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  text.reserve(2 * digest.size());
  for (const unsigned char byte : digest) {
    text += kDigits[byte >> 4];
    text += kDigits[byte & 0xF];
  }
  return text;
}

void require(bool is_done) {
  if (!is_done) throw std::runtime_error("SHA-256 is not available in this OpenSSL");
}

}  // namespace

std::string sha256(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  require(EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) == 1);
  return hexadecimal(std::span(digest).first(size));
}

struct Sha256::Context {
  EVP_MD_CTX* hash = EVP_MD_CTX_new();
  Context() = default;
  ~Context() { EVP_MD_CTX_free(hash); }
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;
};

void Sha256::Freed::operator()(Context* context) const { delete context; }

Sha256::Sha256() : context_(new Context) {
  require(context_->hash != nullptr &&
          EVP_DigestInit_ex(context_->hash, EVP_sha256(), nullptr) == 1);
}

void Sha256::add(std::string_view bytes) {
  require(EVP_DigestUpdate(context_->hash, bytes.data(), bytes.size()) == 1);
}

std::string Sha256::finished() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  require(EVP_DigestFinal_ex(context_->hash, digest.data(), &size) == 1);
  return hexadecimal(std::span(digest).first(size));
}

FileDigest digest_of_file(const std::string& path) {
  constexpr std::size_t kPiece = std::size_t{1} << 18;
  std::ifstream stream(path, std::ios::binary);
  Sha256 hash;
  FileDigest result;
  std::vector<char> piece(kPiece);
  while (stream) {
    stream.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    const auto count = static_cast<std::size_t>(stream.gcount());
    hash.add({piece.data(), count});
    result.bytes += count;
  }
  if (!stream.eof()) throw Error(ErrorKind::kNotFound, path, said(ReadingSentence::kFileNotRead));
  result.sha256 = hash.finished();
  return result;
}

}  // namespace mingxi::read
