#include "read/pdf/complaints.h"

#include <algorithm>
#include <utility>

namespace mingxi::read {
namespace {

constexpr std::size_t kMaxMessages = 50;
// Poppler quotes names of the file, which may be of any length. Bytes; its messages are ASCII.
constexpr std::size_t kLongestMessage = 200;

}  // namespace

void Messages::add(const std::string& text, Complaint complaint) {
  const std::string shown =
      text.size() <= kLongestMessage ? text : text.substr(0, kLongestMessage) + "...";
  const auto known = numbers_.find(shown);
  ReaderMessage& message = known == numbers_.end() ? place_for(shown) : messages_[known->second];
  ++message.count;
  ++complaints_;
  has_error_ = has_error_ || complaint == Complaint::kError;
  if (page_ > 0 && (message.pages.empty() || message.pages.back() < page_))
    message.pages.push_back(page_);
  message.complaint = std::max(message.complaint, complaint);
}

ReaderMessage& Messages::place_for(const std::string& text) {
  if (messages_.size() == kMaxMessages) return left_out_;
  numbers_.emplace(text, messages_.size());
  messages_.push_back({.page = page_, .text = text, .count = 0});
  return messages_.back();
}

std::vector<ReaderMessage> Messages::taken() && {
  if (left_out_.count > 0) messages_.push_back(std::move(left_out_));
  return std::move(messages_);
}

}  // namespace mingxi::read
