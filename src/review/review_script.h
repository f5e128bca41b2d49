#pragma once

#include <string>
#include <vector>

#include "review/review_files.h"

namespace mingxi::review {

/// The modules of the review page as one script, since a page opened from disk cannot load any:
/// each becomes a function that is called once, after those it imports, and gives what it exports.
///
///     import { a } from "./b.js";   const { a } = b_js;
///     export function c() {}        function c() {} … return { c };
///
/// Requires that "main.js" is among them, that imports name one module each on one line, and that
/// no module imports itself by a roundabout way.
std::string linked_script(const std::vector<ReviewFile>& files);

}  // namespace mingxi::review
