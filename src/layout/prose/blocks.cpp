#include <algorithm>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

#include "layout/page_text.h"

namespace mingxi::layout {
namespace {

// Shares and counts that a page needs before it is measured by itself.
constexpr std::size_t kEnoughLines = 5;
constexpr double kWideShare = 0.6;  // of the widest line: lines that can reach the right edge
constexpr double kWideShareOfPage = 0.4;
constexpr double kUsualMargin = 0.12;    // of the page width, where there is no such line
constexpr double kLeftEdgeShare = 0.08;  // of the wide lines: fewer are hanging or misplaced
constexpr double kIndentShare = 0.05;

/// What is gathered of one page, or of all pages of one width.
struct Sample {
  std::vector<double> lefts;
  std::vector<double> rights;
  std::vector<double> pitches;
  std::map<int, std::size_t> bytes_by_size;  // in halves of a point
};

double most_common_size(const Sample& sample) {
  std::size_t most = 0;
  double size = 12;
  for (const auto& [halves, bytes] : sample.bytes_by_size) {
    if (bytes > most) {
      most = bytes;
      size = halves / 2.0;
    }
  }
  return size;
}

/// The right end of the window, one em wide, that holds most right edges.
double right_edge(std::vector<double> rights, double em) {
  std::sort(rights.begin(), rights.end());
  double edge = rights.back();
  std::size_t most = 0;
  std::size_t first = 0;
  for (std::size_t i = 0; i < rights.size(); ++i) {
    while (rights[first] < rights[i] - em) ++first;
    if (i - first + 1 >= most) {
      most = i - first + 1;
      edge = rights[(first + i) / 2];
    }
  }
  return edge;
}

/// The leftmost edge that more than a few lines share.
double left_edge(std::vector<double> lefts, double em) {
  std::sort(lefts.begin(), lefts.end());
  const auto enough = std::max<std::size_t>(
      std::min<std::size_t>(2, lefts.size()),
      static_cast<std::size_t>(kLeftEdgeShare * static_cast<double>(lefts.size())));
  std::size_t last = 0;
  for (std::size_t i = 0; i < lefts.size(); ++i) {
    while (last < lefts.size() && lefts[last] <= lefts[i] + em / 2) ++last;
    if (last - i >= enough) return lefts[i];
  }
  return lefts.front();
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

bool is_prose(const TextLine& line) { return line.role == LineRole::kProse; }

void gather(const PageText& page, double widest, Sample& sample) {
  const Line* before = nullptr;
  for (const TextLine& text_line : page.lines) {
    if (!is_prose(text_line)) continue;
    const Line& line = text_line.line;
    sample.bytes_by_size[static_cast<int>(std::lround(2 * line.font_size))] += line.text.size();
    if (line.box.width() >= std::max(kWideShare * widest, kWideShareOfPage * page.width)) {
      sample.lefts.push_back(line.box.left);
      sample.rights.push_back(line.box.right);
    }
    if (before != nullptr) sample.pitches.push_back(line.baseline - before->baseline);
    before = &line;
  }
}

bool is_indent(double indent, double em) { return indent > 1.2 * em && indent < 3.2 * em; }

/// Left and width of a page, or of a column of it, to a point.
using Reach = std::pair<long, long>;

Reach reach_of(const PageText& page) { return {std::lround(page.left), std::lround(page.width)}; }

TextBlock block_of(const Sample& sample, const Reach& reach) {
  TextBlock block;
  const auto start = static_cast<double>(reach.first);
  const auto width = static_cast<double>(reach.second);
  block.left = start + kUsualMargin * width;
  block.right = start + (1 - kUsualMargin) * width;
  block.font_size = most_common_size(sample);
  const double em = block.font_size;
  if (!sample.lefts.empty()) {
    block.left = left_edge(sample.lefts, em);
    block.right = right_edge(sample.rights, em);
    const auto indented = static_cast<std::size_t>(
        std::count_if(sample.lefts.begin(), sample.lefts.end(),
                      [&](double left) { return is_indent(left - block.left, em); }));
    const double lines = static_cast<double>(sample.lefts.size());
    block.indents_first_lines = static_cast<double>(indented) > kIndentShare * lines;
  }
  block.pitch = sample.pitches.empty() ? 1.5 * em : median(sample.pitches);
  return block;
}

/// The block of a page, beside that of all pages as wide.
TextBlock adapted(const TextBlock& common, const Sample& sample, const Reach& reach) {
  if (sample.rights.size() < kEnoughLines) return common;
  const TextBlock own = block_of(sample, reach);
  TextBlock block = own;
  const double em = own.font_size;
  block.indents_first_lines = common.indents_first_lines;
  // A page of one-line paragraphs shows only indented lines; a shift by less is the page's own, and
  // so is an edge that other lines are indented from.
  if (!own.indents_first_lines && is_indent(own.left - common.left, em)) block.left = common.left;
  return block;
}

}  // namespace

void measure_blocks(std::vector<PageText>& pages) {
  std::map<Reach, double> widest;
  for (const PageText& page : pages) {
    double& width = widest[reach_of(page)];
    for (const TextLine& line : page.lines)
      if (is_prose(line)) width = std::max(width, line.line.box.width());
  }
  std::map<Reach, Sample> samples;
  for (const PageText& page : pages) gather(page, widest[reach_of(page)], samples[reach_of(page)]);
  std::map<Reach, TextBlock> common;
  for (const auto& [reach, sample] : samples) common[reach] = block_of(sample, reach);
  for (PageText& page : pages) {
    const Reach reach = reach_of(page);
    Sample sample;
    gather(page, widest[reach], sample);
    page.block = adapted(common[reach], sample, reach);
  }
}

bool is_centred(const Line& line, const PageText& page) {
  const double em = line.font_size;
  const TextBlock& block = page.block;
  const double middle = line.box.middle_x();
  const bool in_middle = std::abs(middle - (block.left + block.right) / 2) < em ||
                         std::abs(middle - (page.left + page.width / 2)) < em;
  return in_middle && line.box.left > block.left + 3 * block.font_size &&
         line.box.right < block.right - 2 * block.font_size;
}

}  // namespace mingxi::layout
