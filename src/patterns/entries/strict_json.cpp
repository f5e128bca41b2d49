#include "patterns/entries/strict_json.h"

#include <algorithm>
#include <deque>
#include <limits>

#include <nlohmann/json.hpp>

#include "messages/sentences.h"
#include "model/error.h"
#include "text/characters.h"

// The text is read event by event, so that depth and duplicate keys are seen before anything is
// built and no recursion follows the nesting. All nodes of a file live in one Tree, which every
// StrictJson keeps alive; a pointer to a node is all that a StrictJson adds.

namespace mingxi::patterns {

using messages::said;
using messages::Sentence;

namespace {

constexpr std::size_t kMaxBytes = 2 << 20;
constexpr std::size_t kMaxDepth = 16;

enum class Kind { kObject, kArray, kString, kInteger, kBoolean, kOther };

[[noreturn]] void throw_error(const std::string& where, const messages::Said& what) {
  throw Error(ErrorKind::kPatterns, where, what);
}

std::string escaped(std::string_view key) {
  std::string result;
  for (const char c : key) {
    if (c == '~') {
      result += "~0";
    } else if (c == '/') {
      result += "~1";
    } else {
      result += c;
    }
  }
  return result;
}

}  // namespace

struct StrictJson::Node {
  Kind type = Kind::kOther;
  bool was_read = false;
  Node* parent = nullptr;
  std::size_t index = 0;  // in its parent
  std::string key;        // in an object
  std::string text;       // of a string
  std::string file;       // of the root
  std::int64_t number = 0;
  std::vector<Node*> children;
  std::string place;  // made when asked for

  const std::string& where();
  Node* child(std::string_view wanted) const;
  static std::shared_ptr<Node> read(const std::string& file, const std::string& text);
  class Reader;
};

const std::string& StrictJson::Node::where() {
  if (!place.empty()) return place;
  std::vector<Node*> path;
  for (Node* node = this; node->parent != nullptr; node = node->parent) path.push_back(node);
  Node* root = path.empty() ? this : path.back()->parent;
  std::string result = root->file + "#";
  for (auto node = path.rbegin(); node != path.rend(); ++node) {
    const bool is_member = (*node)->parent->type == Kind::kObject;
    result += "/" + (is_member ? escaped((*node)->key) : std::to_string((*node)->index));
  }
  place = std::move(result);
  return place;
}

StrictJson::Node* StrictJson::Node::child(std::string_view wanted) const {
  const auto found = std::find_if(children.begin(), children.end(),
                                  [wanted](const Node* node) { return node->key == wanted; });
  return found == children.end() ? nullptr : *found;
}

/// Receives the events of the JSON library.
class StrictJson::Node::Reader {
 public:
  Reader(const std::string& file, const std::string& text, std::deque<Node>& nodes)
      : file_(file), text_(text), nodes_(nodes) {}

  bool null() { return add(Kind::kOther) != nullptr; }
  bool boolean(bool value) {
    add(Kind::kBoolean)->number = value ? 1 : 0;
    return true;
  }
  bool number_integer(std::int64_t value) {
    add(Kind::kInteger)->number = value;
    return true;
  }
  bool number_unsigned(std::uint64_t value) {
    const bool fits = value <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    add(fits ? Kind::kInteger : Kind::kOther)->number = fits ? static_cast<std::int64_t>(value) : 0;
    return true;
  }
  bool number_float(double, const std::string&) { return null(); }
  bool string(std::string& value) {
    add(Kind::kString)->text = std::move(value);
    return true;
  }
  template <typename Binary>
  bool binary(Binary&) {
    return null();
  }
  bool start_object(std::size_t) { return open(Kind::kObject); }
  bool start_array(std::size_t) { return open(Kind::kArray); }
  bool key(std::string& value) {
    key_ = std::move(value);
    return true;
  }
  bool end_array() {
    open_.pop_back();
    return true;
  }
  bool end_object();

  template <typename Exception>
  bool parse_error(std::size_t position, const std::string&, const Exception& exception) {
    refuse_at(position, exception.what());
    return false;
  }

 private:
  Node* add(Kind kind);
  bool open(Kind kind);
  [[noreturn]] void refuse_at(std::size_t position, const std::string& why) const;

