#pragma once

#include "read/pdf/contents/page_content.h"

class PDFDoc;

namespace mingxi::read {

/// Reads pages of one document with our own interpreter.
class ContentReader {
 public:
  /// document and recorder must outlive it.
  ContentReader(PDFDoc& document, PageRecorder& recorder);

  /// Hands what a page prints to the recorder, which has been started. Throws Declined, having
  /// handed over some of it.
  void read(int number);

 private:
  PDFDoc& document_;
  PageRecorder& recorder_;
  SharedResources shared_;
  PageContent content_;
};

}  // namespace mingxi::read
