#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mingxi::read {

/// Where the days of a workbook are counted from.
enum class DateSystem { k1900, k1904 };

/// A number format of a workbook: `#,##0.00;[Red]-#,##0.00`. It prints what the workbook shows.
class NumberFormat {
 public:
  explicit NumberFormat(std::string_view code, DateSystem dates = DateSystem::k1900);

  /// A stored number as it is shown: 1234.567 by `#,##0.00` is 1,234.57.
  std::string printed(double number) const;

  /// Of a format that is known by its number alone: "#,##0.00" for 4; General for unknown ones.
  static std::string built_in(int id);

 private:
  struct Token {
    enum class Kind { kText, kDigit, kPoint, kDate } kind = Kind::kText;
    std::string
        text;  // what is printed; of a digit its placeholder 0, # or ?; of a date yyyy, m, …
  };
  struct Section {
    std::vector<Token> tokens;
    bool is_general = false;
    bool is_date = false;
    bool groups = false;  // thousands
    int thousands = 0;    // how often it is divided by 1000
    int percents = 0;
  };
  static Section section_of(std::string_view code);
  static std::string number_by(const Section& section, double number);
  std::string date_by(const Section& section, double number) const;

  DateSystem dates_;
  std::vector<Section> sections_;
};

/// A number without the traces of its binary form: 0.30000000000000004 is 0.3.
std::string plain_number(double number);

}  // namespace mingxi::read
