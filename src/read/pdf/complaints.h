#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "model/document.h"

namespace mingxi::read {

/// What a PDF reader complained of while it read one document: each text once, with the page that
/// it was first said of and how often. Bounded, because a broken file can complain a million times.
class Messages {
 public:
  /// Pages are counted from 1; 0 is the document as a whole.
  void set_page(int page) { page_ = page; }
  void add(const std::string& text, Complaint complaint);

  /// How often it was complained, of whatever.
  int complaints() const { return complaints_; }
  bool has_error() const { return has_error_; }

  /// In the order they were first said; the last one says how many were left out.
  std::vector<ReaderMessage> taken() &&;

 private:
  ReaderMessage& place_for(const std::string& text);

  int page_ = 0;
  int complaints_ = 0;
  bool has_error_ = false;
  ReaderMessage left_out_{.page = 0, .text = "further messages, not listed", .count = 0};
  std::vector<ReaderMessage> messages_;
  std::map<std::string, std::size_t> numbers_;  // text to its index in messages_
};

}  // namespace mingxi::read
