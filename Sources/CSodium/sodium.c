// A target needs a source file; what is used are the library's own functions.
#include "CSodium.h"
