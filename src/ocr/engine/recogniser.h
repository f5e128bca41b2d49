#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ocr/protocol.h"
#include "ocr/engine/picture.h"

namespace mingxi::ocr {

/// What a piece of a page is expected to hold.
enum class Setting { kBlock, kLine };

/// One model of Tesseract.
class Recogniser {
 public:
  /// Loads a model: chi_sim, eng. characters: all it may read; empty for any. Throws
  /// std::runtime_error when the model is not there.
  Recogniser(const std::string& language, const std::string& characters);
  ~Recogniser();
  Recogniser(const Recogniser&) = delete;
  Recogniser& operator=(const Recogniser&) = delete;

  /// What it reads on a cut, line by line; places are those of the page. scale: how much larger the
  /// cut is shown to the model.
  std::vector<OcrText> read(const Picture::Crop& crop, double pixels_per_point, Setting setting,
                            float scale);

  /// The folder that the model was loaded from.
  std::string data_folder() const;

 private:
  struct Model;
  std::unique_ptr<Model> model_;
};

/// The versions of Tesseract and Leptonica.
std::string ocr_versions();

}  // namespace mingxi::ocr
