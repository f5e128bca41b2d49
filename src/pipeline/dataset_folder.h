#pragma once

#include <string>
#include <vector>

namespace mingxi {

/// The files of a dataset that its description lists, in its order. dataset.xlsx need not be there.
std::vector<std::string> dataset_file_names();

/// Makes the folder of a dataset and an empty folder .work in it, and gives the path of the latter.
/// Throws Error(kOutput) where that cannot be done, or where the folder holds something else than a
/// dataset: nothing of others is ever overwritten.
std::string prepared_work_folder(const std::string& folder);

/// Puts what stands in .work in the place of the dataset that was there before.
void publish_work_folder(const std::string& folder);

}  // namespace mingxi
