// utf8proc: normalisation of Unicode text.
#pragma once

#include <utf8proc.h>

/// The options of NFKD (Unicode Standard Annex 15).
static inline utf8proc_option_t ai1_utf8proc_nfkd(void) {
    return (utf8proc_option_t)(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE);
}
