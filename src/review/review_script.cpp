#include "review/review_script.h"

#include <algorithm>
#include <cassert>
#include <set>
#include <string_view>

namespace mingxi::review {
namespace {

/// main.js is main_js in the script.
std::string variable_of(std::string_view module) {
  std::string name(module);
  std::ranges::replace(name, '.', '_');
  return name;
}

/// The module that a line imports from; "" if it imports none.
std::string_view imported(std::string_view line) {
  constexpr std::string_view kFrom = " from \"./";
  if (!line.starts_with("import {")) return {};
  const std::size_t from = line.find(kFrom);
  assert(from != std::string_view::npos);
  const std::size_t first = from + kFrom.size();
  return line.substr(first, line.find('"', first) - first);
}

/// The name that a line exports, without `export`: function name(, const name =; "" if none.
std::string_view exported(std::string_view line) {
  for (const std::string_view kind :
       {"export function ", "export async function ", "export const "}) {
    if (!line.starts_with(kind)) continue;
    const std::string_view rest = line.substr(kind.size());
    return rest.substr(0, rest.find_first_of("( ="));
  }
  assert(!line.starts_with("export"));
  return {};
}

class Linker {
 public:
  explicit Linker(const std::vector<ReviewFile>& files) : files_(files) {}

  void add(std::string_view module) {
    if (!added_.emplace(module).second) return;
    const auto file = std::ranges::find(files_, module, &ReviewFile::name);
    assert(file != files_.end());
    std::string body;
    std::string exports;
    for (std::string_view rest = file->text; !rest.empty();) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(rest.size(), line.size() + 1));
      add_line(line, body, exports);
    }
    script_ += "const " + variable_of(module) + " = (() => {\n" + body + "return {" + exports +
               "};\n})();\n";
  }

  std::string script() && { return std::move(script_); }

 private:
  void add_line(std::string_view line, std::string& body, std::string& exports) {
    const std::string_view module = imported(line);
    const std::string_view name = exported(line);
    if (!module.empty()) {
      add(module);
      std::string names(line.substr(7, line.find('}') - 6));  // { a, b as c }
      for (std::size_t at = 0; (at = names.find(" as ", at)) != std::string::npos;)
        names.replace(at, 4, ": ");
      body += "const " + names + " = " + variable_of(module) + ";\n";
      return;
    }
    if (!name.empty()) {
      line.remove_prefix(std::string_view("export ").size());
      ((exports += ' ') += name) += ',';
    }
    (body += line) += '\n';
  }

  const std::vector<ReviewFile>& files_;
  std::set<std::string, std::less<>> added_;
  std::string script_;
};

}  // namespace

std::string linked_script(const std::vector<ReviewFile>& files) {
  Linker linker(files);
  linker.add("main.js");
  return "\"use strict\";\n" + std::move(linker).script();
}

}  // namespace mingxi::review
