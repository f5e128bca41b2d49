# Writes OUTPUT, a C++ file that holds each of FILES inside the program: FUNCTION, declared in FOLDER/HEADER,
# gives them as a vector of TYPE, which has a name and a text.
# A string literal may be limited to 64 KiB, so a file is held in pieces.
set(text "// Made by scripts/embed.cmake.\n#include \"${FOLDER}/${HEADER}\"\n\nnamespace mingxi::${FOLDER} {\n\nstd::vector<${TYPE}> ${FUNCTION}() {\n  std::vector<${TYPE}> files;\n")
foreach(file IN LISTS FILES)
  get_filename_component(name ${file} NAME)
  file(READ ${file} hex HEX)
  string(LENGTH "${hex}" length)
  string(APPEND text "  files.push_back({\"${name}\", std::string()});\n")
  set(at 0)
  while(at LESS length)
    string(SUBSTRING "${hex}" ${at} 16000 piece)
    string(REGEX REPLACE "(..)" "\\\\x\\1" piece "${piece}")
    string(APPEND text "  files.back().text += \"${piece}\";\n")
    math(EXPR at "${at} + 16000")
  endwhile()
endforeach()
string(APPEND text "  return files;\n}\n\n}  // namespace mingxi::${FOLDER}\n")
file(WRITE ${OUTPUT} "${text}")
