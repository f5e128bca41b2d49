#pragma once

#include <string>

namespace mingxi::text {

/// 十二, 一百零五; digits from 10000 on. Requires number >= 0.
std::string chinese_number(int number);

/// 拾贰, 壹佰零伍: likewise in the forms of accounts.
std::string capital_chinese_number(int number);

}  // namespace mingxi::text
