#include "read/messages.h"

#include <algorithm>
#include <utility>

namespace mingxi {
namespace {

constexpr std::size_t kMostMessages = 50;
// Poppler quotes names of the file, which may be of any length. Bytes; its messages are ASCII.
constexpr std::size_t kLongestMessage = 200;

}  // namespace

void Messages::add(const std::string& text) {
  const std::string shown =
      text.size() <= kLongestMessage ? text : text.substr(0, kLongestMessage) + "...";
  const auto known = numbers_.find(shown);
  if (known != numbers_.end()) {
    ++messages_[known->second].count;
  } else if (messages_.size() < kMostMessages) {
    numbers_.emplace(shown, messages_.size());
    messages_.push_back({.page = page_, .text = shown, .count = 1});
  } else {
    ++left_out_;
  }
}

bool Messages::contains(const std::string& part) const {
  return std::ranges::any_of(messages_, [&](const ReaderMessage& message) {
    return message.text.find(part) != std::string::npos;
  });
}

std::vector<ReaderMessage> Messages::taken() && {
  if (left_out_ > 0)
    messages_.push_back({.page = 0, .text = "further messages, not listed", .count = left_out_});
  return std::move(messages_);
}

}  // namespace mingxi
