#include "patterns/entries/strict_json.h"

#include <algorithm>
#include <deque>

#include <nlohmann/json.hpp>
#include <simdjson.h>

#include "messages/sentences.h"
#include "model/error.h"
#include "text/characters.h"

// All nodes of a file live in one Tree, which every
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
  std::size_t index = 0;                     // in its parent
  std::string key;                           // in an object
  std::string text;                          // of a string
  std::string file;                          // of the root
  Compiling compiling = Compiling::kAtOnce;  // likewise
  std::int64_t number = 0;
  std::vector<Node*> children;
  std::string place;  // made when asked for

  const std::string& where();
  const Node& root() const;
  Node* child(std::string_view wanted) const;
  static std::shared_ptr<Node> read(const std::string& file, const std::string& text);
  class Maker;
};

const StrictJson::Node& StrictJson::Node::root() const {
  const Node* node = this;
  while (node->parent != nullptr) node = node->parent;
  return *node;
}

const std::string& StrictJson::Node::where() {
  if (!place.empty()) return place;
  std::vector<Node*> path;
  for (Node* node = this; node->parent != nullptr; node = node->parent) path.push_back(node);
  std::string result = root().file + "#";
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

/// Makes the nodes of a file of what the JSON library parsed.
class StrictJson::Node::Maker {
 public:
  Maker(const std::string& file, std::deque<Node>& nodes) : file_(file), nodes_(nodes) {}

  /// of: the parent, nothing for the root. name: the key where the parent is an object.
  void add(simdjson::dom::element value, Node* of, std::string_view name);

 private:
  void add_members(simdjson::dom::object members, Node& node);

  const std::string& file_;
  std::deque<Node>& nodes_;
};

void StrictJson::Node::Maker::add(simdjson::dom::element value, Node* of, std::string_view name) {
  using simdjson::dom::element_type;
  Node& node = nodes_.emplace_back();
  node.parent = of;
  node.key = name;
  if (of == nullptr) {
    node.file = file_;
  } else {
    node.index = of->children.size();
    of->children.push_back(&node);
  }
  switch (value.type()) {
    case element_type::OBJECT:
      node.type = Kind::kObject;
      add_members(simdjson::dom::object(value), node);
      break;
    case element_type::ARRAY:
      node.type = Kind::kArray;
      for (const simdjson::dom::element item : simdjson::dom::array(value)) add(item, &node, {});
      break;
    case element_type::STRING:
      node.type = Kind::kString;
      node.text = std::string_view(value);
      break;
    case element_type::INT64:
      node.type = Kind::kInteger;
      node.number = std::int64_t(value);
      break;
    case element_type::BOOL:
      node.type = Kind::kBoolean;
      node.number = bool(value) ? 1 : 0;
      break;
    case element_type::UINT64:  // larger than any integer that is asked for
    case element_type::DOUBLE:
    case element_type::NULL_VALUE:
      break;
  }
}

void StrictJson::Node::Maker::add_members(simdjson::dom::object members, Node& node) {
  for (const auto& [name, value] : members) add(value, &node, name);
  std::vector<std::string_view> keys;
  for (const Node* child : node.children) keys.push_back(child->key);
  std::sort(keys.begin(), keys.end());
  const auto twice = std::adjacent_find(keys.begin(), keys.end());
  if (twice == keys.end()) return;
  throw_error(node.where(), said(Sentence::kKeyTwice, {{"key", std::string(*twice)}}));
}

/// Throws what is wrong with a text that is no JSON: the fast parser does not say where.
[[noreturn]] void refuse_malformed(const std::string& file, const std::string& text) {
  std::size_t position = 0;
  std::string why = "syntax error";
  try {
    [[maybe_unused]] const auto read = nlohmann::json::parse(text);
  } catch (const nlohmann::json::parse_error& error) {
    position = error.byte;
    why = error.what();
  } catch (const nlohmann::json::exception& error) {
    why = error.what();
  }
  const std::size_t end = std::min(position == 0 ? 0 : position - 1, text.size());
  std::size_t line = 1;
  std::size_t column = 1;
  for (std::size_t i = 0; i < end; ++i) {
    if (text[i] == '\n') {
      ++line;
      column = 1;
    } else if (!text::continues_character(text[i])) {
      ++column;
    }
  }
  // The library's own account of the place counts bytes.
  const std::size_t reason = std::min(why.find("syntax error"), why.size());
  const std::string cause = reason < why.size() ? why.substr(reason) : why;
  const std::string at_line = std::to_string(line);
  const std::string at_column = std::to_string(column);
  throw_error(file, said(Sentence::kMalformedJson,
                         {{"at_line", at_line}, {"at_column", at_column}, {"cause", cause}}));
}

std::shared_ptr<StrictJson::Node> StrictJson::Node::read(const std::string& file,
                                                         const std::string& text) {
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  auto failure = parser.allocate(text.size(), kMaxDepth);
  if (failure == simdjson::SUCCESS) failure = parser.parse(text).get(root);
  if (failure == simdjson::DEPTH_ERROR) throw_error(file, said(Sentence::kNestedTooDeep));
  if (failure != simdjson::SUCCESS) refuse_malformed(file, text);
  auto nodes = std::make_shared<std::deque<Node>>();
  Maker(file, *nodes).add(root, nullptr, {});
  return {nodes, &nodes->front()};
}

StrictJson StrictJson::parse(const std::string& file, const std::string& text,
                             Compiling compiling) {
  if (text.size() > kMaxBytes) throw_error(file, said(Sentence::kPatternsTooLarge));
  const std::shared_ptr<Node> root = Node::read(file, text);
  root->compiling = compiling;
  return StrictJson(root);
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

Compiling StrictJson::compiling() const { return node_->root().compiling; }

void StrictJson::finish() const {
  for (const Node* child : node_->children) {
    if (node_->type == Kind::kObject && !child->was_read) {
      refuse(said(Sentence::kUnknownKey, {{"key", child->key}}));
    }
  }
}

void StrictJson::refuse(const messages::Said& why) const { throw_error(where(), why); }

}  // namespace mingxi::patterns
