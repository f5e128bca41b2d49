// A group is a connected part of the graph of bodies, in which a department hangs together with the
// bodies it lists. Each body bears the smallest hash of its documents, and takes over a smaller one
// of its neighbours until nothing changes: departments and their units are two steps apart, so
// that is soon. SQLite does it in files, whose cache bounds the memory.
#include "build/related_documents.h"

#include <map>
#include <utility>
#include <vector>

#include "audit/across/between_documents.h"
#include "audit/pairs/pair_check.h"

namespace mingxi::build {
namespace {

constexpr const char* kTables =
    "PRAGMA page_size = 16384; PRAGMA cache_size = -8000; PRAGMA journal_mode = OFF; "
    "PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; BEGIN; "
    "CREATE TABLE cards (sha256 TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID; "
    "CREATE TABLE units (body TEXT, unit TEXT, PRIMARY KEY (body, unit)) WITHOUT ROWID;";

constexpr const char* kBodies =
    "CREATE TABLE bodies (body TEXT PRIMARY KEY, first TEXT NOT NULL) WITHOUT ROWID; "
    "INSERT INTO bodies SELECT body, min(sha256) FROM cards GROUP BY body ORDER BY body; "
    "CREATE TABLE neighbours (body TEXT, other TEXT, PRIMARY KEY (body, other)) WITHOUT ROWID; "
    "INSERT OR IGNORE INTO neighbours SELECT u.body, u.unit FROM units u "
    "  WHERE u.unit IN (SELECT body FROM bodies); "
    "INSERT OR IGNORE INTO neighbours SELECT other, body FROM neighbours;"
    "CREATE TABLE smaller (body TEXT PRIMARY KEY, first TEXT NOT NULL) WITHOUT ROWID;";

constexpr const char* kStep =
    "DELETE FROM smaller; "
    "INSERT INTO smaller SELECT n.body, min(o.first) AS first "
    "  FROM neighbours n JOIN bodies b ON b.body = n.body JOIN bodies o ON o.body = n.other "
    "  GROUP BY n.body HAVING min(o.first) < b.first; "
    "UPDATE bodies SET first = (SELECT s.first FROM smaller s WHERE s.body = bodies.body) "
    "  WHERE body IN (SELECT body FROM smaller);";

constexpr const char* kGroups =
    "SELECT b.first, c.sha256 FROM cards c JOIN bodies b ON b.body = c.body "
    "ORDER BY b.first, c.sha256";

}  // namespace

RelatedDocuments::RelatedDocuments(const std::string& path, const patterns::Patterns& patterns)
    : patterns_(patterns), database_(path, output::OpenMode::kCreate) {
  database_.run(kTables);
  add_card_ = std::make_unique<output::Statement>(database_, "INSERT INTO cards VALUES (?, ?)");
  add_unit_ =
      std::make_unique<output::Statement>(database_, "INSERT OR IGNORE INTO units VALUES (?, ?)");
}

void RelatedDocuments::add(const Extraction& extraction, const std::vector<std::string>& paths) {
  add(audit::document_card(extraction, patterns_));
  if (auto half = audit::half_of(extraction, patterns_, paths)) halves_.push_back(std::move(*half));
}

void RelatedDocuments::add(const audit::DocumentCard& card) {
  if (card.body.empty()) return;
  add_card_->bind(1, std::string_view(card.sha256));
  add_card_->bind(2, std::string_view(card.body));
  add_card_->step();
  if (card.scope != Scope::kDepartment) return;
  for (const std::string& unit : card.units) {
    add_unit_->bind(1, std::string_view(card.body));
    add_unit_->bind(2, std::string_view(unit));
    add_unit_->step();
  }
}

void RelatedDocuments::join_bodies() {
  database_.run(kBodies);
  output::Statement is_changed(database_, "SELECT EXISTS (SELECT 1 FROM smaller)");
  for (bool goes_on = true; goes_on;) {
    database_.run(kStep);
    while (is_changed.step()) goes_on = is_changed.text(0) == "1";
  }
}

void RelatedDocuments::for_each_group(
    const std::function<void(const std::vector<std::string>&)>& give) {
  join_bodies();
  output::Statement rows(database_, kGroups);
  std::string first;
  std::vector<std::string> group;
  while (rows.step()) {
    std::string next = rows.text(0);
    if (next != first && group.size() > 1) give(group);
    if (next != first) group.clear();
    first = std::move(next);
    group.push_back(rows.text(1));
  }
  if (group.size() > 1) give(group);
}

void RelatedDocuments::compare(const Manifest& manifest,
                               const std::function<Extraction(const std::string& sha256)>& read,
                               const std::function<void(const BetweenDocuments&)>& found) {
  for (const DocumentPair& pair :
       audit::pairs_of(halves_, partners_in(manifest, halves_), patterns_))
    found(audit::check_pair(pair, read(pair.prose), read(pair.tables), patterns_));
  for_each_group([&](const std::vector<std::string>& group) {
    std::vector<audit::ComparableDocument> documents;
    documents.reserve(group.size());
    for (const std::string& sha256 : group)
      documents.push_back(audit::comparable(read(sha256), patterns_));
    found(audit::check_between_documents(std::move(documents)));
  });
}

std::vector<audit::NamedPartners> partners_in(const Manifest& manifest,
                                              const std::vector<audit::Half>& halves) {
  std::map<std::string, std::string> documents;  // by path
  for (const audit::Half& half : halves)
    for (const std::string& path : half.paths) documents[Manifest::canonical(path)] = half.sha256;
  std::vector<audit::NamedPartners> partners;
  for (const audit::Half& half : halves)
    for (const std::string& path : half.paths)
      if (const auto partner = documents.find(manifest.partner_of(path));
          partner != documents.end())
        partners.emplace_back(half.sha256, partner->second);
  return partners;
}

}  // namespace mingxi::build
