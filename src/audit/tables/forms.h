#pragma once

#include <deque>
#include <string>
#include <vector>

#include "model/fact.h"
#include "patterns/checks.h"

namespace mingxi::audit {

/// A line of an evaluation: what was budgeted for a project or task, what was spent of it, and the
/// rate that the form prints. A figure that is not printed is nullptr.
struct FormLine {
  std::string name;    ///< normalised: 年度资金总额, or the task
  std::string column;  ///< of several: 财政拨款; empty of one
  const Fact* budget = nullptr;
  const Fact* spent = nullptr;
  const Fact* rate = nullptr;
  std::vector<const Fact*> others;  ///< the other amounts of the row: the opening budget
};

/// An evaluation of one project (with its name), or of all tasks of a body; or the goals of a
/// project, whose one line has a budget alone.
struct Form {
  const Table* table = nullptr;
  std::string project;
  bool is_of_goals = false;
  std::vector<FormLine> lines;
};

/// The evaluation forms and the forms of goals of a document. They are no tables of figures and
/// give no facts, so that what the audit reads of them is kept here, without ids.
class Forms {
 public:
  Forms(const std::vector<Table>& tables, const patterns::CheckPatterns& words);

  const std::vector<Form>& all() const { return forms_; }

 private:
  friend class FormReader;

  std::deque<Fact> figures_;  // do not move
  std::vector<Form> forms_;
};

}  // namespace mingxi::audit
