// A program outside the tree that uses what was installed: the document JSON of one file.
#include <iostream>

#include <mingxi/mingxi.h>
#include <mingxi/version.h>

static_assert(MINGXI_VERSION_MAJOR >= 0);

int main(int, char** arguments) {
  const mingxi::Extractor extractor;
  const mingxi::Extraction extraction = extractor.extract(arguments[1]);
  std::cout << extractor.to_json(extraction);
  return extraction.facts.empty() ? 1 : 0;
}