  const std::string& file_;
  const std::string& text_;
  std::deque<Node>& nodes_;
  std::vector<Node*> open_;
  std::string key_;
};

StrictJson::Node* StrictJson::Node::Reader::add(Kind kind) {
  Node& node = nodes_.emplace_back();
  node.type = kind;
  if (open_.empty()) {
    node.file = file_;
    return &node;
  }
  node.parent = open_.back();
  node.index = node.parent->children.size();
  if (node.parent->type == Kind::kObject) node.key = std::move(key_);
  node.parent->children.push_back(&node);
  return &node;
}

bool StrictJson::Node::Reader::open(Kind kind) {
  Node* node = add(kind);
  open_.push_back(node);
  if (open_.size() > kMaxDepth) {
    throw_error(node->where(), said(Sentence::kNestedTooDeep));
  }
  return true;
}

bool StrictJson::Node::Reader::end_object() {
  std::vector<const Node*> members(open_.back()->children.begin(), open_.back()->children.end());
  std::sort(members.begin(), members.end(),
            [](const Node* a, const Node* b) { return a->key < b->key; });
  const auto twice =
      std::adjacent_find(members.begin(), members.end(),
                         [](const Node* a, const Node* b) { return a->key == b->key; });
  if (twice != members.end()) {
    throw_error(open_.back()->where(), said(Sentence::kKeyTwice, {{"key", (*twice)->key}}));
  }
  open_.pop_back();
  return true;
}

void StrictJson::Node::Reader::refuse_at(std::size_t position, const std::string& why) const {
  const std::size_t end = std::min(position == 0 ? 0 : position - 1, text_.size());
  std::size_t line = 1;
  std::size_t column = 1;
  for (std::size_t i = 0; i < end; ++i) {
    if (text_[i] == '\n') {
      ++line;
      column = 1;
    } else if (!text::continues_character(text_[i])) {
      ++column;
    }
  }
  // The library's own account of the place counts bytes.
  const std::size_t reason = std::min(why.find("syntax error"), why.size());
  const std::string cause = reason < why.size() ? why.substr(reason) : why;
  const std::string at_line = std::to_string(line);
  const std::string at_column = std::to_string(column);
  throw_error(file_, said(Sentence::kMalformedJson,
                          {{"at_line", at_line}, {"at_column", at_column}, {"cause", cause}}));
}

std::shared_ptr<StrictJson::Node> StrictJson::Node::read(const std::string& file,
                                                         const std::string& text) {
  auto nodes = std::make_shared<std::deque<Node>>();
  Reader reader(file, text, *nodes);
  nlohmann::json::sax_parse(text, &reader);
  return {nodes, &nodes->front()};
}

StrictJson StrictJson::parse(const std::string& file, const std::string& text) {
  if (text.size() > kMaxBytes) throw_error(file, said(Sentence::kPatternsTooLarge));
  return StrictJson(Node::read(file, text));
}

bool StrictJson::has(std::string_view key) const {
  return node_->type == Kind::kObject && node_->child(key) != nullptr;
}

StrictJson StrictJson::at(std::string_view key) const {
  if (node_->type != Kind::kObject) refuse(said(Sentence::kObjectWanted));
  Node* child = node_->child(key);
  if (child == nullptr) {
    const std::string name(key);
    refuse(said(Sentence::kKeyMissing, {{"name", name}}));
  }
  child->was_read = true;
  return StrictJson(std::shared_ptr<Node>(node_, child));
}

std::vector<StrictJson> StrictJson::items() const {
  if (node_->type != Kind::kArray) refuse(said(Sentence::kArrayWanted));
  std::vector<StrictJson> result;
  result.reserve(node_->children.size());
  for (Node* child : node_->children) {
    result.push_back(StrictJson(std::shared_ptr<Node>(node_, child)));
  }
  return result;
}

std::vector<std::pair<std::string, StrictJson>> StrictJson::members() const {
  if (node_->type != Kind::kObject) refuse(said(Sentence::kObjectWanted));
  std::vector<std::pair<std::string, StrictJson>> result;
  result.reserve(node_->children.size());
  for (Node* child : node_->children) {
    child->was_read = true;
    result.emplace_back(child->key, StrictJson(std::shared_ptr<Node>(node_, child)));
  }
  return result;
}

std::string StrictJson::string() const {
  if (node_->type != Kind::kString) refuse(said(Sentence::kStringWanted));
  return node_->text;
}

std::int64_t StrictJson::integer() const {
  if (node_->type != Kind::kInteger) refuse(said(Sentence::kIntegerWanted));
  return node_->number;
}

bool StrictJson::boolean() const {
  if (node_->type != Kind::kBoolean) refuse(said(Sentence::kBooleanWanted));
  return node_->number != 0;
}

std::vector<std::string> StrictJson::strings() const {
  std::vector<std::string> result;
  for (const StrictJson& item : items()) result.push_back(item.string());
  return result;
}

bool StrictJson::is_string() const { return node_->type == Kind::kString; }

std::vector<std::string> StrictJson::texts() const {
  if (node_->type == Kind::kArray) return strings();
  if (node_->type == Kind::kInteger) return {std::to_string(integer())};
  return {string()};
}

std::string StrictJson::string_or(std::string_view key, std::string_view otherwise) const {
  return has(key) ? at(key).string() : std::string(otherwise);
}

std::vector<std::string> StrictJson::strings_or_none(std::string_view key) const {
  return has(key) ? at(key).strings() : std::vector<std::string>();
}

const std::string& StrictJson::where() const { return node_->where(); }

void StrictJson::finish() const {
  for (const Node* child : node_->children) {
    if (node_->type == Kind::kObject && !child->was_read) {
      refuse(said(Sentence::kUnknownKey, {{"key", child->key}}));
    }
  }
}

void StrictJson::refuse(const messages::Said& why) const { throw_error(where(), why); }

}  // namespace mingxi::patterns
