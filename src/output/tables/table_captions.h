#pragma once

#include <string>

#include "messages/sentences.h"
#include "model/fact.h"

namespace mingxi::output {

/// The heads of a list of tables, one a column.
inline constexpr messages::Sentence kContentsColumns[] = {
    messages::Sentence::kTableHead,   messages::Sentence::kTitleHead, messages::Sentence::kKindHead,
    messages::Sentence::kUnitHead,    messages::Sentence::kPagesHead, messages::Sentence::kRowsHead,
    messages::Sentence::kColumnsHead, messages::Sentence::kStateHead};

/// What is above a table for people, cleaned. The words are Chinese as in the documents.
std::string heading_of(const Table& table);  ///< its title, or （无标题）

/// 单位：万元　编制单位：某县商务局　第 9–10 页 — what is known of it.
std::string note_of(const Table& table);

/// Its pages: 9, 9–10, 9、12.
std::string pages_of(const Table& table);

/// Whether it holds figures: 有数据, 空表（文件已说明）, 空表.
std::string state_of(const Table& table);

/// What is above all tables of a document: its title, or 公开表格 where it does not say.
std::string heading_of(const Extraction& extraction);

/// Which file the tables are from: its SHA-256.
std::string source_note_of(const Extraction& extraction);

}  // namespace mingxi::output
