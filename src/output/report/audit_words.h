#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/fact.h"
#include "messages/language.h"

namespace mingxi::output {

/// 错误, 警告, 提示.
std::string severity_word(Severity severity, messages::Language language);

/// 部门预算, 单位决算; nothing for a document that does not say.
std::string kind_words(const Identity& identity, messages::Language language);

/// Of a finding that is no plain contradiction, what it is instead: 四舍五入误差内; else nothing.
std::string state_words(FindingState state, messages::Language language);

/// Page numbers as people write them: 第 2、4-6 页.
std::string pages_words(const std::vector<int>& pages, messages::Language language);

}  // namespace mingxi::output
