#pragma once

#include <vector>

#include "ocr/protocol.h"

namespace mingxi::ocr {

/// The character of a number that a reader of Chinese may have taken for another.
char32_t plain(char32_t c);

/// Whether it can be one number: digits, one point at most, commas between thousands, a sign, a per
/// cent sign.
bool is_number(const OcrText& text);

/// Whether nothing in it is against a number.
bool could_be_number(const OcrText& text);

/// A reading of a number with the characters of one.
OcrText as_number(OcrText text);

/// Whether two readings are one number, and fit the ink.
bool agree(const OcrText& a, const OcrText& b);

/// The readings that differ, the likeliest first: those that fit the ink go before those that have
/// too many or too few characters for it, then counts how many read the same. Agreed are three, or
/// two where nothing else fits.
OcrPiece voted(std::vector<OcrText> readings);

}  // namespace mingxi::ocr
